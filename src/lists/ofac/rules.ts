import type { Placed } from '../../model/index.ts'
import type { Clause } from './clauses.ts'
import { describe } from './describe.ts'
import { findLabel, findUnknownLabel, type Use } from './labels.ts'
import { sayAlias } from './names.ts'
import type { Party } from './party.ts'
import type { Passage } from './passage.ts'
import { isPosition } from './positions.ts'
import { splitValue } from './split-value.ts'

/** A clause with its text, in the remarks that hold it. */
export type Reading = Clause & { readonly text: string; readonly remarks: Passage }

/** What a clause means for a party. */
export type Rule = (party: Party, reading: Reading) => void

/** Finds what a clause means, undefined for prose: by its label, its shape, or as a person's office. */
export const findRule = (text: string, person: boolean): Rule | undefined => {
  const label = labelOf(text)
  if (label) return label
  for (const [pattern, rule] of shapes) if (pattern.test(text)) return rule
  return person && isPosition(text) ? sayPosition : undefined
}

const alternative = /^alt\.\s+/i

const labelOf = (text: string): Rule | undefined => {
  const skipped = alternative.exec(text)?.[0].length ?? 0
  const body = text.slice(skipped)
  const label = findLabel(body) ?? findUnknownLabel(body)
  if (!label) return undefined
  const split = splitValue(body, label)
  if (!split) return undefined
  return (party, { from, to, remarks }) => {
    const at = (span: Clause | undefined): Placed | undefined =>
      span && remarks.at(from + skipped + span.from, from + skipped + span.to)
    describe(party, {
      use: label.use,
      label: at({ from: 0, to: label.end }) as Placed,
      ticker: at({ from: body.lastIndexOf(' ', label.end - 1) + 1, to: label.end }),
      value: at(split.value) as Placed,
      said: () => remarks.at(from + skipped, to),
      country: at(split.country),
      issued: at(split.issued),
      expires: at(split.expires),
      story: at(split.story),
    })
  }
}

const walletLabel = 'Digital Currency Address'

/** Finds the end of a clause that gives a digital currency address, whose beginning stands elsewhere. */
export const findWalletTail = (text: string): Rule | undefined => {
  const [, label = '', ticker = '', address = ''] =
    /^([A-Za-z ]*) - ([A-Z0-9]+) (\S+)$/.exec(text) ?? []
  if (!address || !walletLabel.endsWith(label)) return undefined
  return (party, { from, to, remarks }) => {
    const start = from + label.length + ' - '.length
    const code = remarks.at(start, start + ticker.length)
    const value = remarks.at(to - address.length, to)
    const use: Use = { as: 'wallet' }
    describe(party, { use, label: code, ticker: code, value, said: () => remarks.at(from, to) })
  }
}

/** Says one group of a pattern as a property. */
const sayGroup =
  (pattern: RegExp, prop: string): Rule =>
  (party, { from, text, remarks }) => {
    const [before = '', said = ''] = (pattern.exec(text) ?? []).slice(1)
    party.entry.say(prop, remarks.at(from + before.length, from + before.length + said.length))
  }

const namePattern = /^((?:alt\. )?([afn])\.k\.a\. (['"]?))(.+?)\3$/is
const tradeName = /^(d\.b\.a\. ['"]?)(.+?)['"]?$/is
const website = /^()((?:https?:\/\/|www\.)\S+?)(?: \(website\))?\.?$/i
const email = /^()([^\s@]+@[^\s@]+\.[^\s@]+?)(?: \(email\))?\.?$/i
const relative =
  /^((?:half-|step)?(?:wife|husband|spouse|son|daughter|child|father|mother|brother|sister|nephew|niece|cousin|uncle)(?:-in-law)?) of (.+)$/is

/** Clauses without a label that have a shape of their own. */
const shapes: readonly (readonly [RegExp, Rule])[] = [
  [
    namePattern,
    (party, { from, text, remarks }) => {
      const [, before = '', kind, quote, name = ''] = namePattern.exec(text) ?? []
      const placed = remarks.at(from + before.length, from + before.length + name.length)
      // OFAC prints weak aliases in quotation marks (SDN list, "weak aliases").
      sayAlias(party.entry, placed, { former: kind?.toLowerCase() === 'f', weak: quote !== '' })
    },
  ],
  [tradeName, sayGroup(tradeName, 'alias')],
  [website, sayGroup(website, 'website')],
  [email, sayGroup(email, 'email')],
  [
    relative,
    (party, { from, to, text, remarks }) => {
      const [, relation = '', whom = ''] = relative.exec(text) ?? []
      party.entry.part('relative', 'Family', remarks.at(from, to), [
        ['relative', remarks.at(to - whom.length, to)],
        ['relationship', remarks.at(from, from + relation.length)],
      ])
    },
  ],
]

const sayPosition: Rule = (party, { from, to, remarks }) => {
  party.entry.say('position', remarks.at(from, to))
}
