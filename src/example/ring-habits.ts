import type { ThingName } from './things.ts'

/** A number for each level of care: careless, loose, careful, strict. */
export type ByCare = readonly [careless: number, loose: number, careful: number, strict: number]

/** What one and the same hands use for several personas. */
export type RingHabit = {
  readonly thing: ThingName
  /** Who shares: the personas of one operator, or all of a ring. */
  readonly among: 'operator' | 'ring'
  /** How many personas one value serves. */
  readonly per: number
  /** How often an operator, or a ring, shares it at all. */
  readonly pooled: ByCare
}

/**
 * What rings share. How many personas one value serves is of public cases (3 payouts to one, 4 devices,
 * 10 documents for 7 personas, 6 to a CV, 8 to a recovery mailbox); how often each is shared by level of
 * care is our judgement. The strict share little: money, places and papers, which cost most to part.
 */
export const ringHabits: readonly RingHabit[] = [
  { thing: 'payout', among: 'operator', per: 3, pooled: [0.95, 0.8, 0.5, 0.25] },
  { thing: 'wallet', among: 'ring', per: 3, pooled: [0.5, 0.4, 0.2, 0.1] },
  { thing: 'phone', among: 'operator', per: 3, pooled: [0.9, 0.6, 0.3, 0.08] },
  { thing: 'recovery_email', among: 'operator', per: 8, pooled: [0.8, 0.5, 0.2, 0.05] },
  { thing: 'device', among: 'operator', per: 4, pooled: [0.9, 0.6, 0.25, 0.08] },
  { thing: 'fingerprint', among: 'operator', per: 4, pooled: [0.7, 0.4, 0.15, 0.05] },
  { thing: 'ssh_key', among: 'operator', per: 6, pooled: [0.3, 0.15, 0.05, 0.01] },
  { thing: 'document', among: 'operator', per: 10 / 7, pooled: [0.6, 0.4, 0.2, 0.1] },
  { thing: 'document_image', among: 'ring', per: 4, pooled: [0.5, 0.4, 0.25, 0.1] },
  { thing: 'portrait_image', among: 'operator', per: 3, pooled: [0.6, 0.4, 0.2, 0.05] },
  { thing: 'cv', among: 'ring', per: 6, pooled: [0.8, 0.6, 0.4, 0.15] },
  { thing: 'template', among: 'ring', per: 6, pooled: [0.9, 0.8, 0.6, 0.4] },
  { thing: 'avatar', among: 'operator', per: 3, pooled: [0.4, 0.2, 0.1, 0.02] },
  { thing: 'referral', among: 'ring', per: 8, pooled: [0.5, 0.3, 0.1, 0.02] },
  // Since 2022 rings keep a device for each bank account, so they share those less than payees.
  { thing: 'iban', among: 'operator', per: 3, pooled: [0.6, 0.4, 0.2, 0.1] },
  { thing: 'card', among: 'operator', per: 4, pooled: [0.5, 0.35, 0.15, 0.05] },
  { thing: 'usb', among: 'operator', per: 4, pooled: [0.3, 0.2, 0.08, 0.02] },
  { thing: 'process', among: 'operator', per: 6, pooled: [0.3, 0.2, 0.1, 0.03] },
]

type FarmHabit = { readonly thing: ThingName; readonly seen: ByCare }

/** What the house of a facilitator, who hosts laptops there, gives away of those who are hosted. */
export const farmHabits: readonly FarmHabit[] = [
  { thing: 'site_ip', seen: [0.9, 0.8, 0.7, 0.6] },
  { thing: 'ship_to', seen: [0.7, 0.6, 0.5, 0.4] },
  { thing: 'mac', seen: [0.4, 0.35, 0.3, 0.2] },
]

/** What stands beside the laptops there, or runs on them: the same at every laptop of a house. */
export const laterFarmHabits: readonly FarmHabit[] = [
  { thing: 'usb', seen: [0.5, 0.45, 0.4, 0.3] },
  { thing: 'process', seen: [0.7, 0.6, 0.5, 0.4] },
]

/** How many personas name the bank account to which their ring's money is paid out. */
export const payeeSeen: ByCare = [0.4, 0.2, 0.1, 0.03]

/** How many personas have a laptop at a facilitator's house. */
export const hosted: ByCare = [0.4, 0.5, 0.5, 0.5]

/** How many personas slip once, and use a value of their operator beside their own. */
export const lapses: ByCare = [0.1, 0.05, 0.02, 0.005]

/** Things that slip: the proxy drops (1 in 60 sessions), a commit goes out under the wrong name. */
export const lapsing: readonly ThingName[] = [
  'device',
  'phone',
  'payout',
  'recovery_email',
  'commit_identity',
]

/** How often the operator's own address shows in one session, once in 60 where nobody takes care. */
export const proxyDrops: ByCare = [1 / 60, 1 / 120, 1 / 600, 1 / 3_000]

/** How many personas come through exits of a VPN that the ring chose. */
export const behindVpn: ByCare = [0.6, 0.8, 0.85, 0.9]
