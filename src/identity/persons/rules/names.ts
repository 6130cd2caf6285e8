import { foldName, scriptOf } from '../../../names/index.ts'

/** A name taken apart: tokens of the family name and of the given names. */
export type NameParts = { readonly given: string; readonly family: string }

/** Words before a name that are no part of it. */
const titles = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'prof', 'sir', 'lady', 'lord'])

/** Scripts that write the family name first, without a space. */
const familyFirst = new Set(['Hang', 'Hani'])

/**
 * Splits a whole name where no column says which part is which: before a comma stands the family name,
 * in Hangul and Han the first character, else the last word. A wrong split costs little, because names
 * in another order are compared as such.
 */
export const splitName = (text: string): NameParts => {
  const comma = text.indexOf(',')
  if (comma > 0)
    return {
      given: foldName(text.slice(comma + 1)).join(' '),
      family: foldName(text.slice(0, comma)).join(' '),
    }
  const tokens = foldName(text).filter((token) => !titles.has(token))
  if (familyFirst.has(scriptOf(text)))
    return { given: tokens.slice(1).join(' '), family: tokens[0] ?? '' }
  return { given: tokens.slice(0, -1).join(' '), family: tokens.at(-1) ?? '' }
}

/** The tokens of a whole name that its parts do not hold: `1st baron`, a second surname. */
export const restOf = (whole: string, ...parts: readonly string[]): string => {
  const held = new Set(parts.flatMap((part) => part.split(' ')))
  return foldName(whole)
    .filter((token) => !held.has(token) && !titles.has(token))
    .join(' ')
}

/** Tokens of a name in one order, so that names with exchanged parts are equal. */
export const anyOrder = (given: string, family: string): string =>
  `${given} ${family}`.split(' ').sort().join(' ')
