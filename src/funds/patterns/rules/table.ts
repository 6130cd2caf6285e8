import table from '../../../../data/flow-patterns.json' with { type: 'json' }
import { MusterError } from '../../../model/index.ts'

export const patternIds = [
  'peel-chain',
  'structuring',
  'below-limit',
  'pass-through',
  'payroll',
] as const

export type PatternId = (typeof patternIds)[number]

/** Of so many ordinary addresses that were looked at, so many show the pattern this strongly. */
export type Ordinary = {
  readonly at: number
  readonly shown: number
  readonly of: number
  readonly among: string
}

/** A pattern as `data/flow-patterns.json` has it. */
export type Pattern = {
  readonly id: PatternId
  readonly name: string
  readonly says: string
  readonly strength: string
  readonly numbers: Readonly<Record<string, number>>
  readonly why: string
  readonly source: string
  readonly innocent: readonly string[]
  readonly clears: string
  readonly ordinary: readonly Ordinary[]
}

/** An amount of a currency, in whole units, from which or above which payments are reported. */
export type Limit = {
  readonly currency: string
  readonly amount: number
  readonly reported: 'from' | 'above'
  readonly law: string
}

export const patterns: Readonly<Record<PatternId, Pattern>> = Object.fromEntries(
  table.patterns.map((pattern) => [pattern.id, pattern]),
) as unknown as Readonly<Record<PatternId, Pattern>>

export const limits: readonly Limit[] = table.limits as readonly Limit[]

/** Codes of currencies, and of assets that keep the value of one. */
export const stableCodes: ReadonlySet<string> = new Set([
  ...table.stable.map(({ asset }) => asset),
  ...table.currencies.codes.split(' '),
])

/** Transfers in one asset above which an address is the subject of no pattern. */
export const busy: number = table.busy.transfers

/** A number that a rule uses. Error: `internal` where the table has no such. */
export const numberOf = (id: PatternId, name: string): number => {
  const number = patterns[id].numbers[name]
  if (number === undefined) throw new MusterError('internal', `${id} has no number ${name}`)
  return number
}

/** A text of the table with the numbers that it names in their places. */
export const withNumbers = (
  text: string,
  numbers: Readonly<Record<string, number | string>>,
): string => text.replaceAll(/`(\w+)`/g, (name, key: string) => `${numbers[key] ?? name}`)

/** How deposit addresses of services are told. */
export const depositRule: {
  readonly says: string
  readonly why: string
  readonly source: string
  readonly innocent: readonly string[]
  readonly clears: string
} = {
  ...table.deposit,
  says: withNumbers(table.deposit.says, {
    percent: table.deposit.percent,
    dust: table.deposit.dust,
    days: table.deposit.days,
  }),
}
