import { shareOut } from './belief.ts'
import { chinese, readChinese } from './chinese/index.ts'
import { foldConfusables } from './confusable.ts'
import { foldName } from './fold.ts'
import { japanese, readJapanese } from './japanese/index.ts'
import { korean, readKorean } from './korean/index.ts'
import type { Language, Reading } from './lattice/index.ts'

/** Languages whose names are compared as lattices of syllables. */
export const languages: readonly {
  readonly language: Language
  readonly read: (text: string) => Reading | undefined
  /** How often a reading of characters by this language has these very characters, against the others. */
  readonly rate: number
}[] = [
  { language: korean, read: readKorean, rate: 1 },
  { language: chinese, read: readChinese, rate: 1 },
  // Whole words, each written in a few ways, where the others count syllables of many characters.
  { language: japanese, read: readJapanese, rate: 20 },
]

/** A name as it is compared: its tokens, and for each of `languages` how it reads as a name of it. */
export type Name = {
  readonly text: string
  readonly tokens: readonly string[]
  readonly readings: readonly (Reading | undefined)[]
}

const readingsOf = (text: string): Name['readings'] => {
  const meant = foldConfusables(text)
  return shareOut(
    meant,
    languages,
    languages.map(({ read }) => read(meant)),
  )
}

/** Beyond what any list prints (627 characters, 96 tokens); bounds what a hostile text costs. */
const longestName = { characters: 1_000, tokens: 100 }

/**
 * Reads a name once for all comparisons. Any text is read; one without letters has no tokens. What stands
 * beyond 1,000 characters or 100 tokens is not compared. Readings are made when they are first looked at:
 * few names of a list ever are.
 */
export const readName = (text: string): Name => {
  const read = text.slice(0, longestName.characters)
  let readings: Name['readings'] | undefined
  return {
    text,
    tokens: foldName(read).slice(0, longestName.tokens),
    get readings() {
      readings ??= readingsOf(read)
      return readings
    },
  }
}
