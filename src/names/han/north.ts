const first = 0xac00
const syllables = 11_172
const initials = { nieun: 2, rieul: 5, ieung: 11 }
/** Vowels that begin with i or y: ㅑ ㅒ ㅕ ㅖ ㅛ ㅠ ㅣ. */
const narrow = new Set([2, 3, 6, 7, 12, 17, 20])
const perInitial = 588

/**
 * The southern spelling of a northern syllable at the start of a word (initial-sound rule of the
 * Hangul orthography, articles 10-12: 리 is written 이, 로 노, 녀 여); others stay as they are.
 */
export const toSouthern = (syllable: string): string => {
  const at = syllable.charCodeAt(0) - first
  if (!(at >= 0 && at < syllables)) return syllable
  const initial = Math.floor(at / perInitial)
  if (initial !== initials.nieun && initial !== initials.rieul) return syllable
  const isNarrow = narrow.has(Math.floor((at % perInitial) / 28))
  if (initial === initials.nieun && !isNarrow) return syllable
  const to = isNarrow ? initials.ieung : initials.nieun
  return String.fromCharCode(first + to * perInitial + (at % perInitial)) + syllable.slice(1)
}

/** The northern twin of a syllable where the readings of one character hold both, else the syllable. */
export const toNorthern = (syllable: string, readings: readonly string[]): string =>
  readings.find((other) => other !== syllable && toSouthern(other) === syllable) ?? syllable
