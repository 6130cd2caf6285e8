import type { AccountRow, Example } from '../../src/example/index.ts'
import {
  noTime,
  type Platform,
  type StatedField,
  statedFields,
  traits,
} from '../../src/identity/platform/platform.ts'
import { Stated } from '../../src/identity/platform/stated.ts'
import { traitTeller } from '../../src/identity/platform/traits.ts'
import { type Channel, channelOf } from '../../src/model/index.ts'

/** Numbers for texts, in the order in which they come. */
class Numbers {
  readonly numbers = new Map<string, number>()

  of(text: string): number {
    let number = this.numbers.get(text)
    if (number === undefined) {
      number = this.numbers.size
      this.numbers.set(text, number)
    }
    return number
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

const columns = ['account', 'kind', 'value', 'first', 'last', 'count', 'row'] as const

/** What accounts were seen with, row by row; `value` is a number of its kind. */
type Rows = { length: number } & Record<(typeof columns)[number], Int32Array>

const makeRows = (most: number): Rows =>
  ({
    length: 0,
    ...Object.fromEntries(columns.map((column) => [column, new Int32Array(most)])),
  }) as Rows

/**
 * An example as a platform without files between, for measuring what works on platforms. Its values
 * stand as they are: the example writes each in one way only.
 */
export const toPlatform = (example: Example): Platform => {
  const accounts = [...example.accounts()].sort((a, b) => (a.id < b.id ? -1 : 1))
  const placeOf = new Map(accounts.map(({ id }, place) => [id, place] as const))
  const texts = new Map<string, Numbers>()
  const kindNumbers = new Numbers()
  const rows = makeRows(32 * accounts.length + 1_000)
  const see = (account: number, kind: string, value: string): number => {
    let numbers = texts.get(kind)
    if (numbers === undefined) {
      numbers = new Numbers()
      texts.set(kind, numbers)
    }
    const row = rows.length++
    rows.account[row] = account
    rows.kind[row] = kindNumbers.of(kind)
    rows.value[row] = numbers.of(value)
    return row
  }
  accounts.forEach((each, place) => {
    for (const kind of ownKinds) {
      if (!each[kind]) continue
      const row = see(place, kind, each[kind])
      rows.first[row] = noTime
      rows.last[row] = noTime
      rows.count[row] = 1
      rows.row[row] = place + 1
    }
  })
  let read = 0
  for (const { account, kind, value, first_seen, last_seen, count } of example.observations()) {
    const row = see(placeOf.get(account) as number, kind, value)
    rows.first[row] = minutes(first_seen)
    rows.last[row] = minutes(last_seen)
    rows.count[row] = Number(count)
    rows.row[row] = ++read
  }
  const known = new Set([...example.intermediaries()].map(({ kind, value }) => `${kind}\t${value}`))
  const kinds = [...texts.keys()].sort()
  const sorted = kinds.map((kind) => [...(texts.get(kind) as Numbers).numbers.keys()].sort())
  const keys = sorted.flat()
  const kindOfKey = Uint8Array.from(sorted.flatMap((of, kind) => of.map(() => kind)))
  renumber(rows, { kinds, sorted, texts, kindNumbers })
  return {
    accounts: accounts.map(({ id }) => id),
    stated: Object.fromEntries(
      statedFields.map((field) => [field, toStated(accounts, field)]),
    ) as Record<StatedField, Stated>,
    created: Int32Array.from(accounts, ({ createdAt }) => minutes(createdAt)),
    values: {
      kind: kindOfKey,
      kinds: kinds.map((kind) => ({ kind, channel: channel(kind) })),
      key: keys,
      trait: Uint8Array.from(keys, (key, value) =>
        traitOf(kinds[kindOfKey[value] as number] as string, key, known),
      ),
    },
    sightings: sight(rows, keys.length, accounts.length),
  }
}

const toolOf = traitTeller([])

/** Traits by what stands before the first dot of an address, as the example's networks are /7. */
const networkTraits: ReadonlyMap<string, number> = new Map([
  ['246', traits.indexOf('mobile')],
  ['247', traits.indexOf('mobile')],
  ['248', traits.indexOf('vpn')],
  ['249', traits.indexOf('vpn')],
])

const traitOf = (kind: string, key: string, known: ReadonlySet<string>): number => {
  if (known.has(`${kind}\t${key}`)) return traits.indexOf('intermediary')
  if (kind === 'usb' || kind === 'process') return toolOf(kind, key)
  return kind === 'ip' ? (networkTraits.get(key.slice(0, key.indexOf('.'))) ?? 0) : 0
}

type Numbered = {
  readonly kinds: readonly string[]
  readonly sorted: readonly (readonly string[])[]
  readonly texts: ReadonlyMap<string, Numbers>
  readonly kindNumbers: Numbers
}

/** Makes `value` the place of the value among all, by kind and then text. */
const renumber = (rows: Rows, { kinds, sorted, texts, kindNumbers }: Numbered): void => {
  const places: Uint32Array[] = []
  let before = 0
  kinds.forEach((kind, i) => {
    const numbers = (texts.get(kind) as Numbers).numbers
    const place = new Uint32Array(numbers.size)
    sorted[i]?.forEach((text, at) => {
      place[numbers.get(text) as number] = before + at
    })
    places[kindNumbers.of(kind)] = place
    before += numbers.size
  })
  for (let row = 0; row < rows.length; row++) {
    const place = places[rows.kind[row] as number] as Uint32Array
    rows.value[row] = place[rows.value[row] as number] as number
  }
}

const toStated = (accounts: readonly AccountRow[], field: StatedField): Stated => {
  const numbers = new Numbers()
  return new Stated(
    Int32Array.from(accounts, (each) => (each[field] === '' ? -1 : numbers.of(each[field]))),
  )
}

/** Places of an order, sorted by a key of each, equal keys left as they stand. */
const sortBy = (order: Uint32Array, key: Int32Array, keys: number): Uint32Array => {
  const next = new Uint32Array(keys + 1)
  for (const place of order) (next[(key[place] as number) + 1] as number)++
  for (let k = 0; k < keys; k++) (next[k + 1] as number) += next[k] as number
  const sorted = new Uint32Array(order.length)
  for (const place of order) sorted[(next[key[place] as number] as number)++] = place
  return sorted
}

/** Rows by value and account, those of one value and account made one. */
const sight = (rows: Rows, values: number, accounts: number): Platform['sightings'] => {
  const order = Uint32Array.from({ length: rows.length }, (_, row) => row)
  const sorted = sortBy(sortBy(order, rows.account, accounts), rows.value, values)
  const made = makeRows(rows.length)
  const start = new Uint32Array(values + 1)
  for (const row of sorted) {
    const end = made.length - 1
    const [value, account] = [rows.value[row] as number, rows.account[row] as number]
    if (end >= 0 && made.value[end] === value && made.account[end] === account) {
      made.first[end] = Math.min(made.first[end] as number, rows.first[row] as number)
      made.last[end] = Math.max(made.last[end] as number, rows.last[row] as number)
      made.count[end] = (made.count[end] as number) + (rows.count[row] as number)
      continue
    }
    for (const column of columns) made[column][made.length] = rows[column][row] as number
    made.length++
    ;(start[value + 1] as number)++
  }
  for (let v = 0; v < values; v++) (start[v + 1] as number) += start[v] as number
  return {
    start,
    account: Uint32Array.from(made.account.subarray(0, made.length)),
    first: made.first.slice(0, made.length),
    last: made.last.slice(0, made.length),
    count: Uint32Array.from(made.count.subarray(0, made.length)),
    row: Uint32Array.from(made.row.subarray(0, made.length)),
    source: new Uint8Array(made.length),
  }
}
