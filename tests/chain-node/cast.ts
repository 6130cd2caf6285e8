import { createHash } from 'node:crypto'

/** An address that nobody has a key to: the node signs for it all the same. */
export const made = (name: string): string =>
  `0x${createHash('sha256').update(name).digest('hex').slice(0, 40)}`

/** An address that shows the same first and last digits as another one. */
const lookalike = (address: string): string =>
  `${address.slice(0, 5)}${made(address).slice(5, 38)}${address.slice(-4)}`

/** Accounts that the chain begins with, in the order in which the node names them. */
const begun = [
  'issuer',
  'funder',
  'saver',
  'ann',
  'ben',
  'cem',
  'relayer',
  'hot',
  'poisoner',
  'dora',
] as const

const fresh = [
  'thief',
  'peel1',
  'peel2',
  'peel3',
  'peel4',
  'peel5',
  'peel6',
  'peel7',
  'side1',
  'side2',
  'friend',
  'out1',
  'out2',
  'out3',
  'out4',
  'out5',
  'annLater',
  'deposit',
  'deposit2',
] as const

type Name = (typeof begun)[number] | (typeof fresh)[number] | 'twin' | 'twinOfSide'

/** Everybody in the scenario by name. */
export type Cast = Readonly<Record<Name, string>>

/** Gives the chain's accounts their parts, and everybody else an address. */
export const castOf = (accounts: readonly string[]): Cast => {
  if (accounts.length !== begun.length) throw new Error(`the node has ${accounts.length} accounts`)
  const all = {
    ...Object.fromEntries(begun.map((name, i) => [name, accounts[i]])),
    ...Object.fromEntries(fresh.map((name) => [name, made(name)])),
  } as Cast
  return { ...all, twin: lookalike(all.peel4), twinOfSide: lookalike(all.side1) }
}
