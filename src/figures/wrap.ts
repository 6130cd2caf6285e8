const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60]/u

/** Widths of a text in a picture, in half-width letters: pictures cannot measure their fonts. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (wide.test(letter) ? 2 : 1), 0)

/** Pieces of a word no wider than a line; marks stay with their letter. */
const pieces = (word: string, width: number): string[] =>
  (word.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []).reduce<string[]>((lines, letter) => {
    const last = lines.at(-1)
    if (last === undefined || widthOf(last + letter) > width) lines.push(letter)
    else lines[lines.length - 1] = last + letter
    return lines
  }, [])

/** Breaks a label into lines of at most `width` half-width letters. Nothing is cut off. */
export const wrapLabel = (text: string, width: number): readonly string[] => {
  const words = text.split(/\s+/).flatMap((word) => pieces(word, width))
  return words.reduce<string[]>((lines, word) => {
    const last = lines.at(-1)
    if (last === undefined || widthOf(`${last} ${word}`) > width) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
    return lines
  }, [])
}
