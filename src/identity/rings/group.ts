import type { Island } from './islands.ts'

/** The group of an account that is in none. */
export const none = -1

/** How many holders of a value each group has, lowest group first. */
export const holdersByGroup = (
  { holders }: Island,
  group: Int32Array,
  value: number,
): readonly (readonly [group: number, members: number])[] => {
  const inside: [group: number, members: number][] = []
  for (let at = holders.start[value] as number; at < (holders.start[value + 1] as number); at++) {
    const own = group[holders.items[at] as number] as number
    if (own === none) continue
    const known = inside.find(([other]) => other === own)
    if (known) known[1]++
    else inside.push([own, 1])
  }
  return inside.sort(([a], [b]) => a - b)
}
