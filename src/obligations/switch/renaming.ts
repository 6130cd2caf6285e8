import type { Class } from './groups.ts'
import { overGrowths } from './predict.ts'
import { type Relabelling, relabellingOf } from './relabelling.ts'
import type { Side } from './window.ts'

/** The chance of everything with one pair only renamed; the best pair. */
export const bestRelabelling = (
  classes: readonly Class[],
  sides: readonly Side[],
  options: { readonly rising: readonly Side[] } & Parameters<typeof relabellingOf>[2],
): { readonly log: number; readonly pair: Relabelling } | undefined => {
  const pairs = options.rising.flatMap((gaining) =>
    sides.flatMap((losing) => {
      if (losing === gaining || losing.before.length === 0) return []
      const pair = relabellingOf(losing, gaining, options)
      if (!pair) return []
      const others = classes.filter(({ side }) => side !== losing && side !== gaining)
      const logs = [...others.map(({ alone }) => alone), pair.logs]
      return [{ log: overGrowths(options.growths, logs), pair }]
    }),
  )
  return pairs.sort((a, b) => b.log - a.log)[0]
}
