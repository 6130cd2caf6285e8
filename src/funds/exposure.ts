import { addressKey, type Label, mostCertain } from '../model/index.ts'
import { type Flow, moveKinds } from './flow/flow.ts'
import type { Flows } from './flow/load.ts'
import { compareAmounts } from './rules/compare.ts'
import { compose } from './rules/compose.ts'
import { type Composed, unlabelled } from './rules/composing.ts'
import { holdingsOf } from './rules/holdings.ts'
import { reverse } from './rules/reverse.ts'

/** What of the value of an address came from a category, or went to it. Amounts are in base units. */
export type Exposure = {
  readonly address: number
  readonly asset: string
  readonly direction: 'in' | 'out'
  readonly category: string
  readonly direct: bigint
  readonly indirect: bigint
  /** Of all that the address received, or sent, in this asset: millionths that sum to 1. */
  readonly share: number
}

/** Categories that are no label's; what is left lies at an address without a label. */
const own = ['unidentified', 'mint', 'unfunded', 'burn', 'fee'] as const
const [unidentified, mint, unfunded, burned, fees] = own.keys() as unknown as [
  number,
  number,
  number,
  number,
  number,
]

/**
 * Exposure of addresses, of all where none is named: value of each category that arrived, directly from
 * an address of the category or through others without a label, and value that left for each. A label of
 * any kind names a category; hubs (`hubs`) are services that nobody has named.
 */
export function* findExposure(
  { addresses, assets }: Flows,
  asked: {
    readonly labels: readonly Label[]
    readonly hubs: ReadonlySet<number>
    readonly of: ReadonlySet<number> | undefined
  },
): Generator<Exposure> {
  const named = nameCategories(addresses, asked)
  const categories = named.names.length
  for (const { asset, flow } of assets) {
    const back = reverse(flow, holdingsOf(flow))
    const ways = [
      ['in', flow, undefined, fromNobodyIn],
      ['out', back.flow, back.initial, fromNobodyOut],
    ] as const
    for (const [direction, way, initial, fromNobody] of ways) {
      const composed = compose(way, {
        categories,
        category: named.category,
        initial,
        initially: unidentified,
        unfunded,
        fromNobody,
      })
      const places = asked.of ?? touched(flow)
      for (const address of places)
        yield* exposuresOf(composed, { address, names: named.names, asset, direction })
    }
  }
}

/** Where value comes from that nobody sends: it is minted. */
const fromNobodyIn: readonly number[] = moveKinds.map(() => mint)

/** Where value went that nobody received, seen backwards: a fee, else it was burned. */
const fromNobodyOut: readonly number[] = moveKinds.map((kind) => (kind === 'fee' ? fees : burned))

const touched = ({ addresses, src, dst }: Flow): Iterable<number> => {
  const marks = new Uint8Array(addresses)
  for (const ends of [src, dst]) for (const end of ends) if (end < addresses) marks[end] = 1
  return Array.from(marks.keys()).filter((address) => marks[address] === 1)
}

const nameCategories = (
  addresses: readonly string[],
  { labels, hubs }: { readonly labels: readonly Label[]; readonly hubs: ReadonlySet<number> },
): { readonly names: readonly string[]; readonly category: Uint8Array } => {
  const best = mostCertain(labels)
  const names: string[] = [...own]
  const category = new Uint8Array(addresses.length).fill(unlabelled)
  addresses.forEach((address, place) => {
    const name = best.get(addressKey(address))?.category
    if (name === undefined) {
      if (hubs.has(place)) category[place] = unidentified
      return
    }
    if (!names.includes(name)) names.push(name)
    category[place] = names.indexOf(name)
  })
  return { names, category }
}

type Whose = Pick<Exposure, 'address' | 'asset' | 'direction'> & {
  readonly names: readonly string[]
}

const million = 1_000_000n

function* exposuresOf(
  { direct, indirect }: Composed,
  { address, names, asset, direction }: Whose,
): Generator<Exposure> {
  const parts = names.map((category, place) => ({
    category,
    direct: direct(address, place),
    indirect: indirect(address, place),
  }))
  const total = parts.reduce((sum, part) => sum + part.direct + part.indirect, 0n)
  if (total === 0n) return
  const shown = parts.filter((part) => part.direct + part.indirect > 0n)
  const floors = shown.map((part) => ((part.direct + part.indirect) * million) / total)
  let rest = million - floors.reduce((sum, floor) => sum + floor, 0n)
  // What rounding leaves goes to those that lost most by it.
  const lost = shown
    .map((part, i) => ({ i, rest: ((part.direct + part.indirect) * million) % total }))
    .sort((a, b) => compareAmounts(b.rest, a.rest) || a.i - b.i)
  for (const { i } of lost) {
    if (rest === 0n) break
    floors[i] = (floors[i] as bigint) + 1n
    rest--
  }
  for (const [i, part] of shown.entries())
    yield { address, asset, direction, ...part, share: Number(floors[i]) / Number(million) }
}
