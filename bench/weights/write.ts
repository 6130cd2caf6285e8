import { readFileSync, writeFileSync } from 'node:fs'
import { type Estimate, isCarried } from './estimate.ts'
import { boundsOf, keptWeights } from './kept.ts'

/** Table of the product: per feature its weights, why, what was estimated and what is reasoned. */
const table = 'data/screening-weights.json'

/** One estimated outcome of a feature of screening. */
export type Estimated = {
  readonly feature: string
  readonly outcome: string
  readonly estimate: Estimate
}

type FeatureTable = Record<string, unknown> & {
  estimated?: Record<string, unknown>
  reasoned?: Record<string, string>
}

/** Many outcomes are seen a few times only: no estimate is surer than half a bit. */
const step = 500

const rounded = (value: number): number => Number(value.toPrecision(3))

/** How an estimate stands beside its weight: m and u, the cases of each, and where they are from. */
export const showEstimate = ({ m, u }: Estimate): Record<string, unknown> => ({
  m: rounded(m.rate),
  u: rounded(u.rate),
  n: [`${m.seen} of ${m.of}`, `${u.seen} of ${u.of}`],
  from: [m.from, u.from],
})

/** The reason that stands, with the cases that there are. */
const whyReasoned = (name: string, { m, u }: Estimate): string =>
  `${keptWeights[name] ?? 'Too few cases.'} Counted: ${m.seen} of ${m.of} same, ${u.seen} of ${u.of} different.`

/** Why a weight stays as reasoned; undefined where the data carry it. */
export const keptBecause = ({ feature, outcome, estimate }: Estimated): string | undefined => {
  const name = `${feature}.${outcome}`
  return isCarried(estimate) && !keptWeights[name] ? undefined : whyReasoned(name, estimate)
}

const readTable = (): { weights: Record<string, FeatureTable> } =>
  JSON.parse(readFileSync(table, 'utf8'))

/** Millibits that the table of the product holds; undefined where it has no such weight. */
export const weightInUse = ({ feature, outcome }: Estimated): number | undefined => {
  const weight = readTable().weights[feature]?.[outcome]
  return typeof weight === 'number' ? weight : undefined
}

const place = (own: FeatureTable, estimated: Estimated): void => {
  const { feature, outcome, estimate } = estimated
  if (typeof own[outcome] !== 'number') return
  const why = keptBecause(estimated)
  if (why !== undefined) {
    own.reasoned = { ...own.reasoned, [outcome]: why }
    return
  }
  const [least, most] = boundsOf(feature)
  const millibits = step * Math.round((1000 * estimate.bits) / step)
  own[outcome] = Math.max(least, Math.min(most, millibits))
  own.estimated = { ...own.estimated, [outcome]: showEstimate(estimate) }
}

/** Writes what the data carry into the table of screening, with m, u and n beside it. */
export const writeWeights = (all: readonly Estimated[], date: string, source: string): void => {
  const read = readTable()
  for (const own of Object.values(read.weights)) {
    delete own.estimated
    delete own.reasoned
  }
  for (const each of all) {
    const own = read.weights[each.feature]
    if (own) place(own, each)
  }
  writeFileSync(table, `${JSON.stringify({ ...read, date, source }, null, 2)}\n`)
}
