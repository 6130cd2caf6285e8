import type { Description, Placed } from '../../model/index.ts'
import { emails, imoNumbers, phones, swiftCodes, wallets, webSites } from '../prose.ts'

/** What is read out of prose, by property. */
const inProse = [
  ['imoNumber', imoNumbers],
  ['swiftBic', swiftCodes],
  ['email', emails],
  ['website', webSites],
  ['phone', phones],
] as const

/** Reads out what a prose says under a plain label. */
export const readProse = (prose: Placed, entry: Description): void => {
  for (const [prop, find] of inProse) for (const found of find(prose)) entry.say(prop, found)
  for (const address of wallets(prose))
    entry.part('wallet', 'CryptoWallet', address, [['publicKey', address]])
}

/** A remark on the entry is kept whole, and read out as well. */
export const readRemark = (remark: Placed, entry: Description): void => {
  entry.say('notes', remark)
  readProse(remark, entry)
}
