import type { Engine } from '../engine/index.ts'
import { addressKey, type Label } from '../model/index.ts'
import { readMoves } from './crossings.ts'
import type { Flows } from './flow/load.ts'
import { linkMixers } from './mixers.ts'
import type { Origin } from './origin.ts'
import { linkPayouts, type Served } from './payouts.ts'
import { type Crossing, type Link, linkKinds, withoutOtherwise } from './rules/link-rules.ts'
import { linkServices, type Serving } from './services.ts'
import type { Stops } from './stops.ts'

export type Linking = {
  readonly flows: Flows
  readonly stops: Stops
  readonly labels: readonly Label[]
  readonly origins: readonly Origin[]
  /**
   * The addresses that it is asked what came to; without it all of them. To others only links across mixers
   * that rest on more than counts, amounts and times are told.
   */
  readonly payees?: ReadonlySet<number> | undefined
}

/**
 * Links across the mixers and services that value of each origin came to, the strongest first. They are
 * findings beside a trace: none of them is taint, and none changes an amount. The engine still holds the flows.
 */
export const findLinks = async (
  engine: Engine,
  { origins, flows: { addresses }, stops, labels, payees }: Linking,
): Promise<readonly (readonly Link[])[]> => {
  const mixed = await linkMixers(engine, origins, { stops, payees })
  const served: Served[] = []
  for (const { served: moves, own } of origins)
    served.push({ entered: await readMoves(engine, moves), own })
  const serving = { addresses, stops, labels }
  const paid = await linkPayouts(engine, served, serving)
  const found: (readonly Link[])[] = []
  for (const [i, { entered }] of served.entries()) {
    const days = await linkHolders(engine, entered, { ...serving, payees })
    const links = withoutOtherwise([...(mixed[i] ?? []), ...(paid[i] ?? []), ...days])
    found.push([...links].sort(byStrength))
  }
  return found
}

/** The strongest first. */
export const byStrength = (a: Link, b: Link): number =>
  linkKinds.indexOf(a.kind) - linkKinds.indexOf(b.kind) ||
  a.from - b.from ||
  a.to - b.to ||
  a.stop - b.stop ||
  (a.paidIn[0]?.move ?? 0) - (b.paidIn[0]?.move ?? 0)

/**
 * Links across services by what labels say of both ends, else by days. To payees that are asked about those
 * by labels alone are told: what days alone link fits every customer of a service.
 */
const linkHolders = async (
  engine: Engine,
  entered: readonly Crossing[],
  { payees, ...serving }: Serving & Pick<Linking, 'payees'>,
): Promise<readonly Link[]> => {
  if (entered.length === 0) return []
  if (!payees) return linkServices(engine, entered, serving)
  const { labels, addresses } = serving
  const held = new Set(labels.flatMap(({ address, actor }) => (actor ? addressKey(address) : [])))
  const isHeld = (payee: number): boolean => held.has(addressKey(addresses[payee] as string))
  if (![...payees].some(isHeld)) return []
  const links = await linkServices(engine, entered, serving)
  return links.filter(({ kind, to }) => kind === 'same-holder' && payees.has(to))
}
