import type { XmlElement } from '../../formats/index.ts'
import { type Description, type Placed, parsePartialDate, partialDate } from '../../model/index.ts'
import { attributesOf, joined } from '../whole.ts'
import { readCountry } from './country.ts'
import { readRemark } from './remark.ts'

/** A date of birth as precise as the list has it, and a place of birth. */
export const readBirth = (birth: XmlElement, entry: Description): void => {
  const calendar = birth.attribute('calendarType')
  const date = dateOf(birth)
  if (date && calendar && calendar.value !== 'GREGORIAN')
    entry.say('notes', attributesOf(birth, `${date.placed.value} ${calendar.value}`))
  else if (date) {
    const circa = birth.attribute('circa')?.value === 'true' && date.value ? '~' : ''
    entry.say('birthDate', date.placed, date.value && `${date.value}${circa}`)
  }
  birth.attribute('circa')
  entry.say('birthCountry', ...readCountry(birth))
  const parts = ['place', 'city', 'zipCode', 'region', 'countryDescription'].map(
    (part) => birth.attribute(part)?.value,
  )
  const named = joined(parts.filter((part) => part !== 'UNKNOWN'))
  entry.say('birthPlace', attributesOf(birth, named))
  for (const remark of birth.values('remark')) readRemark(remark, entry)
}

type Dated = { readonly placed: Placed; readonly value: string | undefined }

/** A whole date, else year and month, else a range of years, else a year. */
const dateOf = (birth: XmlElement): Dated | undefined => {
  const [from, to] = [birth.attribute('yearRangeFrom'), birth.attribute('yearRangeTo')]
  const year = birth.attribute('year')
  const whole = birth.attribute('birthdate')
  if (whole) return { placed: whole, value: parsePartialDate(whole.value) }
  const month = birth.attribute('monthOfYear')
  const precise = partialDate(
    Number(year?.value ?? 0),
    Number(month?.value ?? 0),
    Number(birth.attribute('dayOfMonth')?.value ?? 0),
  )
  const parts = attributesOf(birth)
  if (year && month && parts && precise) return { placed: parts, value: precise }
  if ((from || to) && parts) {
    const ends = `${from?.value ?? '..'}/${to?.value ?? '..'}`
    return { placed: parts, value: parsePartialDate(ends) ?? ends }
  }
  return year && { placed: year, value: parsePartialDate(year.value) }
}
