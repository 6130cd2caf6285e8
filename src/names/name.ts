import { chinese, readChinese } from './chinese/index.ts'
import { foldName } from './fold.ts'
import { korean, readKorean } from './korean/index.ts'
import type { Language, Reading } from './lattice/index.ts'

/** Languages whose names are compared as lattices of syllables. */
export const languages: readonly {
  readonly language: Language
  readonly read: (text: string) => Reading | undefined
}[] = [
  { language: korean, read: readKorean },
  { language: chinese, read: readChinese },
]

/** A name as it is compared: its tokens, and for each of `languages` how it reads as a name of it. */
export type Name = {
  readonly text: string
  readonly tokens: readonly string[]
  readonly readings: readonly (Reading | undefined)[]
}

/** Reads a name once for all comparisons. Any text is read; one without letters has no tokens. */
export const readName = (text: string): Name => ({
  text,
  tokens: foldName(text),
  readings: languages.map(({ read }) => read(text)),
})
