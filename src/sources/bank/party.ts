import type { XmlElement } from '../../formats/index.ts'
import { parseIban } from '../../identifiers/index.ts'
import { find, firstText } from './element.ts'

/** One end of a payment: its account as transfers name it, and the name of its owner, '' where untold. */
export type End = { readonly account: string; readonly name: string }

/** Where versions of the messages write the number of an account, the surest first. */
const numbers = [
  ['Id', 'IBAN'],
  ['Id', 'Othr', 'Id'],
  ['Id', 'BBAN'],
  ['Id', 'PrtryAcct', 'Id'],
  ['Id', 'UPIC'],
  ['Prxy', 'Id'],
] as const

const banks = [
  ['FinInstnId', 'BICFI'],
  ['FinInstnId', 'BIC'],
  ['FinInstnId', 'CmbndId', 'BIC'],
  ['FinInstnId', 'Nm'],
  ['FinInstnId', 'ClrSysMmbId', 'MmbId'],
] as const

const names = [['Nm'], ['Pty', 'Nm'], ['Agt', 'FinInstnId', 'Nm'], ['Agt', 'FinInstnId', 'BICFI']]

/** The number of an account: an IBAN in its plain form, another number as it stands; '' without one. */
export const numberOf = (account: XmlElement | undefined): string => {
  const text = firstText(account, numbers)
  return (text && parseIban(text)?.number) || text
}

/** The name of a bank: its BIC, else its name or its number in a clearing system. */
const bankOf = (agent: XmlElement | undefined): string => firstText(agent, banks)

const nameOf = (party: XmlElement | undefined): string => firstText(party, names)

/**
 * The account of the one whose statement this is: its number, else its owner at its bank; undefined
 * where the statement tells neither.
 */
export const readOwn = (account: XmlElement): End | undefined => {
  const name = nameOf(find(account, 'Ownr'))
  const number = numberOf(account)
  if (number !== '') return { account: number, name }
  const bank = bankOf(find(account, 'Svcr'))
  return name !== '' && bank !== '' ? { account: `${name} at ${bank}`, name } : undefined
}

/** The debtor or the creditor of a payment. */
export type Role = 'Dbtr' | 'Cdtr'

type Parties = {
  /** Holds debtor and creditor with their accounts. */
  readonly parties: XmlElement | undefined
  /** Holds their banks. */
  readonly agents: XmlElement | undefined
  /** The account whose statement this is: a name at an unknown bank is known to it alone. */
  readonly own: string
}

/**
 * One end of a payment: its number, else its name at its bank. A name whose bank is untold is one
 * within the statements of one account only, so that people of one name are never taken for one.
 */
export const readEnd = (role: Role, { parties, agents, own }: Parties): End | undefined => {
  const name = nameOf(find(parties, role)) || nameOf(find(parties, `Ultmt${role}`))
  const number = numberOf(find(parties, `${role}Acct`))
  if (number !== '') return { account: number, name }
  if (name === '') return undefined
  const bank = bankOf(find(agents, `${role}Agt`))
  return { account: bank ? `${name} at ${bank}` : `${name} at a bank unknown to ${own}`, name }
}
