import type { Platform } from '../platform/platform.ts'
import { invert, type Lists } from './incidence.ts'
import type { SharedValues } from './shared-values.ts'

/** Accounts and the values that they share, both numbered from 0. */
export type Island = {
  /** Place of each member in `Platform.accounts`, ascending. */
  readonly accounts: Uint32Array
  /** Place of each value in `SharedValues.value`, ascending. */
  readonly values: Uint32Array
  /** Members that hold each value, and the values that each member holds. */
  readonly holders: Lists
  readonly held: Lists
}

/** All accounts of a platform that hold a shared value, as one island. */
export const toMainland = ({ sightings, accounts }: Platform, { value }: SharedValues): Island => {
  const start = new Uint32Array(value.length + 1)
  value.forEach((v, i) => {
    const held = (sightings.start[v + 1] as number) - (sightings.start[v] as number)
    start[i + 1] = (start[i] as number) + held
  })
  const items = new Uint32Array(start[value.length] as number)
  value.forEach((v, i) => {
    const [from, to] = [sightings.start[v] as number, sightings.start[v + 1] as number]
    items.set(sightings.account.subarray(from, to), start[i] as number)
  })
  const place = new Int32Array(accounts.length).fill(-1)
  for (const account of items) place[account] = 0
  let found = 0
  for (let account = 0; account < accounts.length; account++)
    if (place[account] === 0) place[account] = found++
  const inhabitants = new Uint32Array(found)
  place.forEach((at, account) => {
    if (at >= 0) inhabitants[at] = account
  })
  const holders = { start, items: items.map((account) => place[account] as number) }
  return {
    accounts: inhabitants,
    values: Uint32Array.from(value, (_, i) => i),
    holders,
    held: invert(holders, found),
  }
}

/**
 * Parts an island by the region of each account, and leaves out accounts of none (-1) and values
 * that only one account of a region holds. Parts come in the order of their regions.
 */
export function* partBy(island: Island, region: Int32Array): Generator<Island> {
  const members = listsBy(region)
  const place = new Uint32Array(region.length)
  for (let at = 0; at + 1 < members.start.length; at++) {
    const accounts = members.items.subarray(members.start[at], members.start[at + 1])
    if (accounts.length < 2) continue
    accounts.forEach((account, i) => {
      place[account] = i
    })
    yield cut(island, accounts, (account) =>
      region[account] === at ? (place[account] as number) : -1,
    )
  }
}

/** Places by what each names, from 0; those that name nothing (-1) are in no list. */
const listsBy = (names: Int32Array): Lists => {
  const start = new Uint32Array(names.length + 1)
  const placed = names.map((name) => (name < 0 ? 0 : 1))
  placed.forEach((one, i) => {
    start[i + 1] = (start[i] as number) + one
  })
  return invert({ start, items: Uint32Array.from(names.filter((name) => name >= 0)) }, names.length)
}

/** The part of an island that some of its accounts are, and the values that two of them hold. */
const cut = (
  { accounts, values, holders, held }: Island,
  kept: Uint32Array,
  placeOf: (account: number) => number,
): Island => {
  const touched = new Set<number>()
  for (const account of kept)
    for (let at = held.start[account] as number; at < (held.start[account + 1] as number); at++)
      touched.add(held.items[at] as number)
  const [ends, items, shared]: [number[], number[], number[]] = [[0], [], []]
  for (const value of Uint32Array.from(touched).sort()) {
    const before = items.length
    for (let at = holders.start[value] as number; at < (holders.start[value + 1] as number); at++) {
      const place = placeOf(holders.items[at] as number)
      if (place >= 0) items.push(place)
    }
    if (items.length - before < 2) items.length = before
    else {
      shared.push(values[value] as number)
      ends.push(items.length)
    }
  }
  const lists = { start: Uint32Array.from(ends), items: Uint32Array.from(items) }
  return {
    accounts: Uint32Array.from(kept, (account) => accounts[account] as number),
    values: Uint32Array.from(shared),
    holders: lists,
    held: invert(lists, kept.length),
  }
}

/** The island as it would be if nobody had been seen with one of its values. */
export const without = (island: Island, value: number): Island => {
  const { start, items } = island.holders
  const [from, to] = [start[value] as number, start[value + 1] as number]
  const ends = new Uint32Array(start.length - 1)
  for (let i = 0; i < ends.length; i++)
    ends[i] = i <= value ? (start[i] as number) : (start[i + 1] as number) - (to - from)
  const lists = { start: ends, items: items.filter((_, at) => at < from || at >= to) }
  return {
    accounts: island.accounts,
    values: island.values.filter((_, i) => i !== value),
    holders: lists,
    held: invert(lists, island.accounts.length),
  }
}
