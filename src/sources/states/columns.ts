/** Columns of the statements contract, in order; what a file calls its own columns. */
export const columns = [
  'id',
  'state',
  'cohort',
  'prop',
  'lo',
  'hi',
  'unit',
  'kind',
  'valid_from',
  'valid_to',
  'known',
  'origin',
  'carrier',
  'reliability',
  'credibility',
  'relation',
  'target',
  'text',
] as const

/** A column of the statements contract. */
export type Column = (typeof columns)[number]

/** Columns without which no row of a file could be read. */
export const neededColumns: readonly Column[] = [
  'state',
  'prop',
  'known',
  'origin',
  'reliability',
  'credibility',
]

const known: ReadonlyMap<string, Column> = new Map([
  ...columns.map((column) => [column, column] as const),
  ['validFrom', 'valid_from'],
  ['validTo', 'valid_to'],
])

/** The column that a name in a file stands for; JSON may also write `validFrom` as the type does. */
export const toColumn = (name: string): Column | undefined => known.get(name.trim())
