const shared = [
  'programKey',
  'annex',
  'measure',
  'startDate',
  'reason',
  'schema',
  'name',
  'alias',
  'weakAlias',
  'previousName',
  'country',
  'nationality',
  'jurisdiction',
  'birthDate',
  'birthPlace',
  'position',
  'passportNumber',
  'gender',
  'appearance',
  'ethnicity',
  'fatherName',
  'motherName',
  'incorporationDate',
  'legalForm',
  'sector',
  'registrationNumber',
  'taxNumber',
  'idNumber',
  'innCode',
  'ogrnCode',
  'kppCode',
  'okpoCode',
  'leiCode',
  'swiftBic',
  'ticker',
  'imoNumber',
  'mmsi',
  'flag',
  'address',
  'phone',
  'email',
  'website',
  'notes',
] as const

type Shared = (typeof shared)[number]

/** Headers of the two kinds of file: snapshots of whole acts, and acts that amend them. */
export const headers: {
  readonly consolidated: readonly ('celex' | 'recordId' | Shared)[]
  readonly amendments: readonly ('amendedCelex' | 'amendmentCelex' | 'recordId' | Shared)[]
} = {
  consolidated: ['celex', 'recordId', ...shared],
  amendments: ['amendedCelex', 'amendmentCelex', 'recordId', ...shared],
}

export type Kind = keyof typeof headers
export type Column = (typeof headers)[Kind][number]

/** The kind of file that has exactly this first line. */
export const kindOf = (firstLine: string): Kind | undefined =>
  (['consolidated', 'amendments'] as const).find((kind) => headers[kind].join(',') === firstLine)
