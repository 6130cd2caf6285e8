import type { Rise } from './rise.ts'
import { switchRules } from './rules.ts'
import type { Transition } from './transition.ts'

/** A rise that is said, and the last day of the figures by which it was first seen. */
export type Found = { readonly rise: Rise; readonly by: number }

/** What the scan of a host found. */
export type Scan = {
  /** Rises that no innocent explanation tells as well, in order of time. */
  readonly rises: readonly Found[]
  /** Cuts at which one class only took another's name. */
  readonly renamed: readonly Transition[]
}

/** Rises of one host closer than this are one. */
const apart = 400

/** How much better than growth the best of the other two explanations tells a cut. */
const gainOf = ({ bits, transition: { relabellingBits } }: Rise): number =>
  Math.max(bits + Math.max(0, relabellingBits), relabellingBits)

/** Whether a cut only gives one class the name of another. */
export const isRenaming = ({ transition, bits }: Rise): boolean => {
  const { innocent, relabellingBits } = transition
  return (
    innocent === 'redefinition' &&
    relabellingBits >= switchRules.redefinition.bits &&
    bits < switchRules.claim.bits
  )
}

/** Whether a rise weighs enough to be said. */
export const isClaimed = ({ bits }: Rise): boolean => bits >= switchRules.claim.bits

/** Cuts of one panel that are near in time tell of one change. */
export const gather = (found: readonly Rise[]): readonly (readonly Rise[])[] => {
  const groups: Rise[][] = []
  for (const each of found) {
    const last = groups.at(-1)?.at(-1)
    const { panel, cut } = each.transition
    const near = last?.transition.panel === panel && cut.start - last.transition.cut.start < apart
    if (near) groups.at(-1)?.push(each)
    else groups.push([each])
  }
  return groups
}

/** For each first day what the most figures say: a first quarter alone cannot tell much apart. */
const longest = (group: readonly Rise[]): readonly Rise[] => [
  ...new Map(group.map((each) => [each.transition.cut.start, each])).values(),
]

/** Day of the last figures that are needed to see a rise, and the fall that it goes with. */
const seenBy = ({ transition, workers }: Rise): number =>
  Math.max(transition.cut.end, workers?.change.last ?? 0)

/** The strongest of the cuts by which the workers are seen to have fallen, if there are any. */
const strongest = (group: readonly Rise[]): Rise => {
  const tied = group.filter(({ workers }) => workers)
  return (tied.length > 0 ? tied : group).reduce((most, each) =>
    each.bits > most.bits ? each : most,
  )
}

/** Of each group the cut that is told best decides whether it is a rise or a renaming. */
export const judge = (groups: readonly (readonly Rise[])[]): Scan => {
  const best = groups.map((group) => ({
    group,
    rise: longest(group).reduce((most, each) => (gainOf(each) > gainOf(most) ? each : most)),
  }))
  return {
    rises: best
      .filter(({ rise }) => isClaimed(rise))
      .map(({ group }) => {
        const rise = strongest(group.filter(isClaimed))
        const alike = group.filter(
          (each) => isClaimed(each) && Boolean(each.workers) === Boolean(rise.workers),
        )
        return { rise, by: Math.min(...alike.map(seenBy)) }
      }),
    renamed: best
      .filter(({ rise }) => isRenaming(rise))
      .map(({ rise: { transition } }) => transition),
  }
}
