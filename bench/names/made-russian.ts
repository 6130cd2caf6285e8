import type { Dice } from '../dice.ts'
import { toPassport } from '../people/passport.ts'
import { drawFrom, fillUrn, pick, type Urn } from './draw.ts'
import { isSameOrPart } from './homonym.ts'
import type { MadeRow } from './made.ts'
import { type Row, readTable } from './tables.ts'

const urn = (rows: readonly Row[], sex: string): Urn<string> => {
  const mine = rows.filter((row) => row.sex === sex)
  const { sums } = fillUrn(mine, ({ count_or_share }) => Number(count_or_share || 0))
  return { items: mine.map(({ name }) => name ?? ''), sums }
}

/** English press, and the French style of passports before 1997, against the passport of today. */
const english: Readonly<Record<string, string>> = {
  iu: 'yu',
  ia: 'ya',
  ii: 'y',
  ei: 'ey',
  ai: 'ay',
}
const french: Readonly<Record<string, string>> = {
  shch: 'chtch',
  sh: 'ch',
  ch: 'tch',
  zh: 'j',
  iu: 'iou',
  u: 'ou',
  v: 'ff',
  ii: 'y',
}

/** One pass over a word in lower case, longest letters first; ends marked by the pattern. */
const exchange = (
  word: string,
  letters: RegExp,
  table: Readonly<Record<string, string>>,
): string => {
  const text = toPassport(word)
    .toLowerCase()
    .replace(letters, (found) => table[found] ?? found)
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const romanise: Readonly<Record<string, (word: string) => string>> = {
  cyrillic: (word) => word,
  passport: toPassport,
  english: (word) => exchange(word, /iu|ia|[iea]i\b/g, english),
  french: (word) => exchange(word, /shch|sh|ch|zh|iu|ii\b|u|v\b/g, french),
}

/** Rows of made Russian names: Cyrillic and three romanisations; a patronymic may be left out. */
export const russianRows = (): MadeRow[] => {
  const tables = ['ru_given.tsv', 'ru_patronymic.tsv', 'ru_family_zhuravlev.tsv'].map((name) =>
    readTable(name),
  )
  const urns = ['M', 'F'].map((sex) => tables.map((rows) => urn(rows, sex)))
  const draw = (roll: Dice): { words: string[]; urns: Urn<string>[] } => {
    const mine = pick(urns, roll)
    return { words: mine.map((each) => drawFrom(each, roll)), urns: mine }
  }
  const print = (words: readonly string[], system: string, roll: Dice): string => {
    const [given, patronymic, family] = words.map((word) => romanise[system]?.(word) ?? '')
    const kept = roll(2) === 0 ? [given, family] : [given, patronymic, family]
    return roll(3) === 0 ? [family, ...kept.slice(0, -1)].join(' ') : kept.join(' ')
  }
  const rows: [string, string[], string[]][] = [
    ['made-russian-cyrl-latn', ['cyrillic'], ['passport', 'english', 'french']],
    ['made-russian-latn-latn', ['passport'], ['english', 'french']],
  ]
  return rows.map(([row, a, b]) => ({
    row,
    from: [a.join('/'), b.join('/')],
    draw: (roll, same) => {
      const { words, urns: mine } = draw(roll)
      // A namesake differs in given name and patronymic, at times in the family name alone.
      const changed = roll(4) === 0 ? [2] : [0, 1]
      const other = words.map((word, i) =>
        changed.includes(i) ? drawFrom(mine[i] as Urn<string>, roll) : word,
      )
      const second = same ? words : other
      const left = print(words, pick(a, roll), roll)
      const right = print(second, pick(b, roll), roll)
      const unclear = changed.some((i) => i !== 1 && words[i] === other[i])
      if (same ? left === right : unclear || isSameOrPart(left, right)) return undefined
      return { key: words.join(' '), left, right }
    },
  }))
}
