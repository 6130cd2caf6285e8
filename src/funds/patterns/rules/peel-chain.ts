import { nobody } from '../../flow/flow.ts'
import {
  amountOf,
  hourMs,
  inOrder,
  isSubject,
  type PatternFinding,
  type Scene,
  sumOf,
  timeOf,
} from './scene.ts'
import { numberOf } from './table.ts'

/** What one address passes on: to whom, by which move above all, and whether it peeled something off. */
type Link = {
  readonly from: number
  readonly to: number
  readonly move: number
  readonly peels: boolean
}

const [steps, carried, hours, recipients] = ['steps', 'carried', 'hours', 'recipients'].map(
  (name) => numberOf('peel-chain', name),
) as [number, number, number, number]

/**
 * Chains of addresses that each pass most of what they received on to the next, which has most of its own
 * from there, and peel a part off (Meiklejohn et al. 2013). An address has one heir at most and is the
 * heir of one at most, so no two chains share a step. On chains where value goes through transactions
 * those are steps too, and it is they that peel.
 */
export const findPeelChains = (
  scene: Scene,
  subjects: Iterable<number>,
): readonly PatternFinding[] => {
  const links = new Map<number, Link>()
  const receivedBy = eachOnce((address) => sumOf(scene, scene.ins(address)))
  for (const address of subjects) {
    const link = linkOf(scene, address, receivedBy)
    if (link) links.set(address, link)
  }
  const continued = new Set<number>()
  for (const link of links.values()) {
    const next = links.get(link.to)
    if (next && isSoon(scene, link, next)) continued.add(next.from)
  }
  const found: PatternFinding[] = []
  for (const first of links.values()) {
    if (continued.has(first.from)) continue
    const chain = peelingPart(scene, chainFrom(scene, links, first))
    const strength = chain.filter(({ peels }) => peels).length
    if (strength >= steps) found.push(tell(scene, chain, strength))
  }
  return found
}

const isSoon = (scene: Scene, { move }: Link, next: Link): boolean => {
  const gap = timeOf(scene, next.move) - timeOf(scene, move)
  return gap >= 0 && gap < hours * hourMs
}

const chainFrom = (
  scene: Scene,
  links: ReadonlyMap<number, Link>,
  first: Link,
): readonly Link[] => {
  const chain = [first]
  for (let at = first; ; ) {
    const next = links.get(at.to)
    if (!next || !isSoon(scene, at, next)) return chain
    chain.push(next)
    at = next
  }
}

/** From the first step that peels to the last; what a transaction peels is peeled by who spends there. */
const peelingPart = ({ transactions }: Scene, chain: readonly Link[]): readonly Link[] => {
  const first = chain.findIndex(({ peels }) => peels)
  const spent = transactions[chain[first]?.from ?? 0] === 1 ? 1 : 0
  return first < 0
    ? []
    : chain.slice(Math.max(0, first - spent), 1 + chain.findLastIndex(({ peels }) => peels))
}

/** Answers of a function by its argument, each worked out once: many send to the same address. */
const eachOnce = <T>(work: (address: number) => T): ((address: number) => T) => {
  const known = new Map<number, T>()
  return (address) => {
    const made = known.get(address) ?? work(address)
    known.set(address, made)
    return made
  }
}

const linkOf = (
  scene: Scene,
  address: number,
  receivedBy: (address: number) => bigint,
): Link | undefined => {
  const { flow, outs, stops } = scene
  if (stops[address] !== 0) return undefined
  const sent = new Map<number, { sum: bigint; largest: number }>()
  for (const move of outs(address)) {
    const to = flow.dst[move] as number
    const amount = amountOf(scene, move)
    const known = sent.get(to)
    if (!known) sent.set(to, { sum: amount, largest: move })
    else {
      if (amount > amountOf(scene, known.largest)) known.largest = move
      known.sum += amount
    }
    if (sent.size > recipients) return undefined
  }
  const received = receivedBy(address)
  const spent = [...sent.values()].reduce((all, { sum }) => all + sum, 0n)
  for (const [to, { sum, largest }] of sent)
    if (to !== nobody && stops[to] === 0 && isMost(sum, received) && isMost(sum, spent)) {
      if (!isMost(sum, receivedBy(to))) return undefined
      const peels = [...sent].some(
        ([peeled, { largest: move }]) => peeled !== to && isAside(scene, peeled, move),
      )
      return { from: address, to, move: largest, peels }
    }
  return undefined
}

const isMost = (part: bigint, whole: bigint): boolean => 100n * part > BigInt(carried) * whole

/** Whether a peel goes to a service, or to an address that was not seen before. */
const isAside = (scene: Scene, to: number, move: number): boolean => {
  if (to === nobody) return false
  if (scene.stops[to] !== 0) return true
  const first = [scene.ins(to)[0], scene.outs(to)[0]].filter((each) => each !== undefined)
  return first.every((each) => timeOf(scene, each) >= timeOf(scene, move))
}

const tell = (scene: Scene, chain: readonly Link[], strength: number): PatternFinding => {
  const addresses = [...chain.map(({ from }) => from), (chain.at(-1) as Link).to]
  const shown = addresses.filter((address) => isSubject(scene, address))
  const [first, last] = [chain[0] as Link, chain.at(-1) as Link]
  return {
    pattern: 'peel-chain',
    subject: shown[0] as number,
    addresses: shown,
    moves: inOrder(
      scene,
      chain.flatMap(({ from }) => [...scene.outs(from)]),
    ),
    strength,
    facts: {
      steps: strength,
      carried_first: `${amountOf(scene, first.move)}`,
      carried_last: `${amountOf(scene, last.move)}`,
      hours: Math.round((timeOf(scene, last.move) - timeOf(scene, first.move)) / hourMs),
    },
  }
}
