import type { Identifier, IdentifierFamily } from '../fact.ts'
import type { Profile } from '../profile.ts'
import { type Feature, type Observed, observed } from './feature.ts'
import { weights } from './weights.ts'

const families: readonly { family: IdentifierFamily; innocent: string }[] = [
  { family: 'wallet', innocent: 'An address of a service is used by many of its customers.' },
  { family: 'vessel', innocent: 'The ship may have been sold since.' },
  { family: 'document', innocent: 'Another country or register may use the same number.' },
  { family: 'contact', innocent: 'Offices and families share addresses and numbers.' },
]

const shared = (family: IdentifierFamily, subject: Profile, listed: Profile) => {
  const there = new Map(
    listed.identifiers.filter((each) => each.family === family).map((each) => [each.key, each]),
  )
  const left = subject.identifiers.find((each) => each.family === family && there.has(each.key))
  const right = left && there.get(left.key)
  return left && right ? { left, right } : undefined
}

/** Two texts that are wrong in the same way may be a copied slip as well as the same thing. */
const explainFlag = ({ left, right }: { left: Identifier; right: Identifier }): string => {
  const flag = left.flag ?? right.flag
  return flag ? `As written, ${flag}.` : ''
}

/** Two different hulls: both state an IMO number and none is shared. */
const otherHull = (subject: Profile, listed: Profile): Observed | undefined => {
  if (subject.schema !== 'Vessel' || listed.schema !== 'Vessel') return undefined
  const [left] = subject.identifiers.filter((each) => each.key.startsWith('imo:'))
  const [right] = listed.identifiers.filter((each) => each.key.startsWith('imo:'))
  return left && right
    ? observed('vessel', 'vessel', 'differ', weights.vessel.differ, { left, right })
    : undefined
}

/** One feature a family of identifiers: any shared one counts once, whatever else is shared. */
export const identifiers: readonly Feature[] = families.map(
  ({ family, innocent }): Feature =>
    (subject, listed) => {
      const pair = shared(family, subject, listed)
      if (pair)
        return observed(family, family, 'agree', weights[family].agree, {
          ...pair,
          innocent: [explainFlag(pair), innocent].join(' ').trim(),
        })
      return family === 'vessel' ? otherHull(subject, listed) : undefined
    },
)
