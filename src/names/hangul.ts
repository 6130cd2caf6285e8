/** Letters of Hangul in the order of their code points, by place in the syllable. */
export const initials: readonly string[] = [...'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ']
export const vowels: readonly string[] = [...'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ']
/** The first is no final. */
export const finals: readonly string[] = [
  '',
  ...'ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ',
]

const firstSyllable = 0xac00

/** Number of syllables that Hangul can write; a syllable's id counts from the first of them. */
export const syllableCount: number = initials.length * vowels.length * finals.length

/** Id of a syllable by the places of its letters (The Unicode Standard, 3.12). */
export const syllableOf = (initial: number, vowel: number, final: number): number =>
  (initial * vowels.length + vowel) * finals.length + final

export const initialOf = (syllable: number): number =>
  Math.floor(syllable / (vowels.length * finals.length))

export const vowelOf = (syllable: number): number =>
  Math.floor(syllable / finals.length) % vowels.length

export const finalOf = (syllable: number): number => syllable % finals.length

/** Id of a written syllable, -1 where the character is none. */
export const toSyllable = (character: string): number => {
  const id = (character.codePointAt(0) ?? 0) - firstSyllable
  return id >= 0 && id < syllableCount ? id : -1
}

/** The syllable as it is written. */
export const toHangul = (syllable: number): string => String.fromCodePoint(firstSyllable + syllable)

const [silent, n, r] = (['ㅇ', 'ㄴ', 'ㄹ'] as const).map((letter) => initials.indexOf(letter)) as [
  number,
  number,
  number,
]
/** ㅣ and the vowels that begin with y. */
const palatal: ReadonlySet<number> = new Set([...'ㅑㅒㅕㅖㅛㅠㅣ'].map((v) => vowels.indexOf(v)))

/**
 * A syllable as the South writes it at the start of a word: ㄹ and ㄴ fall before ㅣ and y, ㄹ becomes ㄴ
 * before other vowels (Hangul orthography of 1988, articles 10 to 12); the North keeps them.
 */
export const southern = (syllable: number): number => {
  const initial = initialOf(syllable)
  if (initial !== r && initial !== n) return syllable
  const soft = palatal.has(vowelOf(syllable))
  if (initial === n && !soft) return syllable
  return syllableOf(soft ? silent : n, vowelOf(syllable), finalOf(syllable))
}

/** Syllables that the North may write where the South writes this one at the start of a word. */
export const northernTwins = (syllable: number): readonly number[] => {
  const initial = initialOf(syllable)
  if (initial !== silent && initial !== n) return []
  return [r, n]
    .map((from) => syllableOf(from, vowelOf(syllable), finalOf(syllable)))
    .filter((twin) => twin !== syllable && southern(twin) === syllable)
}
