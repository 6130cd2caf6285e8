import type { Clause } from './clauses.ts'
import type { Labelled } from './labels.ts'

/** The parts of what follows a label, as offsets. */
export type Split = {
  readonly value: Clause
  readonly country?: Clause
  readonly issued?: Clause
  readonly expires?: Clause
  /** What is told of a document beyond that. */
  readonly story?: Clause
}

type Part = 'number' | 'country' | 'issued' | 'expires' | 'story'

/** Number, then `(Country)`, `issued DATE`, `expires DATE`, each only where it is printed. */
const documentShape =
  /^(?<number>.*?)(?<country> \((?=\D*\))(?:[^()]|\([^()]*\))+\))?(?<issued> issued (?=\d|[A-Z][a-z]{2} \d|circa ).*?)?(?<expires> expires .*?)?(?<story> (?:and .*)?issued under .*)?$/s

/** Longer numbers than any document has, which are prose that follows a label. */
const longestNumber = 60

/**
 * Splits what follows a label into its parts. Undefined where nothing follows, or prose where a number
 * should stand.
 */
export const splitValue = (body: string, { use, end }: Labelled): Split | undefined => {
  const start = end + (/^\s*/.exec(body.slice(end))?.[0].length ?? 0)
  if (start === body.length) return use.as === 'note' ? { value: { from: 0, to: end } } : undefined
  if (use.as !== 'document' && use.form !== 'imo')
    return { value: { from: start, to: body.length } }
  const parts: Partial<Record<Part, string>> = documentShape.exec(body.slice(start))?.groups ?? {}
  const number = parts.number ?? ''
  if (!/\d/.test(number) || number.length > longestNumber) return undefined
  let at = start + number.length
  const next = (part: Part, before: string, after: string): Partial<Record<Part, Clause>> => {
    const from = at
    at += parts[part]?.length ?? 0
    return at === from ? {} : { [part]: { from: from + before.length, to: at - after.length } }
  }
  return {
    value: { from: start, to: at },
    ...next('country', ' (', ')'),
    ...next('issued', ' issued ', ''),
    ...next('expires', ' expires ', ''),
    ...next('story', ' ', ''),
  }
}
