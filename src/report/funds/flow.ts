import {
  type FlowNode,
  type FlowPicture,
  type Markup,
  markup,
  sankey,
} from '../../figures/index.ts'
import type { Way } from '../../funds/index.ts'
import { addressKey } from '../../model/index.ts'
import { drawWide } from '../scroll.ts'
import { counted } from '../words.ts'
import { type EndPlace, placesOf } from './places.ts'
import { holdsWords, nobodies, stopWords, type Told } from './telling.ts'

/** One that value came to or went from: an address, or all of a service under one name. */
type Party = {
  readonly at: number
  readonly address: string | null
  readonly kind: Way['kind']
  readonly place: EndPlace | undefined
  into: bigint
  out: bigint
}

/** The parties of the ways, by key, in the order in which they are met. */
const partiesOf = ({ trail, ...told }: Told) => {
  const seeds = new Set(trail.seeds.map(addressKey))
  const places = new Map(
    placesOf({ trail, ...told }).flatMap((place) =>
      place.ends.map(({ address }) => [addressKey(address), place] as const),
    ),
  )
  const parties = new Map<string | EndPlace, Party>()
  const partyOf = (address: string | null, kind: Way['kind']): Party => {
    const key = address === null ? `\t${kind}` : addressKey(address)
    const place = places.get(key)
    const isOne = place?.stop && !seeds.has(key)
    const known = parties.get(isOne ? place : key)
    if (known) return known
    const party: Party = { at: parties.size, address, kind, place, into: 0n, out: 0n }
    parties.set(isOne ? place : key, party)
    return party
  }
  const links = trail.ways.map(({ src, dst, kind, amount }) => {
    const [from, to] = [partyOf(src, kind), partyOf(dst, kind)]
    from.out += BigInt(amount)
    to.into += BigInt(amount)
    return { from: from.at, to: to.at, amount: BigInt(amount) }
  })
  return { parties: [...parties.values()], links, seeds }
}

const toNode = (
  { address, kind, place, into, out }: Party,
  told: Told,
  seeds: ReadonlySet<string>,
): FlowNode => {
  const { names, write, trail, telling } = told
  const [came, went] = trail.backward ? [out, into] : [into, out]
  if (address === null)
    return { label: nobodies[kind], note: write.short(into + out), kind: 'stop' }
  const label = names.nameOf(address)
  if (seeds.has(addressKey(address))) {
    // Only the ways that carried most are drawn: the rest of it must not seem to be missing.
    const seeded = BigInt(trail.summary.seeded)
    const isPart = telling.partial && went < seeded
    const whole = isPart ? ` drawn of ${write.short(seeded)} in all` : ''
    return { label, note: `${write.short(went)}${whole}`, kind: 'seed' }
  }
  if (place?.stop) {
    const several = place.ends.length > 1 ? `, ${place.ends.length} addresses` : ''
    const note = `${stopWords[place.stop.kind][0]}${several}, ${write.short(place.amount)}`
    return { label, note, kind: 'stop' }
  }
  const holds = place?.amount ?? 0n
  if (holds === 0n) return { label, note: write.short(came), kind: 'between' }
  return {
    label,
    note: `${holdsWords(told).bar} ${write.short(holds)}`,
    kind: 'holder',
  }
}

/** A trail as the picture takes it. */
const toFlowPicture = (told: Told): FlowPicture => {
  const { trail, write, telling } = told
  const { parties, links, seeds } = partiesOf(told)
  return {
    id: `${telling.anchor}-flow`,
    title: trail.backward
      ? `Where ${write.unit} came from, from left to right`
      : `Where ${write.unit} went, from left to right`,
    backward: trail.backward,
    write,
    links,
    nodes: parties.map((party) => toNode(party, told, seeds)),
  }
}

/** Kinds of bars; their labels say the same. */
const kinds: readonly (readonly [colour: string, says: string])[] = [
  ['ink', 'a seed'],
  ['plain', 'passes it on'],
  ['away', 'holds some of it'],
  ['toward', 'a stop: not followed further'],
]

const legend: Markup = markup`${kinds.map(([colour, says]) => markup`<span class="swatch"><i style="background:var(--${colour})"></i> ${says}</span> `)}`

/** The way of the value as ribbons; what is not drawn is told with its amount. */
export const drawFlow = (told: Told): Markup | undefined => {
  const { trail, write, telling } = told
  const drawn = sankey(toFlowPicture(told))
  if (drawn.length === 0) return undefined
  const { count, amount } = trail.waysLeft
  const part = telling.partial
    ? ' Only the ways that carried most to the ends in the table are drawn.'
    : ''
  const left =
    count > 0
      ? ` ${counted(count, 'smaller way is', 'smaller ways are')} not drawn; together they moved ${write.exact(BigInt(amount))}.`
      : ''
  return markup`<figure class="flow">${drawWide('Picture of the flow', markup`${drawn}`)}<figcaption>${legend}<br>A ribbon is as wide as the traced value that moved, a bar as tall as what came in or went out. ${trail.backward ? 'The seeds stand on the right' : 'The seeds stand on the left'}. Arcs join addresses of one column; what leads back is dashed. Amounts with ≈ are cut; the tables have every digit.${part}${left}</figcaption></figure>
`
}
