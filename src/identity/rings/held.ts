import type { Island } from './islands.ts'
import type { SharedValues } from './shared-values.ts'

/** A value that members of a group share. */
export type Held = {
  /** Place in `SharedValues`. */
  readonly place: number
  readonly channel: number
  /** Accounts of the island that hold it, ascending. */
  readonly members: readonly number[]
  /** It is the one that most members hold, of its sort. */
  readonly common: boolean
}

/** The values that two members at least hold, a list a channel, by their place. */
export const heldBy = (
  { values, held }: Island,
  { channel, sort }: SharedValues,
  members: readonly number[],
): readonly (readonly Held[])[] => {
  const holders = new Map<number, number[]>()
  for (const member of members)
    for (let at = held.start[member] as number; at < (held.start[member + 1] as number); at++) {
      const place = values[held.items[at] as number] as number
      const list = holders.get(place)
      if (list) list.push(member)
      else holders.set(place, [member])
    }
  const lists = [...holders].filter(([, list]) => list.length > 1).sort(([a], [b]) => a - b)
  const widest = new Map<number, readonly [place: number, holders: number]>()
  for (const [place, list] of lists) {
    const own = sort[place] as number
    if (list.length > (widest.get(own)?.[1] ?? 0)) widest.set(own, [place, list.length])
  }
  const byChannel = new Map<number, Held[]>()
  for (const [place, list] of lists) {
    const own = channel[place] as number
    const held = {
      place,
      channel: own,
      members: list,
      common: widest.get(sort[place] as number)?.[0] === place,
    }
    const others = byChannel.get(own)
    if (others) others.push(held)
    else byChannel.set(own, [held])
  }
  return [...byChannel].sort(([a], [b]) => a - b).map(([, list]) => list)
}
