import { lazily } from '../han/index.ts'
import { type Choice, type Path, type Position, toChoice } from '../lattice/index.ts'
import { remember } from '../remember.ts'
import { type Arrangement, arrange, splitWord } from './arrangement.ts'
import { type Part, type Spelled, type Style, styles } from './spelling.ts'
import { isSurname, shares, syllableCount, toId, toPinyin } from './syllables.ts'
import type { Word } from './words.ts'

/** Paths less likely than this against the likeliest are dropped. */
const leastPath = 0.01
const mostPaths = 6

type Joint = { readonly id: number; readonly weight: number }
/** A written syllable in its position: by style, what it may stand for and how common that is. */
type Step = {
  readonly written: string
  readonly position: Position
  readonly meant: readonly (readonly Joint[])[]
  /** By style, the weights of `meant` together. */
  readonly totals: readonly number[]
}
type Weighed = {
  readonly steps: readonly Step[]
  readonly byStyle: readonly number[]
  readonly weight: number
}

const spelledBy = (style: Style, part: Part, written: string): readonly Spelled[] =>
  style.spellings[part].flatMap(([spellings, share]) => {
    const found = spellings.get(written) ?? []
    return share === 1 ? found : found.map((each) => ({ id: each.id, share: each.share * share }))
  })

const remembered: Readonly<Record<Position | 'compound', Map<string, Step>>> = {
  surname: new Map(),
  first: new Map(),
  second: new Map(),
  single: new Map(),
  compound: new Map(),
}

const toStep = (
  written: string,
  position: Position,
  meant: readonly (readonly Joint[])[],
): Step => ({
  written,
  position,
  meant,
  totals: meant.map(sum),
})

const stepOf = (written: string, position: Position): Step =>
  remember(remembered[position], written, () =>
    toStep(
      written,
      position,
      styles().map((style) =>
        spelledBy(style, position === 'surname' ? 'surname' : 'given', written)
          .filter(({ id }) => position !== 'surname' || isSurname(id))
          .map(({ id, share }) => ({ id, weight: share * (shares[position][id] as number) })),
      ),
    ),
  )

const compoundStep = (first: string, second: string): Step =>
  remember(remembered.compound, `${first} ${second}`, () =>
    toStep(
      first + second,
      'surname',
      styles().map((style) => {
        const ends = spelledBy(style, 'given', second)
        return spelledBy(style, 'given', first).flatMap((start) =>
          ends.flatMap((end) => {
            const id = toId(`${toPinyin(start.id)} ${toPinyin(end.id)}`)
            if (id < syllableCount) return []
            return [{ id, weight: start.share * end.share * (shares.surname[id] as number) }]
          }),
        )
      }),
    ),
  )

const stepsOf = ({ surname, given }: Arrangement): Step[] => {
  const [first = '', second] = surname
  const family = second === undefined ? stepOf(first, 'surname') : compoundStep(first, second)
  return [
    family,
    ...given.map((written, k) => {
      if (given.length === 1) return stepOf(written, 'single')
      return stepOf(written, k === 0 ? 'first' : 'second')
    }),
  ]
}

const sum = (joints: readonly Joint[]): number =>
  joints.reduce((total, { weight }) => total + weight, 0)

/** The chance of an arrangement under each style: one style writes the whole name. */
const weigh = (arrangement: Arrangement): Weighed => {
  const steps = stepsOf(arrangement)
  const byStyle: number[] = []
  let weight = 0
  for (const { share } of styles()) {
    let product = share * arrangement.share
    for (const { totals } of steps) product *= totals[byStyle.length] as number
    byStyle.push(product)
    weight += product
  }
  return { steps, byStyle, weight }
}

const toChoiceOf = ({ byStyle, weight }: Weighed, { written, meant, totals }: Step): Choice => {
  const found = new Map<number, { weight: number; best: number; way: string }>()
  byStyle.forEach((chance, s) => {
    if (chance === 0) return
    const joints = meant[s] ?? []
    const total = totals[s] as number
    for (const joint of joints) {
      const part = ((chance / weight) * joint.weight) / total
      const known = found.get(joint.id) ?? { weight: 0, best: 0, way: '' }
      known.weight += part
      if (part > known.best) {
        known.best = part
        known.way = styles()[s]?.name ?? ''
      }
      found.set(joint.id, known)
    }
  })
  return toChoice(
    written,
    [...found].map(([syllable, each]) => ({ syllable, weight: each.weight, way: each.way })),
  )
}

const product = (lists: readonly (readonly (readonly string[])[])[]): (readonly string[])[][] =>
  lists.reduce<(readonly string[])[][]>(
    (made, list) => made.flatMap((head) => list.map((each) => [...head, each])).slice(0, 48),
    [[]],
  )

const written = lazily(
  () =>
    new Set(
      styles().flatMap(({ spellings }) =>
        [...spellings.surname, ...spellings.given].flatMap(([each]) => [...each.keys()]),
      ),
    ),
)

const partings = new Map<string, readonly (readonly string[])[]>()

/**
 * Reads Latin words as a Chinese name: all partings into syllables, both orders, every style. `chance`
 * is the log2 chance that a Chinese name is spelled so; undefined where it cannot be one. Most names
 * are not believed in after that, so `paths` are made when they are asked for.
 */
export const readLatin = (
  words: readonly Word[],
): { readonly paths: () => readonly Path[]; readonly chance: number } | undefined => {
  const splits: (readonly (readonly string[])[])[] = []
  for (const { text } of words) {
    const split = remember(partings, text, () => splitWord(text, written()))
    if (split.length === 0) return undefined
    splits.push(split)
  }
  const weighed = product(splits)
    .flatMap((parts) => arrange(words, parts))
    .map(weigh)
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
  const most = weighed[0]?.weight
  if (most === undefined) return undefined
  const kept = weighed.slice(0, mostPaths).filter(({ weight }) => weight >= most * leastPath)
  const total = kept.reduce((all, { weight }) => all + weight, 0)
  const paths = (): Path[] =>
    kept.map((each) => {
      const [surname, ...given] = each.steps.map((step) => toChoiceOf(each, step))
      return { share: each.weight / total, surname, given }
    })
  return { paths, chance: Math.log2(total) }
}
