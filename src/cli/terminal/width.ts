/**
 * Ranges of UAX #11 (East Asian Width W and F) outside emoji, from first to last code point; unassigned
 * code points of CJK blocks count as wide, as the annex asks.
 */
const wideRanges: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2329, 0x232a],
  [0x2e80, 0x303e],
  [0x3041, 0x3247],
  [0x3250, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18dff],
  [0x1aff0, 0x1b2ff],
  [0x1f200, 0x1f2ff],
  [0x20000, 0x2fffd],
  [0x30000, 0x3fffd],
]

/** Marks that sit on the letter before, format characters, and vowels and finals of conjoining jamo. */
const noWidth = /^[\p{Mn}\p{Me}\p{Cf}\u1160-\u11ff\ud7b0-\ud7ff]$/u
const emoji = /^\p{Emoji_Presentation}$/u
const ascii = /^[\x20-\x7e]*$/

const isWide = (code: number): boolean => {
  let low = 0
  let high = wideRanges.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const [first, last] = wideRanges[middle]!
    if (code < first) high = middle - 1
    else if (code > last) low = middle + 1
    else return true
  }
  return false
}

const characterWidth = (character: string): 0 | 1 | 2 => {
  const code = character.codePointAt(0)!
  if (code < 0x300) return 1
  if (noWidth.test(character)) return 0
  return isWide(code) || emoji.test(character) ? 2 : 1
}

/** Columns that a text takes on a terminal: Hangul, Han and kana take two, combining marks none. */
export const displayWidth = (text: string): number => {
  if (ascii.test(text)) return text.length
  let width = 0
  for (const { segment } of graphemes(text)) width += graphemeWidth(segment)
  return width
}

const graphemeWidth = (grapheme: string): number => {
  let width = 0
  for (const character of grapheme) width = Math.max(width, characterWidth(character))
  return width
}

let segmenter: Intl.Segmenter | undefined
const graphemes = (text: string): Iterable<{ readonly segment: string }> => {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return segmenter.segment(text)
}

/** As much of the start of a text as fits; never splits a character. */
const takeWidth = (text: string, width: number): string => {
  let kept = ''
  let used = 0
  for (const { segment } of graphemes(text)) {
    used += graphemeWidth(segment)
    if (used > width) break
    kept += segment
  }
  return kept
}

/** The text if it fits, else its start with `…` in place of the rest. */
export const cutToWidth = (text: string, width: number): string => {
  if (displayWidth(text) <= width) return text
  return width > 0 ? `${takeWidth(text, width - 1)}…` : ''
}

/** Fills up with spaces to a width; `side` is where the text stands, the right for numbers. */
export const padToWidth = (text: string, width: number, side: 'left' | 'right'): string => {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)))
  return side === 'left' ? text + space : space + text
}

/** Breaks a text at spaces into lines of at most a width; a longer word is broken where it must be. */
export const wrapToWidth = (text: string, width: number): string[] => {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (displayWidth(longer) <= width) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    line = word
    while (displayWidth(line) > width) {
      const head = takeWidth(line, width)
      if (head === '') break
      lines.push(head)
      line = line.slice(head.length)
    }
  }
  return [...lines, line]
}
