import { mix } from './dice.ts'

const digits = (seed: number, salt: number, number: number, places: number): string =>
  String(mix(seed, salt, number) % 10 ** places).padStart(places, '0')

/** Rest by 97 of a number of any length, digit by digit. */
const rest97 = (text: string): number => {
  let rest = 0
  for (const digit of text) rest = (rest * 10 + Number(digit)) % 97
  return rest
}

/** `BE00` as ISO 7064 counts letters, A as 10. */
const belgium = '111400'

/**
 * An IBAN whose check digits hold and that no bank can give out. Belgian numbers end in two digits of
 * their own: the rest of the ten before by 97, and 97 where that is none. They are 01 to 97; these end
 * in 00. (Standards of Febelfin; ISO 13616 for the form.)
 */
export const ibanText = (seed: number, number: number): string => {
  const account = `${digits(seed, 141, number, 5)}${digits(seed, 142, number, 5)}00`
  const check = String(98 - rest97(account + belgium)).padStart(2, '0')
  return `BE${check}${account}`
}

/**
 * A card number whose check digit holds (Luhn) and that no bank can give out: 9 is for bodies of the
 * country whose number follows, and 999 is no country's (ISO/IEC 7812, ISO 3166-1).
 */
export const cardText = (seed: number, number: number): string => {
  const text = `9999${digits(seed, 143, number, 6)}${digits(seed, 144, number, 5)}`
  let sum = 0
  for (let i = 0; i < text.length; i++) {
    // The check digit comes last, so of fifteen digits before it the first is doubled.
    const doubled = Number(text[i]) * (i % 2 === 0 ? 2 : 1)
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return `${text}${(10 - (sum % 10)) % 10}`
}
