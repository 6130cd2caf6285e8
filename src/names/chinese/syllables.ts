import table from '../../../data/chinese-frequency.json' with { type: 'json' }
import type { Position } from '../lattice/index.ts'

type Shares = Readonly<Record<string, number>>

/** Pinyin without tones, ü as v; a syllable's id is its place here. Surnames of two syllables follow. */
const single: readonly string[] = [
  ...new Set([table.first, table.second, table.surnames].flatMap((shares) => Object.keys(shares))),
].sort()
const compounds: readonly string[] = Object.keys(table.compounds).sort()
const ids: ReadonlyMap<string, number> = new Map(
  [...single, ...compounds].map((pinyin, id) => [pinyin, id]),
)

/** Ids below this are syllables, the others surnames of two. */
export const syllableCount: number = single.length

/** All syllables of pinyin, by id. */
export const syllables: readonly string[] = single

/** Id of a syllable, or of a surname of two with a space between them; -1 for none. */
export const toId = (pinyin: string): number => ids.get(pinyin) ?? -1

/** The syllable, or the two of a surname, in pinyin. */
export const toPinyin = (id: number): string => single[id] ?? compounds[id - syllableCount] ?? ''

/** Share of a syllable that no count has seen in a position. */
const unseen = 1e-5

const count = (shares: Shares): Float64Array => {
  const counted = new Float64Array(single.length + compounds.length).fill(unseen)
  for (const [pinyin, share] of Object.entries(shares)) counted[toId(pinyin)] = share
  return counted
}

const first = count(table.first)
const second = count(table.second)

/** How common each syllable is in a position. */
export const shares: Readonly<Record<Position, Float64Array>> = {
  surname: count({ ...table.surnames, ...table.compounds }),
  first,
  second,
  single: first.map((share, id) => (share + (second[id] as number)) / 2),
}

/** Whether a syllable or pair of them is a surname at all. */
export const isSurname = (id: number): boolean =>
  (shares.surname[id] ?? 0) > unseen || id >= syllableCount

/** Pinyin that Cantonese syllables (jyutping without tone) stand for, with the share of names. */
export const cantonese: Readonly<Record<'surname' | 'given', Readonly<Record<string, Shares>>>> =
  table.cantonese as unknown as Readonly<Record<'surname' | 'given', Record<string, Shares>>>
