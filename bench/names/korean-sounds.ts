/** A class of consonants, as `K`, or the Hangul vowels that a spelling stands for, as `ㅓㅗ`. */
export type Sound = string

const initials = 'KKNTTLMPPSS-JJJKTPH'
const vowels = 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ'
const finals = '-KKKNNNTLKMPLLPLMPPTTGJJKTPH'

/** Spellings of vowels on lists, in papers and passports, longest first, with what they stand for. */
const vowelSpellings: readonly (readonly [string, Sound])[] = [
  ['yeou', 'ㅕ'],
  ['yeo', 'ㅕ'],
  ['you', 'ㅕㅠ'],
  ['yoo', 'ㅠ'],
  ['yae', 'ㅒㅖ'],
  ['wae', 'ㅙ'],
  ['woo', 'ㅜ'],
  ['wu', 'ㅜ'],
  ['weo', 'ㅝ'],
  ['eui', 'ㅢ'],
  ['yo', 'ㅕㅛ'],
  ['yu', 'ㅕㅠ'],
  ['ya', 'ㅑ'],
  ['ye', 'ㅕㅖ'],
  ['wa', 'ㅘ'],
  ['we', 'ㅞㅚ'],
  ['wo', 'ㅝ'],
  ['wi', 'ㅟ'],
  ['ui', 'ㅢ'],
  ['eo', 'ㅓ'],
  ['eu', 'ㅡㅓ'],
  ['ae', 'ㅐ'],
  ['ai', 'ㅐ'],
  ['ay', 'ㅐ'],
  ['oe', 'ㅚ'],
  ['oi', 'ㅚ'],
  ['oy', 'ㅚ'],
  ['oo', 'ㅜㅡ'],
  ['ou', 'ㅜㅓ'],
  ['ee', 'ㅣㅢ'],
  ['ie', 'ㅣㅢ'],
  ['a', 'ㅏ'],
  ['e', 'ㅔㅐ'],
  ['i', 'ㅣㅢ'],
  ['y', 'ㅣㅢ'],
  ['o', 'ㅗㅓ'],
  ['u', 'ㅜㅡㅓ'],
  ['w', 'ㅜ'],
]

const consonantSpellings: readonly (readonly [string, Sound])[] = [
  ['chkh', 'J'],
  ['tch', 'J'],
  ['dzh', 'J'],
  ['zh', 'J'],
  ['ch', 'J'],
  ['dj', 'J'],
  ['kh', 'K'],
  ['th', 'T'],
  ['ph', 'P'],
  ['sh', 'S'],
  ['ng', 'G'],
  ['ck', 'K'],
  ['k', 'K'],
  ['g', 'K'],
  ['q', 'K'],
  ['c', 'J'],
  ['t', 'T'],
  ['d', 'T'],
  ['p', 'P'],
  ['b', 'P'],
  ['f', 'P'],
  ['v', 'P'],
  ['j', 'J'],
  ['z', 'J'],
  ['s', 'S'],
  ['m', 'M'],
  ['n', 'N'],
  ['l', 'L'],
  ['r', 'L'],
]

const spellings = [...vowelSpellings, ...consonantSpellings].sort(([a], [b]) => b.length - a.length)

const soundsOfLatin = (word: string): Sound[] => {
  const sounds: Sound[] = []
  let rest = word.replace(/(?<![cktpszd])h(?![aeiouyw])/g, '')
  while (rest !== '') {
    const known = spellings.find(([spelling]) => rest.startsWith(spelling))
    sounds.push(known?.[1] ?? (rest[0] === 'h' ? 'H' : '?'))
    rest = rest.slice(known?.[0].length ?? 1)
  }
  return sounds
}

const soundsOfHangul = (text: string): Sound[] =>
  [...text].flatMap((syllable) => {
    const code = syllable.charCodeAt(0) - 0xac00
    const [initial, vowel] = [Math.floor(code / 588), Math.floor(code / 28) % 21]
    return [initials[initial], vowels[vowel], finals[code % 28]].filter(
      (sound): sound is string => sound !== undefined && sound !== '-',
    )
  })

/** The southern form at the start of a word: ㄹ and ㄴ fall before i and y, ㄹ is ㄴ otherwise. */
const southern = (sounds: Sound[]): Sound[] => {
  const [first, second] = sounds
  if ((first !== 'L' && first !== 'N') || second === undefined) return sounds
  if (/[ㅣㅑㅕㅛㅠㅖ]/.test(second)) return sounds.slice(1)
  return ['N', ...sounds.slice(1)]
}

/** Sounds of a given name, in Hangul or in lower-case Latin; doubled consonants count once. */
export const koreanSounds = (given: string): Sound[] => {
  const sounds = /\p{Script=Hangul}/u.test(given) ? soundsOfHangul(given) : soundsOfLatin(given)
  const kept = sounds.filter((sound, i) => !(/[A-Z]/.test(sound) && sound === sounds[i - 1]))
  return southern(kept)
}

/** Vowels that differ by a glide or are often taken for each other. */
const lax = ['ㅏㅑㅘ', 'ㅓㅕㅗㅛㅜㅠㅡㅝ', 'ㅐㅔㅖㅒㅚㅙㅞ', 'ㅣㅢㅟ', 'ㅐㅏ', 'ㅔㅣ', 'ㅔㅕㅓ']
const loose = new Set(['NG', 'GN', 'NM', 'MN', 'LN', 'NL', 'KH', 'HK', 'L', 'N', 'G', 'H'])

const shares = (a: Sound, b: Sound, among: string): boolean =>
  [...a].some((vowel) => among.includes(vowel)) && [...b].some((vowel) => among.includes(vowel))

const price = (a: Sound, b: Sound): number => {
  if (a === b) return 0
  if (loose.has(a + b)) return 1
  if ([...a].some((vowel) => vowels.includes(vowel) && b.includes(vowel))) return 0
  return lax.some((group) => shares(a, b, group)) ? 1 : 2
}

const prices = new Map<Sound, Map<Sound, number>>()

const change = (a: Sound, b: Sound): number => {
  const known = prices.get(a) ?? new Map<Sound, number>()
  prices.set(a, known)
  const found = known.get(b) ?? price(a, b)
  known.set(b, found)
  return found
}

/**
 * 0 where both may spell one given name, 1 for one loose sound more; 2 and above: different, and not
 * counted further.
 */
export const soundDistance = (a: readonly Sound[], b: readonly Sound[]): number => {
  // Every sound that is put in costs one at least.
  if (Math.abs(a.length - b.length) > 1) return 2
  let row = [0]
  for (let j = 0; j < b.length; j++) row.push((row[j] as number) + change(b[j] as Sound, ''))
  for (const x of a) {
    const next = [(row[0] as number) + change(x, '')]
    for (let j = 0; j < b.length; j++) {
      const y = b[j] as Sound
      next.push(
        Math.min(
          (row[j] as number) + change(x, y),
          (row[j + 1] as number) + change(x, ''),
          (next[j] as number) + change(y, ''),
        ),
      )
    }
    if (Math.min(...next) > 1) return 2
    row = next
  }
  return row[b.length] as number
}
