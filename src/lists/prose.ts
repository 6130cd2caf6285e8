import { parseWallet } from '../identifiers/index.ts'
import { type Description, type Placed, parsePartialDate } from '../model/index.ts'

/**
 * What the prose of a list says in so many words. Each find keeps the words it rests on as its text,
 * so that they can be found again at the place of the prose. Every find holds one of the `cues`: most
 * prose has none, and looking for them costs far less than the pattern or than another letter case.
 */
export const finds = (
  prose: Placed,
  cues: readonly string[],
  pattern: RegExp,
  toValue: (match: RegExpExecArray) => string | undefined = (match) => match[1],
): readonly Placed[] => {
  if (!cues.some((cue) => prose.value.includes(cue))) return []
  return [...prose.value.matchAll(pattern)].flatMap((match) => {
    const value = toValue(match)?.replace(/\s+/g, ' ').trim()
    return value ? [{ ...prose, text: match[0], value }] : []
  })
}

/** Numbers that follow the letters IMO: of ships, and of companies that own or run them. */
export const imoNumbers = (prose: Placed): readonly Placed[] =>
  finds(prose, ['IMO', 'imo'], /\bIMO\b\)?(?:\s*(?:number|no\.?|#))?\s*:?\s*(\d{7})\b/gi)

export const swiftCodes = (prose: Placed): readonly Placed[] =>
  finds(
    prose,
    ['SWIFT'],
    /\bSWIFT(?:\/BIC)?(?:\s*code)?\s*:?\s*([A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)\b/g,
  )

export const emails = (prose: Placed): readonly Placed[] =>
  finds(prose, ['@'], /\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, (match) => match[0])

export const webSites = (prose: Placed): readonly Placed[] =>
  finds(
    prose,
    ['ebsite', 'eb site', 'EBSITE', 'EB SITE'],
    /\bweb\s?sites?\s*:\s*((?:https?:\/\/|www\.)[^\s,;)]+)/gi,
  )

const phoneLabel =
  /\b(?:tel(?:ephone)?|phone|facsimile|fax|mobile)(?:\s*(?:numbers?|no)\b)?\s*[.:]+\s*([+\d](?:[^.a-zA-Z(]|\band\b|\(ext\.\s*\d+\))*)/gi

/** Telephone and fax numbers after a label; several are parted by semicolons, commas or slashes. */
export const phones = (prose: Placed): readonly Placed[] =>
  finds(
    prose,
    ['el', 'hone', 'ax', 'acsimile', 'obile', 'TEL', 'PHONE', 'FAX'],
    phoneLabel,
    (match) => match[1],
  ).flatMap((found) =>
    found.value
      .split(/[;,]|\s\/\s|\band\b/)
      .map((part) => part.replace(/\s+/g, ' ').trim())
      .filter((part) => part.replace(/\D/g, '').length >= 5)
      .map((value) => ({ ...found, value })),
  )

/** A day, a month or a year as prose writes them; for use inside a larger pattern. */
export const datePattern: string = String.raw`(?:\d{1,2}\s+)?[A-Z][a-z]{2,8}\.?\s+\d{4}|[A-Z][a-z]{2,8}\.?\s+\d{1,2},\s+\d{4}|\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d\d-\d\d|\d{4}`

/** Passport numbers after the word. */
export const passports = (prose: Placed): readonly Placed[] =>
  finds(
    prose,
    ['assport', 'ASSPORT'],
    /\bpassport\s+(?:number|no\.?)\s*:?\s*([A-Z]{0,3}\s?\d[\dA-Z/-]{4,})/gi,
  )

/** The day on which a document expires. */
export const expiries = (prose: Placed): readonly Placed[] => [
  ...findDays(prose, 'xpir', expiry),
  ...findDays(prose, 'ntil', untilDay),
]

/** The day on which a document was issued. */
export const issues = (prose: Placed): readonly Placed[] => findDays(prose, 'ssue', issue)

const preceded = (words: string): RegExp =>
  new RegExp(String.raw`\b(?:${words})(?:\s+(?:on|in))?\s*:?\s*(${datePattern})`, 'gi')

const expiry = preceded(String.raw`expir\w*(?:\s+date)?|date\s+of\s+expir\w+`)
const untilDay = preceded(String.raw`valid\s+until`)
const issue = preceded(String.raw`issued|date\s+of\s+issue`)

const findDays = (prose: Placed, cue: string, pattern: RegExp): readonly Placed[] =>
  finds(prose, [cue], pattern, (match) => parsePartialDate(match[1] as string))

/** Addresses of wallets: words whose checksum is right, and Ethereum addresses of any case. */
export const wallets = (prose: Placed): readonly Placed[] =>
  [...prose.value.matchAll(/(?<![\w@./-])(?:[a-z]+:)?[A-Za-z0-9]{26,110}(?![\w@])/g)].flatMap(
    (match) => {
      const word = match[0]
      const wallet = parseWallet(word)
      const evm = /^0x[0-9a-f]{40}$/i.test(word)
      return wallet?.valid === 'checksum' || evm ? [{ ...prose, text: word, value: word }] : []
    },
  )

/** The sentence of a prose in which some words stand, on one line. */
export const sentenceWith = (prose: Placed, words: string): Placed => {
  const sentences = prose.value.match(/(?:[^.;]|\.(?!\s+[A-Z(]|\s*$))+[.;]?/g) ?? [prose.value]
  const text = (sentences.find((each) => each.includes(words)) ?? prose.value).trim()
  return { ...prose, text, value: text.replace(/\s+/g, ' ') }
}

/** What is read out of any prose on an entry, by property. */
const inProse = [
  ['imoNumber', imoNumbers],
  ['swiftBic', swiftCodes],
  ['email', emails],
  ['website', webSites],
  ['phone', phones],
] as const

/** Reads out what a prose on an entry says of it under a plain label. */
export const readProse = (prose: Placed, entry: Description): void => {
  for (const [prop, find] of inProse) for (const found of find(prose)) entry.say(prop, found)
  readWallets(prose, entry)
}

/** Reads the addresses of wallets alone: prose may name ships and mailboxes of others. */
export const readWallets = (prose: Placed, entry: Description): void => {
  for (const address of wallets(prose))
    entry.part('wallet', 'CryptoWallet', address, [['publicKey', address]])
}
