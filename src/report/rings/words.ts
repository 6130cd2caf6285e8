import type { RingCase } from '../../identity/index.ts'
import { counted, toLabel } from '../words.ts'

/** An innocent explanation: how it is called, and what would show that it is the true one. */
type Explanation = { readonly name: string; readonly clears: string }

const explanations: Readonly<Record<string, Explanation>> = {
  chance: {
    name: 'chance',
    clears:
      'A value that its maker or provider gives to many (a factory number, a sample scan, a shared exit) is rarer in this data than in the world: say so, and it counts for nobody.',
  },
  household: {
    name: 'a household',
    clears:
      'A lease, a register entry or a bill that shows the holders of the shared values at one address at that time.',
  },
  workplace: {
    name: 'an agency, employer or office',
    clears:
      'The entry of the agency or employer in a public register, and its word that it placed these people. Put it on your list of intermediaries (muster import), and its values count for nobody.',
  },
  cohort: {
    name: 'a class, team or co-working room',
    clears:
      'The list of those who took part, from the school or host, and the template or machine that it handed out.',
  },
  person: {
    name: 'one person with a second account',
    clears:
      'Papers of one person that bear what both accounts state: a change of name, a new passport, a lost password that support knows of.',
  },
  successor: {
    name: 'an account lawfully handed on',
    clears: 'The record of the hand-over with its day, and the agreement of both holders.',
  },
}

/** What would take the weight from the values of a channel. */
const channelClears: Readonly<Record<string, string>> = {
  network:
    'A network never carries a ring. Its owner can say whether it is an office, a carrier or an exit that many use.',
  endpoint:
    'The owner of the machine says who uses it and why: a family, a shop, an agency that lends machines. A second look at the machine from another session settles whether it is one.',
  money:
    'The bank or payment firm names the holder of the account, and each payee says why the money goes there: a payroll agent, a spouse, a shared firm.',
  contact:
    'Each holder answers over another way of contact that was verified on its own; the provider says whether the number or mailbox was given out again.',
  paper:
    'The holder shows the original paper in person or by a check with its issuer. One paper under several names clears nobody by itself.',
  place:
    'A lease, a register entry or the host of the address says who lives, works or takes deliveries there.',
  artefact:
    'The author of the template, picture or key is found: a course, a public sample, a tool that writes it for all.',
  social: 'Both sides of a referral or rating show the work that it was given for.',
}

/** How an innocent explanation is called. */
export const nameRival = (kind: string): string => explanations[kind]?.name ?? toLabel(kind)

/** What would show that the innocent explanation is the true one; undefined where nothing is known. */
export const rivalClears = (kind: string): string | undefined => explanations[kind]?.clears

/** What would take the weight from a channel; undefined where nothing is known. */
export const clearsOf = (channel: string): string | undefined => channelClears[channel]

/** A label inside a sentence: `Document image` is "document image", `MAC address` stays. */
export const inSentence = (label: string): string =>
  /^[A-Z]{2}/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1)

/** Bits with sign and one place, for sentences; tables have three. */
export const inWords = (bits: number): string =>
  `${bits < 0 ? '−' : '+'}${Math.abs(bits).toFixed(1)}`

type Without = RingCase['values'][number]['without']

/** What would be left of a ring without a value. */
export const describeRest = ({ bits, accounts, rings }: Without): string => {
  if (bits === null) return 'no ring is left'
  const among = rings > 1 ? `, the largest of ${rings} rings` : ''
  return `${inWords(bits)} bits with ${counted(accounts, 'account')}${among}`
}

/** "2025-01-03 to 2025-06-01", one day where both are the same. */
export const describeTime = (first: string | null, last: string | null): string => {
  const [from, to] = [first?.slice(0, 10), last?.slice(0, 10)]
  if (!from) return to ? `until ${to}` : 'time unknown'
  return to && to !== from ? `${from} to ${to}` : from
}
