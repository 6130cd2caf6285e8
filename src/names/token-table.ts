import forms from '../../data/legal-forms.json' with { type: 'json' }
import organisationWeights from '../../data/organisation-weights.json' with { type: 'json' }
import table from '../../data/token-frequency.json' with { type: 'json' }
import type { Millibits } from '../model/index.ts'
import { lightWords } from './person/index.ts'
import { nameWeights } from './weights.ts'

const bits = (share: number): Millibits => Math.round(-1000 * Math.log2(share))

type Population = readonly (readonly [token: string, millibits: Millibits])[]

const counts = (counted: Readonly<Record<string, number>>, names: number): Population =>
  Object.entries(counted).map(([token, count]) => [token, bits(count / names)])

/** Names of official lists, and family names of Koreans. */
const lists: readonly Population[] = [
  counts(table.tokens, table.names),
  counts(table.korean.tokens, table.korean.names),
  Object.entries(table.korean.families).map(([token, share]) => [token, bits(share)] as const),
  counts(table.companies.tokens, table.companies.names),
]

const byQuarters = (quarters: Readonly<Record<string, string>>): Population =>
  Object.entries(quarters).flatMap(([quarter, tokens]) =>
    tokens.split(' ').map((token) => [token, 250 * Number(quarter)] as const),
  )

const unlisted = ({ length }: string): Millibits =>
  nameWeights.unlisted[Math.min(length, nameWeights.unlisted.length - 1)] as Millibits

const known = new Map<string, Millibits>(lightWords)
for (const form of Object.keys(forms.classes)) known.set(form, organisationWeights.form)
for (const population of lists)
  for (const [token, says] of population)
    known.set(token, Math.min(known.get(token) ?? Number.POSITIVE_INFINITY, says))

/** The share of each token where it has one spelling, and elsewhere. */
const leastOf = (populations: readonly Population[]): ReadonlyMap<string, Millibits> => {
  const least = new Map<string, Millibits>()
  for (const population of populations)
    for (const [token, says] of population)
      least.set(token, Math.min(least.get(token) ?? unlisted(token), says))
  return least
}
const [fixed, open] = [true, false].map((isFixed) =>
  leastOf(
    table.people.populations
      .filter(({ spelling }) => (spelling === 'fixed') === isFixed)
      .map(({ quarters }) => byQuarters(quarters)),
  ),
) as [ReadonlyMap<string, Millibits>, ReadonlyMap<string, Millibits>]

const spelledFixed = new Set<string>()
for (const [token, says] of fixed)
  if (says < Math.min(open.get(token) ?? Number.POSITIVE_INFINITY, known.get(token) ?? says + 1))
    spelledFixed.add(token)
for (const population of [fixed, open])
  for (const [token, says] of population)
    known.set(token, Math.min(known.get(token) ?? unlisted(token), says))

/**
 * What a shared token says: −log2 of its share among names, in millibits, the least over the
 * populations of `data/token-frequency.json`, because two names that share a token may both come from
 * the population where it is commonest. A token below their cuts has the value of its length.
 */
export const information = (token: string): Millibits => known.get(token) ?? unlisted(token)

/** Whether a token is borne often enough to stand in a table. */
export const isKnown = (token: string): boolean => known.has(token)

/** Whether a token is commonest where each name has one spelling. */
export const hasFixedSpelling = (token: string): boolean => spelledFixed.has(token)
