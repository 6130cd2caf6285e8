import type { Language } from '../lattice/index.ts'
import { shares, syllableCount, syllables, toPinyin } from './syllables.ts'

/** Initials and finals that speakers of other dialects, and their transcribers, take for each other. */
const initialPairs: readonly (readonly [string, string])[] = [
  ['zh', 'z'],
  ['ch', 'c'],
  ['sh', 's'],
  ['n', 'l'],
  ['f', 'h'],
]
const finalPairs: readonly (readonly [string, string])[] = [
  ['ang', 'an'],
  ['eng', 'en'],
  ['ing', 'in'],
  ['v', 'u'],
  ['ve', 'ue'],
]

const swaps = (syllable: string): string[] => [
  ...initialPairs.flatMap(([a, b]) => [
    ...(syllable.startsWith(a) ? [b + syllable.slice(a.length)] : []),
    ...(syllable.startsWith(b) && !syllable.startsWith(a) ? [a + syllable.slice(b.length)] : []),
  ]),
  ...finalPairs.flatMap(([a, b]) => [
    ...(syllable.endsWith(a) ? [syllable.slice(0, -a.length) + b] : []),
    ...(syllable.endsWith(b) ? [syllable.slice(0, -b.length) + a] : []),
  ]),
]

const nearOf: readonly ReadonlySet<string>[] = syllables.map((syllable) => new Set(swaps(syllable)))

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/**
 * One Chinese name is seldom written in other characters of the same sound (three names in a hundred,
 * by ear or by a slip at the keyboard); about three common characters share a sound in names.
 */
const characters = { same: 3, other: 0.03 }

/** Chinese names as the lattice compares them, in syllables of pinyin without tones. */
export const chinese: Language = {
  id: 'chinese',
  name: 'Chinese',
  share: (id, position) => shares[position][id] as number,
  near: (a, b) =>
    a < syllableCount && b < syllableCount && nearOf[a]?.has(syllables[b] as string) === true,
  print: (id, position) => {
    const pinyin = toPinyin(id).replace(' ', '').replace('v', 'ü')
    return position === 'second' ? pinyin : capital(pinyin)
  },
  characters,
  say: (left, right) => {
    const [a, b] = [mostly(left), mostly(right)]
    if (a === b) return `same Chinese name, ${a}`
    return `same Chinese name: ${a} and ${b}`
  },
}

const mostly = (ways: readonly string[]): string => ways[0] ?? 'pinyin'
