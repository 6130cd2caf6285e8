import type { Placed } from '../../model/index.ts'
import { parsePartialDate } from '../../model/index.ts'

/**
 * What comments and notes say in so many words. Each find keeps the words it rests on as its text,
 * so that they can be found again in the element.
 */
const finds = (
  prose: Placed,
  pattern: RegExp,
  toValue: (match: RegExpExecArray) => string | undefined = (match) => match[1],
): readonly Placed[] =>
  [...prose.value.matchAll(pattern)].flatMap((match) => {
    const value = toValue(match)?.replace(/\s+/g, ' ').trim()
    return value ? [{ ...prose, text: match[0], value }] : []
  })

/** Numbers that follow the letters IMO: of ships, and of companies that own or run them. */
export const imoNumbers = (prose: Placed): readonly Placed[] =>
  finds(prose, /\bIMO\b\)?(?:\s*(?:number|no\.?|#))?\s*:?\s*(\d{7})\b/gi)

export const swiftCodes = (prose: Placed): readonly Placed[] =>
  finds(prose, /\bSWIFT(?:\/BIC)?(?:\s*code)?\s*:?\s*([A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)\b/g)

export const emails = (prose: Placed): readonly Placed[] =>
  finds(prose, /\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, (match) => match[0])

export const webSites = (prose: Placed): readonly Placed[] =>
  finds(prose, /\bweb\s?sites?\s*:\s*((?:https?:\/\/|www\.)[^\s,;)]+)/gi)

/** Links to the notices of INTERPOL. */
export const notices = (prose: Placed): readonly Placed[] =>
  finds(prose, /https?:\/\/www\.interpol\.int\/[^\s,;)]+/g, (match) => match[0].replace(/\.$/, ''))

const phoneLabel =
  /\b(?:tel(?:ephone)?|phone|facsimile|fax|mobile)(?:\s*(?:numbers?|no)\b)?\s*[.:]+\s*([+\d](?:[^.a-zA-Z(]|\band\b|\(ext\.\s*\d+\))*)/gi

/** Telephone and fax numbers after a label; several are parted by semicolons, commas or slashes. */
export const phones = (prose: Placed): readonly Placed[] =>
  [...prose.value.matchAll(phoneLabel)].flatMap((match) =>
    (match[1] as string)
      .split(/[;,]|\s\/\s|\band\b/)
      .map((part) => part.replace(/\s+/g, ' ').trim())
      .filter((part) => part.replace(/\D/g, '').length >= 5)
      .map((value) => ({ ...prose, text: match[0], value })),
  )

export const genders = (prose: Placed): readonly Placed[] =>
  finds(prose, /\bgender\s*:\s*(male|female)\b/gi, (match) => match[1]?.toLowerCase())

const parent = (which: string): RegExp =>
  new RegExp(
    `\\b${which}(?:['’]?s)? name(?:\\s+(?:is|was))?\\s*:?\\s+((?:[A-Z]\\.\\s)*[^.;(]+?)` +
      '(?=\\s*(?:[.;(]|$|, |\\b(?:Provided|Photo|INTERPOL)\\b))',
    'giu',
  )

export const fathers = (prose: Placed): readonly Placed[] => finds(prose, parent('father'))
export const mothers = (prose: Placed): readonly Placed[] => finds(prose, parent('mother'))

const day = String.raw`(?:\d{1,2}\s+)?[A-Z][a-z]{2,8}\.?\s+\d{4}|[A-Z][a-z]{2,8}\.?\s+\d{1,2},\s+\d{4}|\d{4}-\d\d-\d\d|\d{4}`

/** Dates on or in which the entry itself is said to have died. */
export const deaths = (prose: Placed): readonly Placed[] =>
  finds(
    prose,
    new RegExp(
      String.raw`(?<=^|[.:]\s+)(?:(?:Reportedly|Confirmed(?:\s+to\s+have)?|Reported\s+to\s+have|Was)\s+)?` +
        String.raw`(?:died|deceased|killed)\b(?:(?!as of|as at)[^.])*?\b(?:on|in|during)\s+(${day})\b`,
      'gi',
    ),
    (match) => parsePartialDate(match[1] as string),
  )

/** Dates of birth that a note gives: `born in 1976`, `DOB: 11 Apr. 1963`, `DOB: a) … b) …`. */
export const births = (prose: Placed): readonly Placed[] =>
  [...prose.value.matchAll(/\b(?:born(?:\s+(?:on|in))?|D(?:P)?OB)\b\s*[:-]?\s*([^;]*)/g)].flatMap(
    (match) => {
      const listed = /^a\)\s*([^)]*?)\s*b\)\s*(.*)$/s.exec(match[1] as string)
      const texts = listed ? [listed[1], listed[2]] : [match[1]]
      return texts.flatMap((text) => {
        const date = new RegExp(`^(?:${day})`).exec(text as string)?.[0]
        const value = date && parsePartialDate(date)
        return date && value ? [{ ...prose, text: date, value }] : []
      })
    },
  )

export const nationalities = (prose: Placed): readonly Placed[] =>
  finds(prose, /\bnationality\s*[:-]\s*([A-Z][\p{L} ]+)/giu)

/** Passport numbers that a note or alias gives after the word. */
export const passports = (prose: Placed): readonly Placed[] =>
  finds(prose, /\bpassport\s+(?:number|no\.?)\s*:?\s*([A-Z]{0,3}\s?\d[\dA-Z/-]{4,})/gi)

/** The day on which a document expires. */
export const expiries = (prose: Placed): readonly Placed[] =>
  finds(
    prose,
    new RegExp(
      String.raw`\b(?:expir\w*(?:\s+date)?|valid\s+until|date\s+of\s+expir\w+)(?:\s+(?:on|in))?\s*:?\s*(${day})`,
      'gi',
    ),
    (match) => parsePartialDate(match[1] as string),
  )

/** The day on which a document was issued. */
export const issues = (prose: Placed): readonly Placed[] =>
  finds(
    prose,
    new RegExp(String.raw`\b(?:issued|date\s+of\s+issue)(?:\s+(?:on|in))?\s*:?\s*(${day})`, 'gi'),
    (match) => parsePartialDate(match[1] as string),
  )

/** References to entries of the list, as `QDe.132`. */
export const references = (prose: Placed): readonly Placed[] =>
  finds(
    prose,
    /\b([A-Z]{2})([ieIE])\.\s?(\d{3})\b/g,
    (match) => `${match[1]}${match[2]?.toLowerCase()}.${match[3]}`,
  )

/** The sentence of a prose in which some words stand, on one line. */
export const sentenceWith = (prose: Placed, words: string): Placed => {
  const sentences = prose.value.match(/(?:[^.;]|\.(?!\s+[A-Z(]|\s*$))+[.;]?/g) ?? [prose.value]
  const text = (sentences.find((each) => each.includes(words)) ?? prose.value).trim()
  return { ...prose, text, value: text.replace(/\s+/g, ' ') }
}
