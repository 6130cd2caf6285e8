import { isForm, kindOf, korea, omitted, placeWords, tradeWords } from './vocabulary.ts'

/** What a canonical token is in the name of an organisation; undefined where it is a name of its own. */
export type Role = {
  readonly part: 'number' | 'place' | 'form' | 'trade'
  /** The number, or the country of a place, or the trade; '' where the word says none. */
  readonly of: string
  readonly city: boolean
}

const roles = new Map<string, Role>()
for (const [word, { code, city }] of placeWords) roles.set(word, { part: 'place', of: code, city })
for (const word of Object.keys(tradeWords))
  roles.set(word, { part: 'trade', of: kindOf(word) ?? '', city: false })

/** Letters before a number that is written on to them: unit61398, apt38. */
const numbered = /^[a-z]{0,4}?0*(\d+)$/

const numberOf = (token: string): Role | undefined => {
  const last = token.charCodeAt(token.length - 1)
  if (last < 48 || last > 57) return undefined
  const digits = numbered.exec(token)?.[1]
  return digits === undefined ? undefined : { part: 'number', of: digits, city: false }
}

const form: Role = { part: 'form', of: '', city: false }

/** The part that a canonical token plays in the name of an organisation. */
export const roleOf = (token: string): Role | undefined =>
  roles.get(token) ?? (isForm(token) ? form : numberOf(token))

/** Whether a role shows that the whole name is one of an organisation. */
export const isTelling = (role: Role | undefined, token: string): boolean =>
  role?.part === 'form' || role?.part === 'trade' || token === korea

/** Whether forms of one name often leave out a word of trade, which names of sister firms seldom do. */
export const isOmitted = (token: string): boolean => omitted.has(token)
