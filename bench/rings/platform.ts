import type { AccountRow, Example } from '../../src/example/index.ts'
import {
  noTime,
  type Platform,
  type StatedField,
  statedFields,
  traits,
} from '../../src/identity/platform/platform.ts'
import { Stated } from '../../src/identity/platform/stated.ts'
import { type Channel, channelOf } from '../../src/model/index.ts'

/** Numbers for texts, in the order in which they come. */
class Numbers {
  readonly #numbers = new Map<string, number>()

  of(text: string): number {
    let number = this.#numbers.get(text)
    if (number === undefined) {
      number = this.#numbers.size
      this.#numbers.set(text, number)
    }
    return number
  }

  /** All texts sorted, and for each number the place of its text among them. */
  sort(): { readonly texts: readonly string[]; readonly place: Uint32Array } {
    const texts = [...this.#numbers.keys()].sort()
    const place = new Uint32Array(texts.length)
    texts.forEach((text, i) => {
      place[this.#numbers.get(text) as number] = i
    })
    return { texts, place }
  }
}

const minutes = (instant: string): number =>
  instant === '' ? noTime : Math.floor(Date.parse(instant) / 60_000)

const channel = (kind: string): Channel => {
  const found = channelOf(kind)
  if (found === undefined) throw new Error(`no channel of ${kind}`)
  return found
}

/** What an account's own row says that counts as an observation. */
const ownKinds = ['email', 'phone'] as const

/**
 * An example as a platform without files between, for measuring what works on platforms. Its values
 * stand as they are: the example writes each in one way only.
 */
export const toPlatform = (example: Example): Platform => {
  const accounts = [...example.accounts()].sort((a, b) => (a.id < b.id ? -1 : 1))
  const placeOfAccount = new Map(accounts.map(({ id }, place) => [id, place] as const))
  const texts = new Numbers()
  const rows: Rows = { account: [], value: [], first: [], last: [], count: [], row: [] }
  const see = (place: number, kind: string, text: string, seen: readonly number[]): void => {
    rows.account.push(place)
    // Kinds sort before keys.
    rows.value.push(texts.of(`${kind}\t${text}`))
    rows.first.push(seen[0] as number)
    rows.last.push(seen[1] as number)
    rows.count.push(seen[2] as number)
    rows.row.push(seen[3] as number)
  }
  accounts.forEach((each, place) => {
    for (const kind of ownKinds)
      if (each[kind]) see(place, kind, each[kind], [noTime, noTime, 1, place + 1])
  })
  let read = 0
  for (const each of example.observations())
    see(placeOfAccount.get(each.account) as number, each.kind, each.value, [
      minutes(each.first_seen),
      minutes(each.last_seen),
      Number(each.count),
      ++read,
    ])
  const { texts: sorted, place } = texts.sort()
  const parted = sorted.map((text) => text.split('\t') as [kind: string, key: string])
  const kinds = [...new Set(parted.map(([kind]) => kind))].sort()
  const known = new Map(
    [...example.intermediaries()].map(({ kind, value: text }) => [`${kind}\t${text}`, 1]),
  )
  const traitOf = (text: string): number => {
    if (known.has(text)) return traits.indexOf('intermediary')
    return /^ip\t24[89]\./.test(text) ? traits.indexOf('vpn') : 0
  }
  return {
    accounts: accounts.map(({ id }) => id),
    stated: Object.fromEntries(
      statedFields.map((field) => [field, toStated(accounts, field)]),
    ) as Record<StatedField, Stated>,
    created: Int32Array.from(accounts, ({ createdAt }) => minutes(createdAt)),
    values: {
      kind: Uint8Array.from(parted, ([kind]) => kinds.indexOf(kind)),
      kinds: kinds.map((kind) => ({ kind, channel: channel(kind) })),
      key: parted.map(([, key]) => key),
      trait: Uint8Array.from(sorted, traitOf),
    },
    sightings: sight(rows, place, accounts.length),
  }
}

const toStated = (accounts: readonly AccountRow[], field: StatedField): Stated => {
  const numbers = new Numbers()
  return new Stated(
    Int32Array.from(accounts, (each) => (each[field] === '' ? -1 : numbers.of(each[field]))),
  )
}

type Rows = Readonly<Record<'account' | 'value' | 'first' | 'last' | 'count' | 'row', number[]>>

/** Places of an order, sorted by a key of each, equal keys left as they stand. */
const sortBy = (order: Uint32Array, key: (place: number) => number, keys: number): Uint32Array => {
  const next = new Uint32Array(keys + 1)
  for (const place of order) (next[key(place) + 1] as number)++
  for (let k = 0; k < keys; k++) (next[k + 1] as number) += next[k] as number
  const sorted = new Uint32Array(order.length)
  for (const place of order) sorted[(next[key(place)] as number)++] = place
  return sorted
}

/** Rows by value and account, those of one value and account made one. */
const sight = (rows: Rows, place: Uint32Array, accounts: number): Platform['sightings'] => {
  const values = place.length
  const number = (i: number): number => place[rows.value[i] as number] as number
  const byAccount = sortBy(
    Uint32Array.from(rows.account, (_, i) => i),
    (i) => rows.account[i] as number,
    accounts,
  )
  const order = sortBy(byAccount, number, values)
  const made: Rows = {
    account: [],
    value: [],
    first: [],
    last: [],
    count: [],
    row: [],
  }
  for (const i of order) {
    const end = made.account.length - 1
    const again = made.value[end] === number(i) && made.account[end] === rows.account[i]
    if (again) {
      made.first[end] = Math.min(made.first[end] as number, rows.first[i] as number)
      made.last[end] = Math.max(made.last[end] as number, rows.last[i] as number)
      made.count[end] = (made.count[end] as number) + (rows.count[i] as number)
      continue
    }
    made.value.push(number(i))
    for (const key of ['account', 'first', 'last', 'count', 'row'] as const)
      made[key].push(rows[key][i] as number)
  }
  const start = new Uint32Array(values + 1)
  for (const value of made.value) (start[value + 1] as number)++
  for (let v = 0; v < values; v++) (start[v + 1] as number) += start[v] as number
  return {
    start,
    account: Uint32Array.from(made.account),
    first: Int32Array.from(made.first),
    last: Int32Array.from(made.last),
    count: Uint32Array.from(made.count),
    row: Uint32Array.from(made.row),
    source: new Uint8Array(made.account.length),
  }
}
