import { type PartialDate, parsePartialDate } from '../model/index.ts'

/** Facts of a case that name a state, by its ISO 3166-1 alpha-3 code. */
export const factNames = [
  'worker_state',
  'nationality_held',
  'nationality_stated',
  'employer_state',
  'client_state',
  'platform_state',
  'payer_state',
  'exchange_state',
  'cashout_state',
  'flag_state',
  'intermediary_state',
] as const

export type FactName = (typeof factNames)[number]

/**
 * A case as far as it is known: where the worker, the money and those between them are. What is not
 * known is left out. `on` is the day that is asked about, no fact of the case.
 */
export type FactPattern = { readonly [name in FactName]?: string } & { readonly on?: PartialDate }

/** A fact pattern, or why it is none: a fact that is misread would name the wrong state. */
export type FactsRead =
  | { readonly ok: true; readonly facts: FactPattern }
  | { readonly ok: false; readonly reasons: readonly string[] }

const isFactName = (key: string): key is FactName => factNames.some((name) => name === key)

/** Reads a fact pattern from a parsed file. Null and empty text count as not known. */
export const parseFacts = (value: unknown): FactsRead => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { ok: false, reasons: ['it holds no facts by name, such as {"worker_state": "RUS"}'] }
  const reads = Object.entries(value)
    .filter(([, given]) => given !== null && given !== '')
    .map(([key, given]) => ({ key, ...readFact(key, given) }))
  const reasons = reads.flatMap(({ key, reason }) => (reason ? [`${key} ${reason}`] : []))
  if (reasons.length > 0) return { ok: false, reasons }
  return { ok: true, facts: Object.fromEntries(reads.map(({ key, read }) => [key, read])) }
}

type Read = { readonly read?: string; readonly reason?: string }

const readFact = (key: string, given: unknown): Read => {
  if (key !== 'on' && !isFactName(key))
    return { reason: `is no fact that is known; known are ${factNames.join(', ')} and on` }
  if (typeof given !== 'string') return { reason: `is ${JSON.stringify(given)}, not a text` }
  if (key === 'on') {
    const read = parsePartialDate(given)
    return read && /^[\d-]+$/.test(read)
      ? { read }
      : { reason: `is ${JSON.stringify(given)}, no date such as 2026-11-24` }
  }
  if (/^[A-Za-z]{3}$/.test(given)) return { read: given.toUpperCase() }
  return { reason: `is ${JSON.stringify(given)}, no code of three letters (ISO 3166-1), as RUS` }
}
