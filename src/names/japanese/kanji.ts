import names from '../../../data/japanese-names.json' with { type: 'json' }
import { foldHan, japaneseReadings, lazily } from '../han/index.ts'
import { type Choice, type Position, toChoice } from '../lattice/index.ts'
import { transliterate } from '../transliteration/index.ts'
import { toWordId } from './mora.ts'
import { shareOf } from './shares.ts'

const way = 'reading of the characters'
const kana = /^[\p{Script=Hiragana}\p{Script=Katakana}ー]$/u

/** 佐々木: the sign repeats the character before it. */
export const unrepeated = (text: string): string => text.replace(/(.)々/gu, '$1$1')

const byForm = (table: Readonly<Record<string, string>>): ReadonlyMap<string, readonly string[]> =>
  new Map(
    Object.entries(table).map(([chars, text]) => [foldHan(unrepeated(chars)), text.split(' ')]),
  )

const surnames = lazily(() => byForm(names.surnames))
const givenReadings = lazily(() => byForm(names.readings))

type Weighed = readonly (readonly [reading: string, weight: number])[]

/** How much likelier a name reads a character by a table of names, Sino-Japanese, or by a native word. */
const weights = { own: 1, on: 0.4, kun: 0.2, stem: 0.2, voiced: 0.3 }
const mostReadings = 10
const mostCombined = 200

/** Readings of one character as names use them; adjectives without their ending as well. */
const readingsOf = (char: string, inGiven: boolean): Weighed => {
  if (kana.test(char)) return [[transliterate(char), 1]]
  const { on, kun } = japaneseReadings(char)
  const own = inGiven ? (givenReadings().get(foldHan(char)) ?? []) : []
  const all = new Map<string, number>()
  const add = (readings: readonly string[], weight: number): void => {
    for (const reading of readings) if (!all.has(reading)) all.set(reading, weight)
  }
  add(own, weights.own)
  add(on, weights.on)
  add(kun, weights.kun)
  add(
    kun.map((reading) => reading.replace(/(?<=[aou])i$/, '')),
    weights.stem,
  )
  return [...all].slice(0, mostReadings)
}

/** The first consonant of a later part turns voiced in compounds: Yama + saki is Yamazaki. */
const voicing: readonly (readonly [RegExp, string])[] = [
  [/^(sh|ch)/, 'j'],
  [/^ts/, 'z'],
  [/^k/, 'g'],
  [/^s/, 'z'],
  [/^t/, 'd'],
  [/^[hf]/, 'b'],
]
const voiced = (reading: string): string => {
  const rule = voicing.find(([plain]) => plain.test(reading))
  return rule ? reading.replace(rule[0], rule[1]) : reading
}

const orVoiced = (readings: Weighed): Weighed => [
  ...readings,
  ...readings.map(([reading, weight]) => [voiced(reading), weight * weights.voiced] as const),
]

const combine = (parts: readonly Weighed[]): Weighed =>
  parts.reduce<Weighed>(
    (heads, part) =>
      heads
        .flatMap(([head, a]) => part.map(([each, b]) => [head + each, a * b] as const))
        .slice(0, mostCombined),
    [['', 1]],
  )

const toWeighed = (written: string, readings: Weighed, position: Position): Choice | undefined => {
  const found = new Map<number, number>()
  for (const [reading, weight] of readings) {
    const id = toWordId(reading)
    if (id >= 0) found.set(id, Math.max(found.get(id) ?? 0, weight * shareOf(id, position)))
  }
  if (found.size === 0) return undefined
  return toChoice(
    written,
    [...found].map(([syllable, weight]) => ({ syllable, weight, way })),
  )
}

/** Whether the characters are a common surname. */
export const isKanjiSurname = (text: string): boolean => surnames().has(foldHan(text))

/** What characters may be read as in a surname; common ones as they are read, others by their parts. */
export const readSurname = (text: string): Choice | undefined => {
  const listed = surnames().get(foldHan(text))
  if (listed)
    return toChoice(
      text,
      listed.map((reading, at) => ({ syllable: toWordId(reading), weight: 0.25 ** at, way })),
    )
  const parts = [...text].map((char, at) => {
    const readings = readingsOf(char, false)
    return at === 0 ? readings : orVoiced(readings)
  })
  return toWeighed(text, combine(parts), 'surname')
}

/** What characters may be read as in a given name, likelier names first. */
export const readGiven = (text: string): Choice | undefined => {
  const whole = givenReadings().get(foldHan(text)) ?? []
  const chars = [...text]
  const parts = chars.map((char, at) => {
    const readings = readingsOf(char, true)
    return at > 0 && at === chars.length - 1 ? orVoiced(readings) : readings
  })
  const known = whole.map((reading) => [reading, 1] as const)
  return toWeighed(text, [...known, ...combine(parts)], 'single')
}
