import { type Placed, parsePartialDate } from '../../model/index.ts'
import { datePattern, finds } from '../prose.ts'

const link = /https?:\/\/www\.interpol\.int\/[^\s,;)]+/g

/** Links to the notices of INTERPOL. */
export const notices = (prose: Placed): readonly Placed[] =>
  finds(prose, ['interpol.int'], link, (match) => match[0].replace(/\.$/, ''))

export const genders = (prose: Placed): readonly Placed[] =>
  finds(prose, ['ender', 'ENDER'], /\bgender\s*:\s*(male|female)\b/gi, (match) =>
    match[1]?.toLowerCase(),
  )

const parent = (which: string): RegExp =>
  new RegExp(
    `\\b${which}(?:['’]?s)? name(?:\\s+(?:is|was))?\\s*:?\\s+((?:[A-Z]\\.\\s)*[^.;(]+?)` +
      '(?=\\s*(?:[.;(]|$|, |\\b(?:Provided|Photo|INTERPOL)\\b))',
    'giu',
  )
const father = parent('father')
const mother = parent('mother')

export const fathers = (prose: Placed): readonly Placed[] =>
  finds(prose, ['ather', 'ATHER'], father)
export const mothers = (prose: Placed): readonly Placed[] =>
  finds(prose, ['other', 'OTHER'], mother)

/** A sentence about the entry itself; `as of` would be the day of the report. */
const death = new RegExp(
  String.raw`(?<=^|[.:]\s+)(?:(?:Reportedly|Confirmed(?:\s+to\s+have)?|Reported\s+to\s+have|Was)\s+)?` +
    String.raw`(?:died|deceased|killed)\b(?:(?!as of|as at)[^.])*?\b(?:on|in|during)\s+(${datePattern})\b`,
  'gi',
)

/** Dates on or in which the entry itself is said to have died. */
export const deaths = (prose: Placed): readonly Placed[] =>
  finds(prose, ['ied', 'eceased', 'illed'], death, (match) => parsePartialDate(match[1] as string))

const birth = /\b(?:born(?:\s+(?:on|in))?|D(?:P)?OB)\b\s*[:-]?\s*([^;]*)/g
const startsWithDate = new RegExp(`^(?:${datePattern})`)

/** Dates of birth that a note gives: `born in 1976`, `DOB: 11 Apr. 1963`, `DOB: a) … b) …`. */
export const births = (prose: Placed): readonly Placed[] =>
  [...prose.value.matchAll(birth)].flatMap((match) => {
    const listed = /^a\)\s*([^)]*?)\s*b\)\s*(.*)$/s.exec(match[1] as string)
    return (listed?.slice(1) ?? [match[1] as string]).flatMap((text) => {
      const date = startsWithDate.exec(text)?.[0]
      const value = date && parsePartialDate(date)
      return date && value ? [{ ...prose, text: date, value }] : []
    })
  })

export const nationalities = (prose: Placed): readonly Placed[] =>
  finds(prose, ['ationality', 'ATIONALITY'], /\bnationality\s*[:-]\s*([A-Z][\p{L} ]+)/giu)

/** References to entries of the list, as `QDe.132`. */
export const references = (prose: Placed): readonly Placed[] =>
  finds(
    prose,
    ['i.', 'e.', 'I.', 'E.'],
    /\b([A-Z]{2})([ieIE])\.\s?(\d{3})\b/g,
    (match) => `${match[1]}${match[2]?.toLowerCase()}.${match[3]}`,
  )
