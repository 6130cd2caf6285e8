import { joinDotted } from './dotted.ts'
import { normalise } from './normalise.ts'
import { canonicalTokens, translateWords } from './organisation/index.ts'
import { canonicalPersonTokens } from './person/index.ts'
import { transliterate } from './transliteration/index.ts'

const beyondAscii = /[^\p{ASCII}]/u
const plainAscii = /^[a-z0-9 ]*$/

/**
 * Folds a name to comparable tokens in lower-case ASCII: normalised, words of organisations in their
 * canonical spelling, other scripts by transliteration, Hangul and Han one token a character,
 * articles and compound names of persons in one form. Order is kept; comparing is order-free. An
 * empty list means that nothing comparable is in the text.
 */
export const foldName = (name: string): string[] => {
  let text = joinDotted(translateWords(normalise(name)))
  if (beyondAscii.test(text)) text = transliterate(text)
  if (text.includes("'")) text = text.replaceAll("'", '')
  text = text.toLowerCase()
  if (!plainAscii.test(text)) text = text.replace(/[^a-z0-9]+/g, ' ')
  return canonicalTokens(canonicalPersonTokens(text.split(' ').filter((token) => token !== '')))
}
