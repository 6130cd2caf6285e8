import type { StateStatement } from '../model/index.ts'
import { spanOf } from './rule-date.ts'

const content = [
  'state',
  'cohort',
  'prop',
  'lo',
  'hi',
  'unit',
  'kind',
  'validFrom',
  'validTo',
  'origin',
] as const satisfies readonly (keyof StateStatement)[]

/** `B2`: reliability of the source and credibility of what it says. */
export const gradeOf = ({
  reliability,
  credibility,
}: Pick<StateStatement, 'reliability' | 'credibility'>): string => `${reliability}${credibility}`

/**
 * Whether a statement grades another anew: it corrects it, was learned no earlier (what nobody knew
 * cannot be graded), and says the same by the same origin with another grade. Its carrier and its words
 * may differ.
 */
const isRegrade = (statement: StateStatement, target: StateStatement): boolean =>
  statement.relation === 'corrects' &&
  statement.target === target.id &&
  spanOf(target.known).last <= spanOf(statement.known).last &&
  gradeOf(statement) !== gradeOf(target) &&
  content.every((key) => statement[key] === target[key])

/**
 * The statements that one grades anew, the next first: it may itself grade anew one that does. Empty of
 * any other statement.
 */
export const regradedBy = (
  statement: StateStatement,
  find: (id: string) => StateStatement | undefined,
): readonly StateStatement[] => {
  const way = [statement]
  for (let at = statement; at.target !== undefined; ) {
    const next = find(at.target)
    if (!next || way.includes(next) || !isRegrade(at, next)) break
    way.push(next)
    at = next
  }
  return way.slice(1)
}
