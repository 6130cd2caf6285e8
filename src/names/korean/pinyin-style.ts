import { koreanOfPinyin, koreanSurnameOfPinyin, type Readings } from '../han/index.ts'
import { toSyllable } from '../hangul.ts'
import type { Position } from '../lattice/index.ts'
import { shares } from './frequency.ts'
import type { Style } from './spelling.ts'

/** Korean names that went through Chinese: the characters are known only by their Mandarin sound. */
export const pinyinStyle: Style = {
  id: 'pinyin',
  name: 'Mandarin reading of the characters',
  share: 0.02,
  initialRule: { surname: 0, first: 0, second: 0 },
}

/** Of the characters of one Korean syllable about so many sound as their commonest Mandarin reading. */
const usual = 0.5

const withVowel = /[aeiouv]/

const readingsOf = (text: string, position: Position): Readings =>
  position === 'surname' ? koreanSurnameOfPinyin(text) : koreanOfPinyin(text)

/** Syllables whose characters sound so in Mandarin, with the chance that a name has both. */
export const readPinyin = (
  text: string,
  position: Position,
): readonly { readonly syllable: number; readonly joint: number }[] =>
  (withVowel.test(text) ? readingsOf(text, position) : []).map(([hangul, share]) => {
    const syllable = toSyllable(hangul)
    return { syllable, joint: usual * share * (shares[position][syllable] as number) }
  })
