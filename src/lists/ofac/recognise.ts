import { dirname } from 'node:path'
import { type File, headText, rootElement } from '../../formats/index.ts'
import { parsePartialDate } from '../../model/index.ts'
import type { ListId, Recognised } from '../reader.ts'

/**
 * Programmes that most entries of OFAC's other lists have and few of the SDN list: the Palestinian
 * Legislative Council, sectoral sanctions, Chinese military companies, evaders, correspondent accounts.
 */
const otherPrograms = /^(?:NS-.+|561-.+|FSE-.+|CMIC-.+|CAPTA.*|UKRAINE-EO13662)$/

/** Recognises `sdnList` XML: SDN.XML, and the consolidated list of all others, of the same shape. */
export const recogniseXml = (file: File): Recognised | undefined => {
  if (rootElement(file) !== 'sdnList') return undefined
  const head = headText(file)
  const published = /<Publish_Date>\s*([^<]+?)\s*</.exec(head)?.[1]
  const count = /<Record_Count>\s*(\d+)\s*</.exec(head)?.[1]
  return {
    list: namedList(file.name) ?? listOfEntries(head),
    group: file.path,
    part: 'xml',
    date: (published && parsePartialDate(published, 'month-first')) ?? null,
    ...(count === undefined ? {} : { declared: Number(count) }),
  }
}

const namedList = (name: string): ListId | undefined => {
  if (/^sdn/i.test(name)) return 'ofac-sdn'
  return /^cons/i.test(name) ? 'ofac-cons' : undefined
}

/** The list by the programmes of the first entries. */
const listOfEntries = (head: string): ListId => {
  const entries = head.split('<sdnEntry>').slice(1)
  const other = entries.filter((entry) =>
    [...entry.matchAll(/<program>\s*([^<]+?)\s*</g)].some((each) =>
      otherPrograms.test(each[1] as string),
    ),
  )
  return other.length * 2 > entries.length ? 'ofac-cons' : 'ofac-sdn'
}

/** Names of the tables of the two legacy CSV sets: list, part, number of columns. */
const tableNames: Readonly<Record<string, readonly [ListId, string, number]>> = {
  sdn_comments: ['ofac-sdn', 'comments', 2],
  sdn: ['ofac-sdn', 'sdn', 12],
  alt: ['ofac-sdn', 'alt', 5],
  add: ['ofac-sdn', 'add', 6],
  cons_prim: ['ofac-cons', 'sdn', 12],
  cons_alt: ['ofac-cons', 'alt', 5],
  cons_add: ['ofac-cons', 'add', 6],
  cons_comments: ['ofac-cons', 'comments', 2],
}

/**
 * Recognises a table of a legacy CSV set, which has no header line, by its name and first row. What
 * follows the table's name (`alt-2025-12.csv`) says which tables belong together, and their date.
 */
export const recogniseCsv = (file: File): Recognised | undefined => {
  const [, name = '', suffix = ''] =
    /^(sdn_comments|sdn|alt|add|cons_(?:prim|alt|add|comments))(?:[-_. ](.+))?\.csv$/i.exec(
      file.name,
    ) ?? []
  const table = tableNames[name.toLowerCase()]
  if (!table || !startsWithRow(headText(file), table[2])) return undefined
  const [list, part] = table
  return {
    list,
    group: `${dirname(file.path)}/${list}/${suffix}`,
    part,
    date: dateOf(suffix),
  }
}

/** Whether a text starts with a row of that many cells, of which the first is a number. */
const startsWithRow = (text: string, width: number): boolean => {
  const row = /^\uFEFF?((?:"(?:[^"]|"")*"|[^"\r\n])*)/.exec(text)?.[1] ?? ''
  const cells = row.match(/(?:^|,)(?:\s*"(?:[^"]|"")*"\s*|[^",]*)/g) ?? []
  return cells.length === width && /^"?\s*\d+\s*"?$/.test(cells[0] ?? '')
}

const dateOf = (suffix: string): string | null => {
  const [, year, month, day] = /^(\d{4})(?:[-_]?(\d\d))?(?:[-_]?(\d\d))?$/.exec(suffix) ?? []
  const parts = [year, month, day].filter((part) => part !== undefined)
  return parts.length > 0 ? (parsePartialDate(parts.join('-')) ?? null) : null
}
