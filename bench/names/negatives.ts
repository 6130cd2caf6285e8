import { dice } from '../dice.ts'
import { pick } from './draw.ts'
import { firmWords } from './legal-forms.ts'
import type { Labelled, Named } from './pairs.ts'
import { type Rule, ruleOf } from './rule.ts'
import { remember } from './skeleton.ts'

/** Negatives wanted for each row, and the share of them that are near names. */
const wantedPairs = 24_000
const nearShare = 0.8
const tries = 6

/** So many draws in a row that give nothing new mean that a small pool is used up. */
const patience = 20_000

/** Lists of one body: its entries are different parties unless proven one. */
const body: (list: string) => string = remember((list) => list.split('-')[0] as string)

/** Names of a firm or ship in letters, without legal forms and in any order of words. */
const firmNames = ({ party }: Named): readonly string[] =>
  party.kind === 'person'
    ? []
    : party.names.map((name) => firmWords(name).toSorted().join('')).filter((name) => name !== '')

/** Entries that share a name but for legal forms: two parties as likely as one listed twice. */
const isDouble = (a: Named, b: Named): boolean => {
  const names = firmNames(a)
  return firmNames(b).some((name) => names.includes(name))
}

/** Whether two names are of different parties, as surely as a list says. */
const isOther = (a: Named, b: Named): boolean =>
  a.party.group !== b.party.group &&
  body(a.party.list) === body(b.party.list) &&
  !a.party.birthDates.some((date) => date.length > 7 && b.party.birthDates.includes(date))

const ruleFor = ({ party }: Named): Rule => ruleOf(party.kind, party.language)

/**
 * Pairs of names of different parties, most of them sharing a sound key. Both are of one body's lists,
 * since the same party on two lists cannot always be told. Names without a key (a given name alone)
 * are left out.
 */
export const negativesOf = (
  pool: readonly Named[],
  [leftScript, rightScript]: readonly [string, string],
): { pairs: Labelled[]; homonyms: number } => {
  const [lefts, rights] = [leftScript, rightScript].map((script) =>
    pool.filter((each) => each.script === script && ruleFor(each).keys(each.name).length > 0),
  ) as [Named[], Named[]]
  const [first] = lefts
  if (!first || rights.length === 0) return { pairs: [], homonyms: 0 }
  const rule = ruleFor(first)
  const byKey = new Map<string, Named[]>()
  for (const right of rights)
    for (const key of rule.keys(right.name)) {
      const known = byKey.get(key)
      if (known) known.push(right)
      else byKey.set(key, [right])
    }
  const roll = dice(pool.length)
  const seen = new Set<string>()
  const pairs: Labelled[] = []
  let homonyms = 0

  const add = (left: Named, right: Named | undefined): void => {
    if (!right || !isOther(left, right)) return
    const texts = [left.name, right.name]
      .map((name) => name.toLowerCase())
      .sort()
      .join('|')
    if (seen.has(texts)) return
    seen.add(texts)
    if (rule.isHomonym(left.name, right.name) || isDouble(left, right)) homonyms++
    else
      pairs.push({
        left: left.name,
        right: right.name,
        schema: left.party.schema,
        same: false,
        from: [left.party.id, right.party.id],
      })
  }

  const fill = (until: number, draw: (left: Named) => Named | undefined): void => {
    let last = 0
    for (let k = 0; k < tries * wantedPairs && k - last < patience; k++) {
      const before = pairs.length
      if (before >= until) return
      const left = pick(lefts, roll)
      add(left, draw(left))
      if (pairs.length > before) last = k
    }
  }

  fill(nearShare * wantedPairs, (left) => {
    const keys = rule.keys(left.name)
    return keys.length === 0 ? undefined : pick(byKey.get(pick(keys, roll)) ?? [], roll)
  })
  fill(wantedPairs, () => pick(rights, roll))
  return { pairs, homonyms }
}
