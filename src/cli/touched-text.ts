import type { Checked } from '../check.ts'
import type { Finding } from '../model/index.ts'
import { bearerTexts, findMemberState } from '../obligations/index.ts'
import type { Output } from './output/output.ts'
import { wrapToWidth } from './terminal/width.ts'
import { touchedBy } from './touched.ts'

const widest = 100

type Touch = {
  readonly who: string
  readonly paragraphs: Set<string>
  readonly cases: Set<number>
}

/** The states that the cases touch and the paragraphs by which they must act; empty where there are none. */
export const showTouched = (checked: Checked, page: Pick<Output, 'width' | 'paint'>): string => {
  const touches = new Map<string, Touch>()
  for (const { findings, priority } of checked.cases)
    for (const { state, by, paragraphs } of touchedBy(
      findings.map((id) => checked.findings.get(id) as Finding),
    )) {
      const who = state
        ? `${state} ${findMemberState(state)?.name ?? ''} (${bearerTexts[by] ?? by})`
        : `Whoever holds something of them (${bearerTexts[by] ?? by})`
      const touch = touches.get(who) ?? { who, paragraphs: new Set(), cases: new Set() }
      for (const paragraph of paragraphs) touch.paragraphs.add(paragraph)
      touch.cases.add(priority.rank)
      touches.set(who, touch)
    }
  if (touches.size === 0) return ''
  const lines = [...touches.values()].map(
    ({ who, paragraphs, cases }) =>
      `${who}: ${[...paragraphs].join(', ')}; ${cases.size === 1 ? 'case' : 'cases'} ${[...cases].join(', ')}`,
  )
  const head = 'Who owes what, if matches are confirmed (conditions are in the report):'
  const wrapped = lines.flatMap((line) =>
    wrapToWidth(line, Math.min(page.width, widest) - 4).map(
      (each, i) => `${i === 0 ? '  ' : '    '}${each}`,
    ),
  )
  return `\n${page.paint('heading', head)}\n${wrapped.join('\n')}\n`
}
