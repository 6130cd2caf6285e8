import { parseEmail } from './email.ts'

/** Names of one provider's mailboxes that are the same mailbox. */
const sameDomain: Readonly<Record<string, string>> = { 'googlemail.com': 'gmail.com' }

/** Providers that deliver a name with and without dots to the same mailbox. */
const dotless: ReadonlySet<string> = new Set(['gmail.com'])

/**
 * The mailbox that an e-mail address reaches, in lower case: without its `+tag`, at Gmail without dots
 * too, googlemail.com as gmail.com. Undefined where the text is no single address.
 */
export const parseMailbox = (text: string): string | undefined => {
  const address = parseEmail(text)
  if (address === undefined) return undefined
  const cut = address.lastIndexOf('@')
  const written = address.slice(cut + 1)
  const domain = sameDomain[written] ?? written
  const tag = address.indexOf('+', 1)
  const tagless = address.slice(0, tag === -1 ? cut : Math.min(tag, cut))
  const name = dotless.has(domain) ? tagless.replaceAll('.', '') : tagless
  return name === '' ? address : `${name}@${domain}`
}
