import names from '../../../data/han-names.json' with { type: 'json' }
import unihan from '../../../data/han-readings.json' with { type: 'json' }
import { lazily, pairsOf } from './readings.ts'

const simplified = lazily(() => new Map([...pairsOf(unihan.fold), ...pairsOf(names.fold)]))

const forms = lazily(() => {
  const found = new Map<string, string[]>()
  for (const [char, folded] of simplified()) found.set(folded, [...(found.get(folded) ?? []), char])
  return found
})

const mayFold = /[\p{Script=Han}]/u

/**
 * Folds traditional, Japanese and Korean forms of Han characters to the simplified one (張 and 张,
 * 沢 and 澤 and 泽); compatibility ideographs to the ones they stand for. What is no Han character
 * stays. Both names must be folded: several characters may share one simplified form.
 */
export const foldHan = (text: string): string => {
  if (!mayFold.test(text)) return text
  let folded = ''
  for (const char of text) folded += foldCharacter(char)
  return folded
}

/** The same for one character. */
export const foldCharacter = (char: string): string => {
  if (char < '\u2e80') return char
  const form = char >= '\uf900' ? char.normalize('NFC') : char
  return simplified().get(form) ?? form
}

/** The other forms that fold to the same simplified one, without the character itself. */
export const otherForms = (char: string): readonly string[] => {
  const folded = foldCharacter(char)
  const all = forms().get(folded) ?? []
  return folded === char ? all : [folded, ...all.filter((other) => other !== char)]
}
