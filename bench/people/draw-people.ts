import anyAscii from 'any-ascii'
import { type Dice, dice } from '../dice.ts'
import { drawFrom, fillUrn, pick, type Urn } from '../names/draw.ts'
import { systems } from '../names/korean-forms.ts'
import { drawKorean } from '../names/korean-people.ts'
import { type Row, readTable } from '../names/tables.ts'
import { toPassport } from './passport.ts'

/** Names by how often they are borne. */
const weighted = (rows: readonly Row[]): Urn<string> => {
  const urn = fillUrn(rows, ({ count_or_share }) => Number(count_or_share || 0))
  return { items: rows.map(({ name }) => name ?? ''), sums: urn.sums }
}

const urnOf = (rows: readonly Row[], wanted: (row: Row) => boolean): Urn<string> =>
  weighted(rows.filter(wanted))

const title = (name: string): string =>
  name.toLowerCase().replace(/(?<![\p{L}'])\p{L}/gu, (letter) => letter.toUpperCase())

const koreanAs =
  (ids: readonly string[]): ((roll: Dice) => string) =>
  (roll) =>
    systems.find(({ id }) => id === pick(ids, roll))?.print(drawKorean(roll), roll) ?? ''

const chinese = (): ((roll: Dice) => string) => {
  const family = weighted(readTable('zh_family.tsv'))
  const given = urnOf(
    readTable('zh_given.tsv'),
    ({ source }) => source?.endsWith('top1000') ?? false,
  )
  const character = weighted(readTable('zh_given_char.tsv'))
  return (roll) => {
    const two = (): string => drawFrom(character, roll) + drawFrom(character, roll)
    const name = roll(2) === 0 ? drawFrom(given, roll) : two()
    const spelled = [drawFrom(family, roll), name].map((text) => title(anyAscii(text)))
    return spelled.join(' ')
  }
}

const arabic = (): ((roll: Dice) => string) => {
  const rows = readTable('ar_wikidata.tsv')
  const given = urnOf(rows, ({ part }) => part === 'given')
  const family = urnOf(rows, ({ part }) => part === 'family')
  return (roll) => {
    const father = roll(2) === 0 ? [drawFrom(given, roll)] : []
    return [drawFrom(given, roll), ...father, drawFrom(family, roll)].join(' ')
  }
}

const russian = (): ((roll: Dice) => string) => {
  const [given, family, patronymic] = ['ru_given', 'ru_family_zhuravlev', 'ru_patronymic'].map(
    (name) => readTable(`${name}.tsv`),
  ) as [Row[], Row[], Row[]]
  const bySex = ['M', 'F'].map((sex) =>
    [given, patronymic, family].map((rows) => urnOf(rows, (row) => row.sex === sex)),
  )
  return (roll) => {
    const urns = pick(bySex, roll)
    const parts = roll(2) === 0 ? urns : [urns[0], urns[2]]
    return parts.map((urn) => toPassport(drawFrom(urn as Urn<string>, roll))).join(' ')
  }
}

const western = (
  givenTable: string,
  familyTable: string,
  families: number,
): ((roll: Dice) => string) => {
  const given = weighted(readTable(givenTable))
  const family = weighted(readTable(familyTable))
  return (roll) =>
    [drawFrom(given, roll), ...Array.from({ length: families }, () => drawFrom(family, roll))]
      .map(title)
      .join(' ')
}

const languages: readonly (readonly [string, () => (roll: Dice) => string])[] = [
  ['Korean, Latin', () => koreanAs(['rr', 'press', 'press', 'abroad'])],
  ['Korean, Hangul', () => koreanAs(['south'])],
  ['Korean, DPRK spelling', () => koreanAs(['dprk', 'form'])],
  ['Chinese', chinese],
  ['Arabic', arabic],
  ['Russian', russian],
  ['Spanish', () => western('es_given.tsv', 'es_family.tsv', 2)],
  ['English', () => western('en_given.tsv.gz', 'en_family.tsv', 1)],
]

/** Draws so many ordinary people of a language, the same at every call. */
export const people: readonly (readonly [string, (count: number) => string[]])[] = languages.map(
  ([language, make]) => [
    language,
    (count) => {
      const [draw, roll] = [make(), dice(2026)]
      return Array.from({ length: count }, () => draw(roll))
    },
  ],
)
