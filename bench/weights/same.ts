import { bitsOfWhole, type Entry } from './entry.ts'

/** What proves two entries to be one person. */
export type Proof = 'number' | 'rareName' | 'nameAndDate'

/** Two entries of different bodies that are one person, and all that proves it. */
export type SamePair = {
  readonly left: Entry
  readonly right: Entry
  readonly proofs: ReadonlySet<Proof>
}

/** A name that so few bear that two bodies that list it mean one person: tokens and bits at least. */
const rareTokens = 3
const rareBits = 30

const wholeDay = /^\d{4}-(?!01-01$)\d{2}-\d{2}$/

/** Keys of an entry by proof; equal keys prove. */
const keysOf = ({ listed: { profile }, wholes }: Entry): [Proof, string][] => [
  ...profile.identifiers
    .filter(({ family }) => family === 'document')
    .map(({ key }): [Proof, string] => ['number', key]),
  ...wholes
    .filter((whole) => whole.split(' ').length >= rareTokens && bitsOfWhole(whole) >= rareBits)
    .map((whole): [Proof, string] => ['rareName', whole]),
  ...profile.birthDates
    .filter(({ value }) => wholeDay.test(value))
    .flatMap(({ value }) =>
      wholes.map((whole): [Proof, string] => ['nameAndDate', `${whole} ${value}`]),
    ),
]

/** A key that two entries of one body share proves nothing: it is a homonym or a copied number. */
const isProving = (holders: readonly Entry[]): boolean =>
  holders.length > 1 && new Set(holders.map(({ body }) => body)).size === holders.length

/** All pairs of entries of different bodies that are provably one person. */
export const samePairs = (people: readonly Entry[]): SamePair[] => {
  const byKey = new Map<string, { proof: Proof; holders: Set<Entry> }>()
  for (const entry of people)
    for (const [proof, key] of keysOf(entry)) {
      const known = byKey.get(`${proof} ${key}`)
      if (known) known.holders.add(entry)
      else byKey.set(`${proof} ${key}`, { proof, holders: new Set([entry]) })
    }
  const pairs = new Map<string, { left: Entry; right: Entry; proofs: Set<Proof> }>()
  for (const { proof, holders: set } of byKey.values()) {
    const holders = [...set]
    if (!isProving(holders)) continue
    for (const [k, left] of holders.entries())
      for (const right of holders.slice(k + 1)) {
        const name = `${left.id} ${right.id}`
        const known = pairs.get(name)
        if (known) known.proofs.add(proof)
        else pairs.set(name, { left, right, proofs: new Set([proof]) })
      }
  }
  return [...pairs.values()]
}

/** A name of a thing that so few bear that two bodies that list it mean one thing, in bits. */
const rareThing = 20

/** Pairs of organisations and ships of two bodies that bear one rare name, which no third entry does. */
export const sameThings = (entries: readonly Entry[]): SamePair[] => {
  const byName = new Map<string, Entry[]>()
  for (const entry of entries) {
    if (entry.kind === 'person') continue
    for (const whole of entry.wholes.filter((each) => bitsOfWhole(each) >= rareThing)) {
      const known = byName.get(`${entry.kind} ${whole}`)
      if (known) known.push(entry)
      else byName.set(`${entry.kind} ${whole}`, [entry])
    }
  }
  const pairs = new Map<string, SamePair>()
  for (const [left, right, third] of byName.values())
    if (left && right && !third && left.body !== right.body)
      pairs.set(`${left.id} ${right.id}`, { left, right, proofs: new Set(['rareName']) })
  return [...pairs.values()]
}
