import { cardText, ibanText } from './bank-numbers.ts'
import { hex, mix } from './dice.ts'
import { programText, usbText } from './machines.ts'
import { addressOf, mailboxOf } from './people.ts'

export const thingNames = [
  'home_ip',
  'site_ip',
  'mobile_ip',
  'vpn_ip',
  'device',
  'fingerprint',
  'mac',
  'ssh_key',
  'payout',
  'wallet',
  'phone',
  'recovery_email',
  'document',
  'document_image',
  'portrait_image',
  'ship_to',
  'cv',
  'template',
  'avatar',
  'commit_identity',
  'referral',
  'iban',
  'card',
  'usb',
  'process',
] as const

export type ThingName = (typeof thingNames)[number]

/** Things that are planted after all others, so that what was there before them stays as it was. */
export const laterThings: readonly ThingName[] = ['iban', 'card', 'usb', 'process']

export const isLater = (thing: ThingName): boolean => laterThings.includes(thing)

/**
 * A family of values that accounts can be seen with. A value is a number of its family; its text is a
 * hash of that number, written in one way for everybody, so no text tells whose it is.
 */
export type Thing = {
  readonly kind: string
  /** How often somebody who is given such a value uses it alone, and none of his own. */
  readonly alone: number
  readonly text: (seed: number, number: number) => string
}

const long = (seed: number, salt: number, number: number): string =>
  hex(mix(seed, salt, number)) + hex(mix(seed, salt + 1, number))

const digits = (seed: number, salt: number, number: number, places: number): string =>
  String(mix(seed, salt, number) % 10 ** places).padStart(places, '0')

const letter = (hash: number): string => String.fromCharCode(65 + (hash % 26))

/** What an operator can know of the example's networks: two /7, of mobile carriers and of VPN services. */
export const knownNetworks: readonly {
  readonly known: 'mobile' | 'vpn'
  readonly first: number
}[] = [
  { known: 'mobile', first: 246 },
  { known: 'vpn', first: 248 },
]

/** IPv4 of 240.0.0.0/4, which RFC 1112 reserves, by first byte; or IPv6 of 2001:db8::/32 (RFC 3849). */
const ip =
  (first: number, blocks: number, sixth: number) =>
  (seed: number, number: number): string => {
    const [a, b] = [mix(seed, first, number), mix(seed, first + 1, number)]
    if (b % 100 < sixth) {
      const group = (bits: number): string => (1 + (bits % 65_535)).toString(16)
      return `2001:db8:${group(a)}:${group(b >>> 7)}::${group(a >>> 16)}`
    }
    return `${first + (b % blocks)}.${a & 255}.${(a >>> 8) & 255}.${(a >>> 16) & 255}`
  }

const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

const key = (seed: number, number: number): string => {
  let text = 'SHA256:'
  for (let i = 0; i < 43; i++) text += base64[mix(seed, 400 + i, number) % (i === 42 ? 16 : 64)]
  return text
}

const octets = (text: string): string => (text.match(/../g) as string[]).join(':')

/** Numbers of the country code +999 are nobody's (ITU-T E.164 keeps it in reserve). */
const phone = (seed: number, number: number): string => `+999${digits(seed, 91, number, 9)}`

export const things: Readonly<Record<ThingName, Thing>> = {
  home_ip: { kind: 'ip', alone: 0.8, text: ip(240, 4, 30) },
  site_ip: { kind: 'ip', alone: 0, text: ip(244, 2, 10) },
  mobile_ip: { kind: 'ip', alone: 0, text: ip(246, 2, 0) },
  vpn_ip: { kind: 'ip', alone: 0, text: ip(248, 2, 0) },
  device: { kind: 'device', alone: 0.6, text: (seed, n) => long(seed, 101, n) },
  fingerprint: { kind: 'fingerprint', alone: 0.7, text: (seed, n) => long(seed, 103, n) },
  mac: {
    kind: 'mac',
    alone: 0.5,
    // The second digit 2 marks addresses that no maker gave out (IEEE 802).
    text: (seed, n) => octets(`02${long(seed, 105, n).slice(0, 10)}`),
  },
  ssh_key: { kind: 'ssh_key', alone: 0.7, text: key },
  payout: {
    kind: 'payout',
    alone: 0.9,
    text: (seed, n) => `pay-${long(seed, 107, n).slice(0, 12)}`,
  },
  wallet: {
    kind: 'wallet',
    alone: 0.9,
    text: (seed, n) => `0x${long(seed, 109, n)}${long(seed, 111, n)}${hex(mix(seed, 113, n))}`,
  },
  phone: { kind: 'phone', alone: 0.8, text: phone },
  recovery_email: { kind: 'recovery_email', alone: 1, text: (seed, n) => mailboxOf(seed, n, 1) },
  document: {
    kind: 'document',
    alone: 1,
    text: (seed, n) =>
      letter(mix(seed, 115, n)) + letter(mix(seed, 116, n)) + digits(seed, 117, n, 7),
  },
  document_image: { kind: 'document_image', alone: 1, text: (seed, n) => long(seed, 119, n) },
  portrait_image: { kind: 'portrait_image', alone: 1, text: (seed, n) => long(seed, 121, n) },
  ship_to: { kind: 'ship_to', alone: 0.7, text: addressOf },
  cv: { kind: 'cv', alone: 1, text: (seed, n) => long(seed, 123, n) },
  template: { kind: 'template', alone: 1, text: (seed, n) => `tpl-${hex(mix(seed, 125, n))}` },
  avatar: { kind: 'avatar', alone: 1, text: (seed, n) => long(seed, 127, n) },
  commit_identity: { kind: 'commit_identity', alone: 0, text: (seed, n) => mailboxOf(seed, n, 2) },
  referral: { kind: 'referral', alone: 1, text: (seed, n) => `ref-${hex(mix(seed, 129, n))}` },
  iban: { kind: 'iban', alone: 0.9, text: ibanText },
  card: { kind: 'card', alone: 0.6, text: cardText },
  usb: { kind: 'usb', alone: 0, text: usbText },
  process: { kind: 'process', alone: 0, text: programText },
}

const places: ReadonlyMap<ThingName, number> = new Map(
  thingNames.map((name, place) => [name, place] as const),
)

export const placeOf = (name: ThingName): number => places.get(name) as number
