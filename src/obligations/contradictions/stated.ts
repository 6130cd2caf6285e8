import type { Said } from '../said.ts'
import {
  type Contradiction,
  contradict,
  type Suspects,
  side,
  suspect,
  tell,
} from './contradiction.ts'

/** What a statement itself says that it contradicts, and corrections of what another origin said. */
export const suspectStated = (
  said: readonly Said[],
  byId: ReadonlyMap<string, Said>,
): readonly Suspects[] => {
  const pairs: (readonly [Said, Said])[] = []
  for (const one of said) {
    const { relation, target } = one.statement
    if (relation !== 'contradicts' && relation !== 'corrects') continue
    const other = target === undefined ? undefined : byId.get(target)
    if (other && (relation === 'contradicts' || one.origin !== other.origin))
      pairs.push([one, other])
  }
  return suspect(pairs, ([one, other]) => (one && other ? [toContradiction(one, other)] : []))
}

const toContradiction = (one: Said, other: Said): Contradiction =>
  contradict('stated', [side([one.id], () => tell(one)), side([other.id], () => tell(other))])
