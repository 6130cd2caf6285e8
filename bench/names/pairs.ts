import type { Schema } from '../../src/model/index.ts'
import { scriptOf } from '../../src/names/script.ts'
import { type Dice, dice } from '../dice.ts'
import { isSame } from './homonym.ts'
import { negativesOf } from './negatives.ts'
import type { Party } from './party.ts'
import { ruleOf } from './rule.ts'

export type Half = 'tuning' | 'evaluation'

/** Two names and whether they are forms of one. */
export type Labelled = {
  readonly left: string
  readonly right: string
  readonly schema: Schema
  readonly same: boolean
  /** Where the two come from: ids of entries, or what generated them. */
  readonly from: readonly [string, string]
}

/** The pairs of a row in one half of the entries. */
export type RowPairs = {
  /** Language or kind and scripts, as `korean-hang-latn`. */
  readonly row: string
  readonly half: Half
  readonly pairs: readonly Labelled[]
  /** Pairs of one party that the rule keeps apart; of two parties whose letters do not part them. */
  readonly apart: number
  readonly homonyms: number
}

/** A name as it stands in the pool of a row. */
export type Named = { readonly name: string; readonly party: Party; readonly script: string }

/** Most positives that one party gives to a row, so that none speaks for it. */
const mostOfParty = 12

/** A row of fewer positives says nothing. */
const leastPositives = 5

/** Most pairs of one party that are looked at; a few firms have hundreds of names. */
const mostLooked = 400

/** Half of the entries that a party falls into, by a hash (FNV-1a) of its first entry's id. */
export const halfOf = (id: string): Half => {
  let hash = 0x811c9dc5
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193)
  return ((hash >>> 15) & 1) === 0 ? 'tuning' : 'evaluation'
}

const rareScripts = /[\p{Script=Hebrew}\p{Script=Thai}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** Ships and some scripts have so few forms that all of them measure and none are for tuning. */
const halfOfGroup = (group: readonly Party[]): Half => {
  const [{ id, kind }] = group as [Party]
  const isRare = group.some(({ names }) => names.some((name) => rareScripts.test(name)))
  return kind === 'vessel' || isRare ? 'evaluation' : halfOf(id)
}

const shuffle = <T>(items: readonly T[], roll: Dice): T[] => {
  const mixed = [...items]
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = roll(i + 1)
    ;[mixed[i], mixed[j]] = [mixed[j] as T, mixed[i] as T]
  }
  return mixed
}

const rowName = ({ kind, language }: Party): string => (kind === 'person' ? language : `${kind}s`)

/** Whether a text says a name twice: around a comma, or one after the other. */
const isDoubled = (name: string): boolean => {
  const halves = name.split(',')
  if (halves.length === 2) return isSame(...(halves as [string, string]))
  const words = name.split(' ')
  const middle = words.length / 2
  return middle > 1 && isSame(words.slice(0, middle).join(' '), words.slice(middle).join(' '))
}

/** Names in one script and without brackets; other texts hold two names. */
const poolOf = (party: Party): Named[] =>
  party.names.flatMap((name) => {
    const script = scriptOf(name)
    const twofold = /[([]|,.*,/.test(name) || (script !== 'Latn' && /\p{Script=Latin}/u.test(name))
    return twofold || isDoubled(name) || script === 'Zyyy'
      ? []
      : [{ name, party, script: script.toLowerCase() }]
  })

type Collected = { positives: Labelled[]; apart: number }

/** Pairs of the names of one party, by row. */
const collect = (parties: readonly Party[], rows: Map<string, Collected>): void => {
  const [first] = parties as [Party]
  const rule = ruleOf(first.kind, first.language)
  const names = parties.flatMap(poolOf)
  const seen = new Set<string>()
  const counts = new Map<string, number>()
  const pairs = names.flatMap((a, i) => names.slice(i + 1).map((b) => [a, b] as const))
  for (const [a, b] of shuffle(pairs, dice(names.length)).slice(0, mostLooked)) {
    const [left, right] = a.script <= b.script ? [a, b] : [b, a]
    const texts = [left, right].map(({ name }) => name.normalize('NFKC').toLowerCase()).sort()
    if (texts[0] === texts[1] || seen.has(texts.join('|'))) continue
    seen.add(texts.join('|'))
    const row = `${rowName(first)}-${left.script}-${right.script}`
    const into = rows.get(row) ?? { positives: [], apart: 0 }
    rows.set(row, into)
    if (!rule.isForm(left.name, right.name)) into.apart++
    else if ((counts.get(row) ?? 0) < mostOfParty) {
      counts.set(row, (counts.get(row) ?? 0) + 1)
      const from: [string, string] = [left.party.id, right.party.id]
      into.positives.push({
        left: left.name,
        right: right.name,
        schema: first.schema,
        same: true,
        from,
      })
    }
  }
}

export const bothHalves: readonly Half[] = ['tuning', 'evaluation']

/** Which pairs are asked for; all where nothing is said. */
export type Wanted = {
  readonly halves?: readonly Half[]
  readonly wanted?: (row: string) => boolean
}

/** Labelled pairs of all rows that have positives enough, from the names of listed parties. */
export const listPairs = (
  parties: readonly Party[],
  { halves = bothHalves, wanted = () => true }: Wanted = {},
): RowPairs[] => {
  const groups = new Map<number, Party[]>()
  for (const party of parties) {
    if (party.kind === 'thing') continue
    groups.set(party.group, [...(groups.get(party.group) ?? []), party])
  }
  return halves.flatMap((half) => {
    const mine = [...groups.values()].filter((group) => halfOfGroup(group) === half)
    const rows = new Map<string, Collected>()
    for (const group of mine) collect(group, rows)
    const named = mine.flat().flatMap(poolOf)
    return [...rows].flatMap(([row, { positives, apart }]) => {
      if (positives.length < leastPositives || !wanted(row)) return []
      const [name, left, right] = row.split('-') as [string, string, string]
      const { pairs, homonyms } = negativesOf(
        named.filter(({ party }) => rowName(party) === name),
        [left, right],
      )
      return [{ row, half, pairs: [...positives, ...pairs], apart, homonyms }]
    })
  })
}
