import anyAscii from 'any-ascii'
import { isPersonForm } from './form-rule.ts'
import { plain, remember } from './skeleton.ts'
import { readTable } from './tables.ts'

/** Chinese family names by each spelling of them, as numbers of rows of the table. */
const families = new Map<string, Set<number>>()

for (const [number, row] of readTable('tables', 'zh_surnames.tsv').entries()) {
  const spellings = ['pinyin', 'wade_giles', 'hong_kong', 'singapore_malaysia']
  const latin = spellings.flatMap((column) => row[column]?.split(' ') ?? []).map(plain)
  for (const spelling of [...latin, ...(row.characters?.split(' ') ?? [])])
    families.set(spelling, (families.get(spelling) ?? new Set()).add(number))
}

/** Syllables of a name, counted by its vowels, or its characters. */
const syllables = (name: string): number =>
  /\p{Script=Han}/u.test(name)
    ? [...name.replace(/\P{Script=Han}/gu, '')].length
    : (plain(name).match(/[aeiouy]+/g)?.length ?? 0)

const familyOf = (name: string): ReadonlySet<number> => {
  const first = /\p{Script=Han}/u.test(name) ? name.charAt(0) : plain(name).split(' ')[0]
  return families.get(first ?? '') ?? new Set()
}

/**
 * Whether two names of one entry are forms of one Chinese name: by the general rule, or characters
 * and Latin letters that share a family name, in any of its dialects, and the number of syllables.
 */
export const isChineseForm = (a: string, b: string): boolean => {
  if (isPersonForm(a, b)) return true
  const han = [a, b].filter((name) => /\p{Script=Han}/u.test(name))
  if (han.length !== 1 || syllables(a) !== syllables(b)) return false
  const other = familyOf(b)
  return [...familyOf(a)].some((family) => other.has(family))
}

/** Sounds of the words of a name by general transliteration, as keys for near names. */
export const chineseKeys: (name: string) => string[] = remember((name) =>
  [...new Set(plain(anyAscii(name).replace(/(?<=[a-z])(?=[A-Z])/g, ' ')).split(' '))].filter(
    (word) => word !== '',
  ),
)
