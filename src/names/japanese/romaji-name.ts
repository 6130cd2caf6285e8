import { type Choice, type Path, toChoice } from '../lattice/index.ts'
import { remember } from '../remember.ts'
import { foldRomaji, toWordId } from './mora.ts'
import { isListedSurname, shareOf } from './shares.ts'

/** Shares of the orders of the two words; a comma ends the surname. */
const order = { front: 0.5, afterComma: 0.98 }
const leastPath = 0.005

/** A name of two words read both ways, and the log2 chance that a Japanese name is spelled so. */
export type Romaji = {
  readonly paths: () => readonly Path[]
  readonly chance: number
  readonly words: readonly string[]
  /** Whether one of the two is a common surname. */
  readonly isListed: boolean
}

const separators = /[\s,]+/
const ascii = /^[a-z]+$/

type Word = { readonly id: number; readonly surname: number; readonly given: number }

const remembered = new Map<string, Word | undefined>()

/** A word and how common it is as a name, undefined where it is no Japanese word; remembered. */
const toWord = (written: string): Word | undefined =>
  remember(remembered, written, () => {
    const id = ascii.test(foldRomaji(written)) ? toWordId(written) : -1
    if (id < 0) return undefined
    return { id, surname: shareOf(id, 'surname'), given: shareOf(id, 'single') }
  })

/** Reads two words of Latin letters; undefined where one of them is no Japanese word. */
export const readRomaji = (text: string, way: string): Romaji | undefined => {
  const written = text.trim().split(separators)
  const [a, b, more] = written
  if (!a || !b || more !== undefined) return undefined
  const first = toWord(a)
  const second = first && toWord(b)
  if (!first || !second) return undefined
  const front = text.includes(',') ? order.afterComma : order.front
  const weights = [
    front * first.surname * second.given,
    (1 - front) * second.surname * first.given,
  ] as const
  const total = weights[0] + weights[1]
  const choice = (at: string, { id }: Word): Choice =>
    toChoice(at, [{ syllable: id, weight: 1, way }])
  const paths = (): Path[] =>
    [
      { share: weights[0] / total, surname: choice(a, first), given: [choice(b, second)] },
      { share: weights[1] / total, surname: choice(b, second), given: [choice(a, first)] },
    ]
      .filter(({ share }) => share >= leastPath)
      .sort((x, y) => y.share - x.share)
  return {
    paths,
    chance: Math.log2(total),
    words: [a, b].map((word) => word.toLowerCase().replace(/[^a-z]/g, '')),
    isListed: isListedSurname(first.id) || isListedSurname(second.id),
  }
}
