import { mix } from './dice.ts'
import { programs, usbProducts } from './machines.ts'
import type { Parameters } from './parameters.ts'
import { placeOf, type ThingName } from './things.ts'

/** Values that are popular: how many there are of them, and their numbers from 0. */
type Popular = (parameters: Parameters) => number

/** What an ordinary account is seen with: how often at all, with how many values, whose they are. */
type Habit = {
  readonly thing: ThingName
  readonly seen: (parameters: Parameters) => number
  readonly values: readonly [least: number, most: number]
  /** Chance of each value to be one of the popular, and how many of those there are. */
  readonly popular?: readonly [chance: (parameters: Parameters) => number, count: Popular]
}

const always = (chance: number) => (): number => chance

/** Exits of the VPN services of the platform's users; the busiest serve a good part of them. */
export const vpnExits: Popular = ({ accounts }) => Math.max(30, Math.round(accounts / 300))

const withAvatar = 0.4

const one: readonly [number, number] = [1, 1]

/**
 * Habits of everybody, those who run rings included, where no group says otherwise. Mobile and VPN users
 * and template CVs are parameters; the rest is our judgement of a freelance platform.
 */
const habits: readonly Habit[] = [
  { thing: 'home_ip', seen: always(1), values: [1, 2] },
  { thing: 'site_ip', seen: always(0.1), values: one },
  {
    thing: 'mobile_ip',
    seen: ({ mobileUsers }) => mobileUsers,
    values: [1, 2],
    popular: [always(1), ({ accounts }) => Math.max(4, Math.round(accounts / 1_000))],
  },
  {
    thing: 'vpn_ip',
    seen: ({ vpnUsers }) => vpnUsers,
    values: [1, 3],
    popular: [always(1), vpnExits],
  },
  {
    thing: 'device',
    seen: always(0.98),
    values: [1, 2],
    popular: [({ hiddenDevices }) => hiddenDevices, () => 1],
  },
  {
    thing: 'fingerprint',
    seen: always(0.6),
    values: one,
    popular: [always(0.5), ({ accounts }) => Math.max(40, Math.round(accounts / 50))],
  },
  { thing: 'mac', seen: always(0.1), values: one },
  { thing: 'ssh_key', seen: always(0.06), values: one },
  { thing: 'payout', seen: always(0.8), values: one },
  { thing: 'wallet', seen: ({ walletUsers }) => walletUsers, values: one },
  { thing: 'phone', seen: always(0.85), values: one },
  { thing: 'recovery_email', seen: always(0.4), values: one },
  { thing: 'document', seen: always(0.6), values: one },
  { thing: 'document_image', seen: always(0.3), values: one },
  { thing: 'portrait_image', seen: always(0.3), values: one },
  { thing: 'ship_to', seen: always(0.12), values: one },
  { thing: 'cv', seen: always(0.4), values: one },
  {
    thing: 'template',
    seen: ({ templateUsers }) => templateUsers,
    values: one,
    popular: [always(1), ({ accounts }) => Math.max(20, Math.round(accounts / 1_000))],
  },
  {
    thing: 'avatar',
    seen: always(withAvatar),
    values: one,
    popular: [
      ({ stockAvatars }) => stockAvatars / withAvatar,
      ({ accounts }) => Math.max(30, Math.round(accounts / 500)),
    ],
  },
  { thing: 'commit_identity', seen: always(0.2), values: one },
  {
    thing: 'referral',
    seen: always(0.08),
    values: one,
    popular: [always(0.9), ({ accounts }) => Math.max(20, Math.round(accounts / 100))],
  },
  { thing: 'iban', seen: always(0.35), values: one },
  { thing: 'card', seen: always(0.25), values: one },
  {
    thing: 'usb',
    seen: always(0.12),
    values: [1, 3],
    popular: [always(0.8), () => usbProducts],
  },
  {
    thing: 'process',
    seen: always(0.15),
    values: [3, 6],
    popular: [always(0.97), () => programs],
  },
]

/** The dice of one account and purpose: what is drawn for one account depends on no other. */
export const seedOf = (seed: number, account: number, purpose: number): number =>
  mix(seed, 1_000 + purpose, account)

/** A habit as it is on one platform, with its parameters put in. */
export type SettledHabit = {
  readonly thing: ThingName
  readonly place: number
  readonly seen: number
  readonly values: readonly [least: number, most: number]
  readonly popular: readonly [chance: number, count: number]
}

export const settleHabits = (parameters: Parameters): readonly SettledHabit[] =>
  habits.map(({ thing, seen, values, popular }) => ({
    thing,
    place: placeOf(thing),
    seen: seen(parameters),
    values,
    popular: popular ? [popular[0](parameters), popular[1](parameters)] : [0, 0],
  }))
