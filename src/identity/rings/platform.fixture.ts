import { type Channel, channelOf } from '../../model/index.ts'
import {
  noTime,
  type Platform,
  type StatedField,
  statedFields,
  type Trait,
  traits,
} from '../platform/platform.ts'
import { Stated } from '../platform/stated.ts'

/** An account as a test writes it down. */
export type Person = { readonly id: string } & Partial<Record<StatedField, string>>

/** A sighting as a test writes it down: the days are counted from 1970. */
export type Seen = {
  readonly account: string
  readonly kind: string
  readonly value: string
  readonly first?: number
  readonly last?: number
  readonly trait?: Trait
}

/** Builds a platform from rows in any order, as the reader of files does. */
export const toPlatform = (people: readonly Person[], rows: readonly Seen[]): Platform => {
  const accounts = [...new Set([...people.map(({ id }) => id), ...rows.map((row) => row.account)])]
  accounts.sort()
  const place = new Map(accounts.map((id, i) => [id, i]))
  const stated = Object.fromEntries(
    statedFields.map((field) => [field, new Stated(numbersOf(people, field, place))]),
  ) as Record<StatedField, Stated>
  const kinds = [...new Set(rows.map(({ kind }) => kind))].sort()
  const byKey = new Map<string, Seen[]>()
  rows.forEach((row) => {
    const key = `${String(kinds.indexOf(row.kind)).padStart(3, '0')} ${row.value}`
    const list = byKey.get(key)
    if (list) list.push(row)
    else byKey.set(key, [row])
  })
  const keys = [...byKey.keys()].sort()
  const start = new Uint32Array(keys.length + 1)
  const sightings: { account: number; first: number; last: number; count: number; row: number }[] =
    []
  const rowOf = new Map(rows.map((row, i) => [row, i + 1]))
  keys.forEach((key, v) => {
    const holders = new Map<number, Seen[]>()
    for (const row of byKey.get(key) ?? []) {
      const account = place.get(row.account) as number
      holders.set(account, [...(holders.get(account) ?? []), row])
    }
    for (const [account, list] of [...holders].sort(([a], [b]) => a - b)) {
      const day = (of: number | undefined) => (of === undefined ? noTime : of * 24 * 60)
      sightings.push({
        account,
        first: Math.min(...list.map(({ first }) => day(first))),
        last: Math.max(...list.map(({ last }) => day(last))),
        count: list.length,
        row: Math.min(...list.map((row) => rowOf.get(row) as number)),
      })
    }
    start[v + 1] = sightings.length
  })
  return {
    accounts,
    stated,
    created: new Int32Array(accounts.length).fill(noTime),
    values: {
      kind: Uint8Array.from(keys, (key) => Number(key.slice(0, 3))),
      kinds: kinds.map((kind) => ({ kind, channel: channelOf(kind) as Channel })),
      key: keys.map((key) => key.slice(4)),
      trait: Uint8Array.from(keys, (key) => traits.indexOf(byKey.get(key)?.[0]?.trait ?? 'none')),
    },
    sightings: {
      start,
      account: Uint32Array.from(sightings, ({ account }) => account),
      first: Int32Array.from(sightings, ({ first }) => first),
      last: Int32Array.from(sightings, ({ last }) => last),
      count: Uint32Array.from(sightings, ({ count }) => count),
      row: Uint32Array.from(sightings, ({ row }) => row),
      source: new Uint8Array(sightings.length),
    },
  }
}

const numbersOf = (
  people: readonly Person[],
  field: StatedField,
  place: ReadonlyMap<string, number>,
): Int32Array => {
  const numbers = new Int32Array(place.size).fill(-1)
  const texts = [...new Set(people.map((person) => person[field] ?? ''))].sort()
  const number = new Map(texts.map((text, i) => [text, i]))
  for (const person of people)
    if (person[field]) numbers[place.get(person.id) as number] = number.get(person[field]) as number
  return numbers
}
