import { readFileSync } from 'node:fs'
import type { Ran } from '../program.ts'

type Holder = {
  readonly address: string
  readonly asset: string
  readonly amount: string
  readonly low: string
  readonly high: string
  readonly stop: { readonly kind: string; readonly label: string } | null
  readonly path: readonly {
    readonly tx: string
    readonly src: string
    readonly dst: string
    readonly amount: string
    readonly of: string
  }[]
}

/** What a run of `muster trace` answered. */
export type Answer = {
  readonly holders: readonly Holder[]
  readonly summaries: readonly Readonly<Record<string, string>>[]
}

/** The lines of an answer; a run that failed ends the test with its words. */
export const toAnswer = ({ exit, stdout, stderr }: Ran): Answer => {
  if (exit !== 0) throw new Error(stderr)
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Holder & { summary?: Answer['summaries'][number] })
  return {
    holders: lines.filter(({ summary }) => !summary),
    summaries: lines.flatMap(({ summary }) => (summary ? [summary] : [])),
  }
}

/** A transfer of a link. */
type Crossing = Readonly<Record<'tx' | 'src' | 'asset' | 'amount', string>> & {
  readonly dst: string | null
}

export type LinkLine = Readonly<Record<'kind' | 'strength' | 'from' | 'to', string>> & {
  readonly stop: { readonly address: string }
  readonly set: number
  readonly others: number
  readonly paid_in: readonly Crossing[]
  readonly paid_out: readonly Crossing[]
  readonly proof: readonly Crossing[]
}

/** The links that a run wrote to a file. */
export const readLinks = (path: string): readonly LinkLine[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
