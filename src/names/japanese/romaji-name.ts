import { type Choice, type Path, toChoice } from '../lattice/index.ts'
import { foldRomaji, toWordId } from './mora.ts'
import { isListedSurname, shareOf } from './shares.ts'

/** Shares of the orders of the two words; a comma ends the surname. */
const order = { front: 0.5, afterComma: 0.98 }
const leastPath = 0.005

/** A name of two words read both ways, and the log2 chance that a Japanese name is spelled so. */
export type Romaji = {
  readonly paths: readonly Path[]
  readonly chance: number
  readonly words: readonly string[]
  /** Whether one of the two is a common surname. */
  readonly isListed: boolean
}

const separators = /[\s,]+/
const ascii = /^[a-z]+$/

/** Reads two words of Latin letters; undefined where one of them is no Japanese word. */
export const readRomaji = (text: string, way: string): Romaji | undefined => {
  const written = text.trim().split(separators)
  const [a, b, more] = written
  if (!a || !b || more !== undefined) return undefined
  const words = [foldRomaji(a), foldRomaji(b)]
  const [first, second] = [toWordId(a), toWordId(b)]
  if (first < 0 || second < 0 || !words.every((word) => ascii.test(word))) return undefined
  const choice = (at: string, syllable: number): Choice =>
    toChoice(at, [{ syllable, weight: 1, way }])
  const weight = (surname: number, given: number, share: number): number =>
    share * shareOf(surname, 'surname') * shareOf(given, 'single')
  const front = text.includes(',') ? order.afterComma : order.front
  const weights = [weight(first, second, front), weight(second, first, 1 - front)]
  const total = weights.reduce((sum, each) => sum + each, 0)
  const paths: Path[] = [
    {
      share: (weights[0] as number) / total,
      surname: choice(a, first),
      given: [choice(b, second)],
    },
    {
      share: (weights[1] as number) / total,
      surname: choice(b, second),
      given: [choice(a, first)],
    },
  ]
  return {
    paths: paths.filter(({ share }) => share >= leastPath).sort((x, y) => y.share - x.share),
    chance: Math.log2(total),
    words: [a, b].map((word) => word.toLowerCase().replace(/[^a-z]/g, '')),
    isListed: isListedSurname(first) || isListedSurname(second),
  }
}
