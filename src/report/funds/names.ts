import { type Markup, markup } from '../../figures/index.ts'
import type { MoneyTrail } from '../../funds/index.ts'
import { addressKey } from '../../model/index.ts'
import { drawText } from '../value.ts'

/** How addresses of a trail are called. */
export type Names = {
  /** A name that somebody gives it, else the address shortened; null is nobody. */
  readonly nameOf: (address: string | null) => string
  /** The address shortened in the middle so that no two of the trail look alike. */
  readonly shorten: (address: string) => string
  /** The address that this one was made to look like. */
  readonly alikeOf: (address: string) => string | undefined
}

/** Every address that a trail speaks of, and those beside it. */
export const addressesOf = (
  { seeds, ends, ways }: MoneyTrail,
  beside: readonly (string | null)[] = [],
): readonly string[] => {
  const all = [
    ...beside,
    ...seeds,
    ...ends.flatMap(({ address, path }) => [
      address,
      ...path.flatMap(({ src, dst }) => [src, dst]),
    ]),
    ...ways.flatMap(({ src, dst }) => [src, dst]),
  ]
  const texts = all.filter((address) => address !== null)
  return [...new Map(texts.map((address) => [addressKey(address), address])).values()]
}

/** Letters that are shown of the start and the end, the fewest first. */
const cuts = [
  [6, 4],
  [10, 8],
  [16, 12],
] as const

const shortest = 18

const cut = (address: string, [head, tail]: readonly [number, number]): string =>
  address.length <= Math.max(shortest, head + tail)
    ? address
    : `${address.slice(0, head)}…${address.slice(-tail)}`

/** Short forms, longer where two addresses would look the same: whoever poisons histories counts on that. */
const shortForms = (addresses: readonly string[]): ReadonlyMap<string, string> => {
  const short = new Map<string, string>()
  let alike = addresses
  for (const letters of cuts) {
    const counts = new Map<string, number>()
    for (const address of alike) {
      const form = cut(address, letters).toLowerCase()
      counts.set(form, (counts.get(form) ?? 0) + 1)
    }
    const isClear = (address: string): boolean =>
      counts.get(cut(address, letters).toLowerCase()) === 1
    for (const address of alike.filter(isClear))
      short.set(addressKey(address), cut(address, letters))
    alike = alike.filter((address) => !isClear(address))
  }
  return short
}

/** What is known of addresses beside their trail. */
export type Known = {
  /** A name for an address: what a label says, whose wallet it is. */
  readonly nameOf: (address: string) => string | undefined
  /** Addresses that were made to look like others, by their keys. */
  readonly alike: ReadonlyMap<string, string>
}

/** How the addresses of a trail are called: as somebody knows them, by the label of their stop, else shortened. */
export const namesOf = (
  trail: MoneyTrail,
  known: Known,
  beside: readonly (string | null)[] = [],
): Names => {
  const short = shortForms(addressesOf(trail, beside))
  const labelled = new Map(
    trail.ends.flatMap(({ address, stop }) =>
      stop && stop.kind !== 'hub' ? [[addressKey(address), stop.label] as const] : [],
    ),
  )
  const alike = new Map([
    ...trail.ends.flatMap(({ address, lookalike_of }) =>
      lookalike_of === null ? [] : [[addressKey(address), lookalike_of] as const],
    ),
    ...known.alike,
  ])
  const shorten = (address: string): string => short.get(addressKey(address)) ?? address
  return {
    shorten,
    nameOf: (address) =>
      address === null
        ? 'nobody'
        : known.nameOf(address) || labelled.get(addressKey(address)) || shorten(address),
    alikeOf: (address) => alike.get(addressKey(address)),
  }
}

/** A warning beside an address that was made to look like another one. */
const drawAlike = (address: string, names: Names): Markup | undefined => {
  const of = names.alikeOf(address)
  return of === undefined
    ? undefined
    : markup` <strong class="alike">! made to look like <code>${of}</code></strong>`
}

/** An address by its name, and short beside it; pointing at it shows the whole. */
export const drawName = (address: string | null, names: Names): Markup => {
  if (address === null) return markup`nobody`
  const [name, short] = [names.nameOf(address), names.shorten(address)]
  const code = markup`<code title="${address}">${short}</code>`
  const alike =
    names.alikeOf(address) === undefined ? undefined : markup` <strong class="alike">!</strong>`
  return name === short ? markup`${code}${alike}` : markup`${drawText(name)} ${code}${alike}`
}

/** An address by its name with all its letters, to be copied. */
export const drawWhole = (address: string, names: Names): Markup => {
  const [name, short] = [names.nameOf(address), names.shorten(address)]
  return markup`${name === short ? undefined : markup`<b>${drawText(name)}</b> `}<code class="whole-address">${address}</code>${drawAlike(address, names)}`
}
