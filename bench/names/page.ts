import { toTable, writePage } from '../page.ts'
import type { Measured } from './measure.ts'
import { isFew, type MeasuredRow } from './table.ts'

/** Recall wanted at the last rate: Korean rows, and all others. */
const wanted = { korean: 0.98, other: 0.9 }
const strictest = 1e-4

const percent = (share: number | undefined): string =>
  share === undefined ? '' : (100 * share).toFixed(1)

const systemOf = ({ systems }: MeasuredRow, name: string): Measured | undefined =>
  systems.find(([each]) => each === name)?.[1]

const last = (measured: Measured | undefined): number | undefined => measured?.recall.at(-1)

const ownSystems: ReadonlySet<string> = new Set(['muster', 'no-lattice'])

/** The best that a baseline does on a row, at the last rate. */
const bestBaseline = ({ systems }: MeasuredRow): number =>
  Math.max(0, ...systems.flatMap(([name, each]) => (ownSystems.has(name) ? [] : [last(each) ?? 0])))

const isWide = ({ negatives }: MeasuredRow): boolean => !isFew(negatives, strictest)

const list = (rows: readonly MeasuredRow[]): string =>
  rows.length === 0 ? 'none' : rows.map(({ row }) => `\`${row}\``).join(', ')

const cells = (row: MeasuredRow): (string | number)[] => {
  const own = systemOf(row, 'muster')
  const few = isWide(row) ? '' : '\\*'
  return [
    `\`${row.row}\``,
    row.positives,
    row.negatives,
    ...(own?.recall ?? []).map((share, i) => percent(share) + (i === 2 ? few : '')),
    percent(own?.precision),
    own?.auc.toFixed(4) ?? '',
    ...['no-lattice', 'jaro-winkler', 'token-set', 'exact'].map((name) =>
      percent(last(systemOf(row, name))),
    ),
    row.apart,
    row.homonyms,
  ]
}

const heads = [
  'row',
  'same',
  'other',
  '10⁻²',
  '10⁻³',
  '10⁻⁴',
  'precision',
  'AUC',
  'no lattice',
  'Jaro–Winkler',
  'token set',
  'exact',
  'apart',
  'homonyms',
]

/** Writes the rows as a page, with the rows that fall short of what is wanted. */
export const writeNames = (rows: readonly MeasuredRow[], command: string): void => {
  const short = (korean: boolean): MeasuredRow[] =>
    rows.filter((row) => {
      const isKorean = row.row.includes('korean') && !row.row.includes('typing')
      const least = korean ? wanted.korean : wanted.other
      return isKorean === korean && (last(systemOf(row, 'muster')) ?? 0) < least
    })
  const below = rows.filter((row) => (last(systemOf(row, 'muster')) ?? 0) < bestBaseline(row))
  const sum = (count: (row: MeasuredRow) => number): number =>
    rows.reduce((all, row) => all + count(row), 0)
  writePage({
    name: 'names',
    title: 'Names, measured',
    command,
    paragraphs: [
      'Pairs of names, by language and script, of the half of listed entries that nothing was developed on; rows `made-…` are names drawn by frequency and printed in two systems, of the half of names likewise. *Same* are pairs of forms of one name of one party, *other* are names of two parties, four in five of them near names. Then recall in percent where one in 100, 1,000 and 10,000 others is let through (\\* fewer than 10,000 others, so that none is), precision at the last, and the area under the curve.',
      'For comparison at one in 10,000: Muster without its lattices of Korean, Chinese and Japanese readings, Jaro–Winkler on any-ascii, token-set ratio on any-ascii, and equal words after folding.',
      `*Apart* are pairs of names of one party that are no forms of one name by the rule in \`bench/names/rule.ts\` (noms de guerre, translations, acronyms): ${sum(({ apart }) => apart)} stand beside ${sum(({ positives, apart, row }) => (apart > 0 || !row.startsWith('made') ? positives : 0))} forms in rows of listed names. *Homonyms* are names of two parties that no letter parts: ${sum(({ homonyms }) => homonyms)}. Neither is counted as right or wrong.`,
      toTable(heads, rows.map(cells)),
      `Korean rows under ${percent(wanted.korean)} at one in 10,000: ${list(short(true))}.`,
      `Other rows under ${percent(wanted.other)}: ${list(short(false))}.`,
      `Rows below a baseline: ${list(below)}.`,
    ],
  })
}
