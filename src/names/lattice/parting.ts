/** A written syllable; `slipped` where no style spells it, but a slip of the hand away from it one does. */
export type Stretch = { readonly text: string; readonly slipped: boolean }
export type Parting = readonly Stretch[]

/** What bounds the partings of a word into syllables. */
export type PartingLimits = {
  readonly longestWord: number
  readonly longestSyllable: number
  readonly mostSyllables: number
  /** Shorter stretches are a slip away from too much. */
  readonly shortestSlipped: number
}

const mostPartings = 12
const mostSlipped = 4
/** Longer words are no two syllables with a slip. */
const longestSlipped = 12

/** All ways to part a word into syllables that the script can spell. */
export const partWord = (
  word: string,
  spells: (syllable: string) => boolean,
  { longestWord, longestSyllable, mostSyllables }: PartingLimits,
): readonly Parting[] => {
  if (word.length > longestWord) return []
  const found: Parting[] = []
  /** Ends of the syllables that begin at each letter, the longest first; looked for once. */
  const ends: (readonly number[] | undefined)[] = []
  const endsFrom = (at: number): readonly number[] => {
    const own: number[] = []
    for (let end = Math.min(word.length, at + longestSyllable); end > at; end--)
      if (spells(word.slice(at, end)) && (end === word.length || leads(end))) own.push(end)
    return own
  }
  const leads = (at: number): boolean => {
    ends[at] ??= endsFrom(at)
    return (ends[at] as readonly number[]).length > 0
  }
  if (!leads(0)) return []
  const extend = (at: number, taken: Parting): void => {
    if (found.length >= mostPartings) return
    if (at === word.length) {
      found.push(taken)
      return
    }
    if (taken.length === mostSyllables) return
    for (const end of ends[at] ?? [])
      extend(end, [...taken, { text: word.slice(at, end), slipped: false }])
  }
  extend(0, [])
  return found
}

/** Ways to part a word in which one stretch is a slip away from a syllable; of fewest syllables first. */
export const partSlipped = (
  word: string,
  spells: (syllable: string) => boolean,
  isSlip: (stretch: string) => boolean,
  limits: PartingLimits,
): readonly Parting[] => {
  if (word.length > longestSlipped) return []
  const ends = (text: string): readonly Parting[] =>
    text === '' ? [[]] : partWord(text, spells, limits)
  const starts = [...word].map((_, at) => ends(word.slice(0, at)))
  const rests = [...word].map((_, at) => ends(word.slice(at + 1)))
  const found: Parting[] = []
  for (let length = word.length; length >= limits.shortestSlipped; length--)
    for (let at = 0; at + length <= word.length; at++) {
      const [before, after] = [starts[at] as Parting[], rests[at + length - 1] as Parting[]]
      if (before.length === 0 || after.length === 0 || length > limits.longestSyllable + 1) continue
      const text = word.slice(at, at + length)
      if (!isSlip(text)) continue
      for (const start of before)
        for (const end of after)
          if (start.length + end.length < limits.mostSyllables && found.length < mostPartings)
            found.push([...start, { text, slipped: true }, ...end])
    }
  return found.sort((a, b) => a.length - b.length).slice(0, mostSlipped)
}
