import type { Said } from '../said.ts'
import { type Contradiction, contradict, tell } from './contradiction.ts'

/** What a statement itself says that it contradicts, and corrections of what another origin said. */
export const findStatedContradictions = (
  said: readonly Said[],
  byId: ReadonlyMap<string, Said>,
): readonly Contradiction[] => {
  const counted = new Set(said)
  return said.flatMap((one) => {
    const { relation, target } = one.statement
    const other = target === undefined ? undefined : byId.get(target)
    if (!other || !counted.has(other)) return []
    if (relation !== 'contradicts' && !(relation === 'corrects' && one.origin !== other.origin))
      return []
    return [
      contradict('stated', [
        { says: tell(one), statements: [one.id] },
        { says: tell(other), statements: [other.id] },
      ]),
    ]
  })
}
