/** Katakana as letters: small kana join, ッ is q, ン n; Kunrei spelling keeps one letter a row. */
const rows: readonly (readonly [string, string])[] = [
  ['', 'アイウエオ'],
  ['k', 'カキクケコ'],
  ['g', 'ガギグゲゴ'],
  ['s', 'サシスセソ'],
  ['j', 'ザジズゼゾ'],
  ['t', 'タ・・テト'],
  ['d', 'ダ・・デド'],
  ['n', 'ナニヌネノ'],
  ['h', 'ハヒフヘホ'],
  ['b', 'バビブベボ'],
  ['p', 'パピプペポ'],
  ['m', 'マミムメモ'],
  ['r', 'ラリルレロ'],
]
const kanaLetters = new Map<string, string>([
  ['チ', 'ci'],
  ['ツ', 'cu'],
  ['ヂ', 'ji'],
  ['ヅ', 'ju'],
  ['ヤ', 'ya'],
  ['ユ', 'yu'],
  ['ヨ', 'yo'],
  ['ワ', 'wa'],
  ['ヲ', 'o'],
  ['ン', 'n'],
  ['ッ', 'q'],
  ['ー', ''],
  ['ヴ', 'bu'],
  ['ㇺ', 'mu'],
  ['ㇰ', 'ku'],
  ['ㇷ', 'pu'],
  ['ㇽ', 'ru'],
  ['ァ', '<a'],
  ['ィ', '<i'],
  ['ゥ', '<u'],
  ['ェ', '<e'],
  ['ォ', '<o'],
  ['ャ', '<ya'],
  ['ュ', '<yu'],
  ['ョ', '<yo'],
])
for (const [consonant, kana] of rows)
  [...kana].forEach((letter, i) => {
    if (letter !== '・') kanaLetters.set(letter, consonant + ('aiueo'[i] as string))
  })

const toKatakana = (text: string): string =>
  text.replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60))

/** Katakana, or hiragana, as the letters that `data/korean-spelling.json` spells Korean syllables by. */
export const fromKana = (text: string): string =>
  [...toKatakana(text)]
    .map((letter) => kanaLetters.get(letter) ?? letter)
    .join('')
    // Small kana take the place of the vowel before them: キョ kyo, クァ kwa, ウォ wo, チェ ce, フェ hwe.
    .replace(/[aiueo]<(y[aueo])/g, (_, small: string) => small)
    .replace(/u<([aeio])/g, 'w$1')
    .replace(/[aiueo]<([aueo])/g, (_, small: string) => small)
    .replace(/</g, '')
    .replace(/([cj])y/g, '$1')

const smalls: Readonly<Record<string, string>> = {
  a: 'ァ',
  i: 'ィ',
  u: 'ゥ',
  e: 'ェ',
  o: 'ォ',
  ya: 'ャ',
  yu: 'ュ',
  yo: 'ョ',
  ye: 'ェ',
  yi: 'ィ',
}
const kanaByLetters = new Map([...kanaLetters].map(([letter, letters]) => [letters, letter]))
const mora = /(q|n(?![aiueoyw]))|([kgsjtdnhbpmrcf]?)([yw]?)([aiueo])/g

/** The letters of `fromKana` as katakana. */
export const toKana = (letters: string): string =>
  letters.replace(
    mora,
    (_, alone: string | undefined, consonant: string, glide: string, vowel: string) => {
      if (alone) return alone === 'q' ? 'ッ' : 'ン'
      const whole = kanaByLetters.get(consonant + glide + vowel)
      const hushed = consonant === 'c' || consonant === 'j'
      if (whole !== undefined && (vowel === 'i' || !hushed)) return whole
      if (glide === 'w' && !hushed)
        return (kanaByLetters.get(`${consonant}u`) ?? '') + (smalls[vowel] ?? '')
      const softened = hushed ? `y${vowel}` : glide + vowel
      const row = kanaByLetters.get(`${consonant}i`) ?? kanaByLetters.get(`${consonant}e`) ?? ''
      return row + (smalls[softened] ?? smalls[vowel] ?? '')
    },
  )
