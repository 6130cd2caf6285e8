import type { Description, Placed } from '../model/index.ts'

/** Numbers that lists label inside one text, and the property of each. */
const labelled: readonly [label: string, digits: string, prop: string][] = [
  ['INN', String.raw`\d{10}|\d{12}`, 'innCode'],
  ['OGRN', String.raw`\d{13}|\d{15}`, 'ogrnCode'],
  ['KPP', String.raw`\d{9}`, 'kppCode'],
  ['OKPO', String.raw`\d{8}|\d{10}`, 'okpoCode'],
  ['LEI', '[A-Z0-9]{18}[0-9]{2}', 'leiCode'],
  ['(?:SWIFT(?:/BIC)?|BIC)', '[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?', 'swiftBic'],
  ['IMO', String.raw`\d{7}`, 'imoNumber'],
]
const patterns = labelled.map(
  ([label, digits, prop]) =>
    [new RegExp(`\\b${label}\\b[\\s:.-]*(${digits})\\b`, 'g'), prop] as const,
)

/** Says each labelled number of a text as what it is; false where the text has none. */
export const readLabelledNumbers = (text: Placed, entry: Description): boolean => {
  let known = false
  for (const [pattern, prop] of patterns)
    for (const match of text.value.matchAll(pattern)) {
      known = true
      entry.say(prop, { ...text, text: match[0] }, match[1])
    }
  return known
}
