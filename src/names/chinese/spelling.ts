import names from '../../../data/chinese-names.json' with { type: 'json' }
import { lazily } from '../han/index.ts'
import { spellCantonese } from './hong-kong.ts'
import { cantonese, syllables, toId } from './syllables.ts'
import { toWadeGiles } from './wade-giles.ts'

/** A syllable that a spelling may stand for, and how much of its bearers spell it so. */
export type Spelled = { readonly id: number; readonly share: number }
export type Part = 'surname' | 'given'
type Spellings = ReadonlyMap<string, readonly Spelled[]>

/** A system or habit of spelling and the share of Chinese names written in it. */
export type Style = {
  readonly name: string
  readonly share: number
  readonly spellings: Readonly<Record<Part, readonly Mixed[]>>
}
/** Spellings and the part of the style's names that they have. */
export type Mixed = readonly [spellings: Spellings, part: number]

type Row = readonly [id: number, spellings: readonly (readonly [spelling: string, share: number])[]]

const collect = (rows: Iterable<Row>): Spellings => {
  const found = new Map<string, Spelled[]>()
  for (const [id, spellings] of rows)
    for (const [spelling, share] of spellings) {
      const meant = found.get(spelling)
      if (meant) meant.push({ id, share })
      else found.set(spelling, [{ id, share }])
    }
  return found
}

const both = (spellings: Spellings): Style['spellings'] => ({
  surname: [[spellings, 1]],
  given: [[spellings, 1]],
})

/** ü is typed v, u or yu, and left with its dots now and then. */
const pinyin = (syllable: string): Row[1] => {
  if (!syllable.includes('v')) return [[syllable, 1]]
  return [
    [syllable, 0.25],
    [syllable.replace('v', 'ü'), 0.15],
    [syllable.replace('v', 'u'), 0.35],
    [syllable.replace('v', 'yu'), 0.25],
  ]
}

const wadeGilesOf = lazily(
  () => new Map(syllables.map((syllable) => [syllable, toWadeGiles(syllable)])),
)
const inWadeGiles = (syllable: string): string => wadeGilesOf().get(syllable) ?? syllable

const undotted = (text: string): string => text.replace('ü', 'u')

const marked = (syllable: string): Row[1] => {
  const spelling = inWadeGiles(syllable)
  const plain = undotted(spelling)
  return plain === spelling
    ? [[spelling, 1]]
    : [
        [spelling, 0.6],
        [plain, 0.4],
      ]
}

/** Wade-Giles as it is typed: no apostrophes; `he` beside `ho`, `szu` and `tze` beside `ssu` and `tzu`, `chie` for `chieh`. */
const variants: Readonly<Record<string, string>> = {
  kuei: 'kui',
  ssu: 'szu',
  tzu: 'tze',
  i: 'yi',
  ko: 'ke',
  ying: 'ing',
  yin: 'in',
  ho: 'he',
}
const bare = (syllable: string): Row[1] => {
  const plain = undotted(inWadeGiles(syllable).replace("'", ''))
  const other = variants[plain] ?? (plain.endsWith('eh') ? plain.slice(0, -1) : undefined)
  return other === undefined
    ? [[plain, 1]]
    : [
        [plain, 0.8],
        [other, 0.2],
      ]
}

const bySyllable = (spell: (syllable: string) => Row[1]): Spellings =>
  collect(syllables.map((syllable) => [toId(syllable), spell(syllable)]))

const hongKong = (part: Part): Spellings => {
  const totals = new Map<string, number>()
  for (const meant of Object.values(cantonese[part]))
    for (const [syllable, share] of Object.entries(meant))
      totals.set(syllable, share + (totals.get(syllable) ?? 0))
  const sums = new Map<string, Map<number, number>>()
  for (const [sound, meant] of Object.entries(cantonese[part]))
    for (const [spelling, share] of spellCantonese(sound)) {
      const sum = sums.get(spelling) ?? new Map<number, number>()
      for (const [syllable, joint] of Object.entries(meant)) {
        const id = toId(syllable)
        if (id >= 0) sum.set(id, (sum.get(id) ?? 0) + (share * joint) / (totals.get(syllable) ?? 1))
      }
      sums.set(spelling, sum)
    }
  return new Map(
    [...sums].map(([spelling, sum]) => [spelling, [...sum].map(([id, share]) => ({ id, share }))]),
  )
}

/** Surnames by habit of a region, the likelier first. */
const habits = (): Spellings =>
  collect(
    Object.entries(names.habits).map(([syllable, text]): Row => {
      const spellings = text.split(' ')
      return [toId(syllable), spellings.map((one) => [one, 1 / (spellings.length + 1)])]
    }),
  )

const make = (): readonly Style[] => {
  const [plain, wadeGiles, given] = [bySyllable(pinyin), bySyllable(bare), hongKong('given')]
  return [
    { name: 'pinyin', share: 0.78, spellings: both(plain) },
    { name: 'Wade-Giles', share: 0.01, spellings: both(bySyllable(marked)) },
    { name: 'Wade-Giles without marks', share: 0.08, spellings: both(wadeGiles) },
    {
      name: 'Hong Kong',
      share: 0.08,
      spellings: { surname: [[hongKong('surname'), 1]], given: [[given, 1]] },
    },
    {
      name: 'a habit of the region',
      share: 0.05,
      spellings: {
        surname: [[habits(), 1]],
        given: [
          [plain, 0.4],
          [given, 0.35],
          [wadeGiles, 0.25],
        ],
      },
    },
  ]
}

/** All styles; made on first use. */
export const styles: () => readonly Style[] = lazily(make)
