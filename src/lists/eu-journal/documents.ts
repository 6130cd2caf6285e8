import { parseCountry } from '../../identifiers/index.ts'
import type { Description, Placed, Said } from '../../model/index.ts'
import { documentNumber } from '../document-number.ts'
import { readLabelledNumbers } from '../labelled-numbers.ts'
import { expiries, issues } from '../prose.ts'
import { enumerated } from './enumeration.ts'

const number = /^[\p{Lu}]{0,3}[ -]?\d{4,}\w*$/u
const remarkStart = /\s*[,;]|\s+\(|\s+(?:issued|expir\w*|valid|officially)\b/i
const passportOf =
  /^(?:\(?unconfirmed\b.*|\(?(\p{Lu}[\p{L} ]+?)\s+(?:foreign travel |diplomatic |service |national |alien )*(?:passport|number|identity|identification|registration)\b.*)$/iu

/** `MO887925 (Iraq)`, `Tunisian passport number W342058`, `6311 765564`, each its own document. */
export const readDocuments = (
  cells: readonly Placed[],
  schema: 'Passport' | 'Identification',
  entry: Description,
): void => {
  for (const cell of cells) {
    if (schema === 'Identification' && readLabelledNumbers(cell, entry)) continue
    for (const text of enumerated(cell.value).flatMap(listed))
      readDocument({ ...cell, text, value: text }, schema, entry)
  }
}

/** Bare numbers parted by commas. */
const listed = (text: string): readonly string[] => {
  const parts = text.split(/,\s*/)
  return parts.length > 1 && parts.every((part) => number.test(part)) ? parts : [text]
}

const readDocument = (
  told: Placed,
  schema: 'Passport' | 'Identification',
  entry: Description,
): void => {
  const start = told.value.slice(0, told.value.search(remarkStart) >>> 0)
  const rest = told.value.slice(start.length).replace(/^[\s,;]+/, '')
  entry.part('document', schema, told, [
    ['number', told, plainNumber(/\d/.test(start) ? start : told.value)],
    ...countryOf(told, start, rest),
    ...issues(told).map((day): Said => ['startDate', day]),
    ...expiries(told).map((day): Said => ['endDate', day]),
    ...(rest && /\p{L}{2}/u.test(rest)
      ? [['summary', { ...told, text: rest, value: rest }] as const]
      : []),
  ])
}

/** `series МН No 553834` is one number with its series before it. */
const plainNumber = (text: string): string =>
  /^series\b/i.test(text)
    ? text
        .replace(/\b(?:series|no\.?)\s*/gi, ' ')
        .replace(/\s+/g, ' ')
        .trim()
    : documentNumber(text)

const countryOf = (told: Placed, start: string, rest: string): readonly Said[] => {
  const inner = rest.replace(/^\(|\).*$/g, '')
  const texts = [
    inner,
    inner.split(',')[0],
    passportOf.exec(rest)?.[1],
    passportOf.exec(start)?.[1],
  ]
  const text = texts.find((each) => each && parseCountry(each))
  return text ? [['country', { ...told, text, value: text }, parseCountry(text)]] : []
}
