import { parseCountry } from '../../identifiers/index.ts'
import { type Description, type Placed, parsePartialDate } from '../../model/index.ts'
import { datePattern } from '../prose.ts'
import { enumerated } from './enumeration.ts'

const leading = new RegExp(`^(?:${datePattern})`)

/** One date as the acts print it, with words after it left aside: `6.12.1980 (6.6.1980 for …)`. */
const readDate = (text: string): string | undefined => {
  const bare = (text.replace(/\([^)]*\)/g, ' ').trim() || text)
    .replace(/^[\s(]+|[\s.)]+$/g, '')
    .replace(/^probably\b/i, 'about')
    .replace(/(?<=[a-z])\.(?=\d{4}$)/i, ' ')
  const date = leading.exec(bare)?.[0]
  return parsePartialDate(bare) ?? (date && parsePartialDate(date))
}

/** Says each date of birth of a cell's value; what holds no date keeps its text. */
export const readBirthDates = (births: readonly Placed[], entry: Description): void => {
  for (const birth of births) {
    const parts = enumerated(birth.value).flatMap((part) => part.split(/[;,]\s|\bor\b/))
    const dates = parts.map(readDate)
    if (dates.every((date) => date === undefined)) entry.say('birthDate', birth)
    for (const date of dates) if (date) entry.say('birthDate', birth, date)
  }
}

/** Says where somebody was born, and the country where the text ends with one. */
export const readBirthPlaces = (places: readonly Placed[], entry: Description): void => {
  for (const place of places) {
    entry.say('birthPlace', place)
    const last =
      place.value
        .split(/[,(]/)
        .at(-1)
        ?.replace(/[).\s]+$/, '')
        .trim() ?? ''
    const country = parseCountry(last)
    if (country) entry.say('birthCountry', { ...place, text: last }, country)
  }
}
