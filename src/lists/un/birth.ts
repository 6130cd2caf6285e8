import type { XmlElement } from '../../formats/index.ts'
import { parseCountry } from '../../identifiers/index.ts'
import { type Description, type Placed, parsePartialDate } from '../../model/index.ts'
import { wholeOf } from '../whole.ts'

const circaWords = /^approximately$/i

/** `EXACT`, `APPROXIMATELY` or `BETWEEN`, with a date, a year, or a first and last year. */
export const readBirthDate = (birth: XmlElement, entry: Description): void => {
  const type = birth.value('TYPE_OF_DATE')?.value ?? ''
  const note = birth.value('NOTE')
  const circa = circaWords.test(type) || circaWords.test(note?.value ?? '') ? '~' : ''
  const [from, to] = [birth.value('FROM_YEAR'), birth.value('TO_YEAR')]
  if (from || to) {
    const ends = [from, to].map((end) => (end ? `${end.value}${circa}` : '..'))
    const whole = wholeOf(birth)
    entry.say('birthDate', whole, parsePartialDate(ends.join('/')) ?? ends.join('/'))
  }
  const year = birth.value('YEAR')
  const month = note && year && parsePartialDate(`${note.value} ${year.value}`)
  if (month) entry.say('birthDate', wholeOf(birth), month)
  else for (const date of [birth.value('DATE'), year]) sayDate(date, circa, entry)
  if (!note || month || circaWords.test(note.value)) return
  const noted = parsePartialDate(note.value)
  entry.say(noted ? 'birthDate' : 'notes', note, noted)
}

const sayDate = (date: Placed | undefined, circa: string, entry: Description): void => {
  const parsed = date && parsePartialDate(date.value)
  entry.say('birthDate', date, parsed && `${parsed}${circa}`)
}

export const readBirthPlace = (birth: XmlElement, entry: Description): void => {
  const country = birth.value('COUNTRY')
  entry.say('birthCountry', country, country && parseCountry(country.value))
  entry.say('notes', birth.value('NOTE'))
  const parts = ['STREET', 'CITY', 'STATE_PROVINCE', 'COUNTRY'].flatMap(
    (part) => birth.value(part)?.value ?? [],
  )
  entry.say('birthPlace', wholeOf(birth, parts.join(', ').replace(/\s+/g, ' ')))
}
