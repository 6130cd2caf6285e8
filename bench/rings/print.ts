import { levels, type TruthRow } from '../../src/example/index.ts'
import type { Platform } from '../../src/identity/platform/platform.ts'
import type { Score } from './score.ts'

const widths = [34, 7, 7, 7, 10, 7, 9, 8, 9, 8, 8, 12, 7, 6]

const row = (cells: readonly string[]): void => {
  const padded = cells.map((cell, i) => {
    const width = widths[i] as number
    return i === 0 ? cell.padEnd(width) : cell.padStart(width)
  })
  console.log(padded.join(''))
}

const share = (number: number): string => (Number.isNaN(number) ? '-' : number.toFixed(3))

type Seen = {
  readonly platform: Platform
  readonly truth: readonly TruthRow[]
  readonly clear: ReadonlySet<string>
}

export const printHeader = (name: string, { platform, truth, clear }: Seen): void => {
  const inRings = truth.filter(({ ring }) => ring !== '')
  const rings = new Set(inRings.map(({ ring }) => ring)).size
  console.log(
    `\n${name}: ${truth.length} accounts, ${platform.sightings.account.length} sightings, ${rings} rings with ${inRings.length} accounts, ${clear.size} clear`,
  )
  printColumns()
}

/** The line above scores. */
export const printColumns = (): void =>
  row(['', 'prec.', 'recall', 'oper.', ...levels, 'found', 'clear', 'honest', 'largest', 'B3', 's'])

type Measured = {
  readonly score: Score
  readonly clear?: ReadonlySet<string>
  readonly seconds?: number
}

/**
 * Precision and recall of pairs of a ring, recall of pairs of an operator and by care, rings found of
 * all and of the clear ones, honest accounts shown of 10,000, largest group against largest ring.
 */
export const printScore = (method: string, { score, clear, seconds }: Measured): void =>
  row([
    method,
    share(score.precision),
    share(score.recall),
    share(score.operatorRecall),
    ...levels.map((care) => share(score.recallByCare[care])),
    `${score.found.size}/${score.rings}`,
    clear ? `${[...score.found].filter((ring) => clear.has(ring)).length}/${clear.size}` : '-',
    score.honestShown.toFixed(1),
    `${score.largest}/${score.largestTrue}`,
    share(score.bCubed.f1),
    seconds?.toFixed(1) ?? '-',
  ])

/** Honest accounts in shown groups, kind by kind, where there are any. */
export const printKinds = ({ honestByKind }: Score): void => {
  const shown = [...honestByKind].filter(([, { shown }]) => shown > 0)
  if (shown.length === 0) return
  shown.sort(([, a], [, b]) => b.shown / b.accounts - a.shown / a.accounts)
  const said = shown.map(([kind, { shown, accounts }]) => `${kind} ${shown} of ${accounts}`)
  console.log(`  honest accounts shown: ${said.join(', ')}`)
}
