import table from '../../data/confusable-letters.json' with { type: 'json' }

type Script = 'Latn' | 'Cyrl' | 'Grek'

/** A letter that stands in a word of another script, where its look-alike is meant. */
export type Confusable = {
  /** Place of the letter in the text, in UTF-16 units. */
  readonly at: number
  readonly char: string
  readonly meant: string
  /** Script of the letter that stands there, by ISO 15924. */
  readonly script: Script
}

const others: readonly Script[] = ['Cyrl', 'Grek']

/** By the script meant: what letters of other scripts stand for there. */
const meantIn: Readonly<Record<Script, Map<string, string>>> = {
  Latn: new Map(),
  Cyrl: new Map(),
  Grek: new Map(),
}
for (const script of ['Cyrl', 'Grek'] as const)
  for (const pair of table[script].split(' ')) {
    const [other, latin] = [pair.charAt(0), pair.charAt(1)]
    meantIn.Latn.set(other, latin)
    meantIn[script].set(latin, other)
  }

const ofScript: Readonly<Record<Script, RegExp>> = {
  Latn: /\p{Script=Latin}/u,
  Cyrl: /\p{Script=Cyrillic}/u,
  Grek: /\p{Script=Greek}/u,
}
const latin = ofScript.Latn
const foreign = /[\p{Script=Cyrillic}\p{Script=Greek}]/u
const words = /[\p{L}\p{M}]+/gu

const scriptOfLetter = (letter: string): Script | undefined => {
  if (latin.test(letter)) return 'Latn'
  return others.find((script) => ofScript[script].test(letter))
}

/** The script of a mixed word: the one of most letters that only it has, then of most letters, then Latin. */
const scriptMeant = (word: string): Script => {
  const count: Record<Script, number> = { Latn: 0, Cyrl: 0, Grek: 0 }
  for (const letter of word) {
    const script = scriptOfLetter(letter)
    if (!script) continue
    const looksForeign = script === 'Latn' ? meantIn.Cyrl.has(letter) : meantIn.Latn.has(letter)
    count[script] += looksForeign ? 1 : 1000
  }
  const heaviest = Math.max(count.Latn, count.Cyrl, count.Grek)
  return (['Latn', 'Cyrl', 'Grek'] as const).find((script) => count[script] === heaviest) ?? 'Latn'
}

/** Letters of another script inside Latin, Cyrillic and Greek words that look like the one meant. */
export const confusables = (text: string): Confusable[] => {
  if (!foreign.test(text) || !latin.test(text)) return []
  const found: Confusable[] = []
  for (const { 0: word, index } of text.matchAll(words)) {
    if (!foreign.test(word) || !latin.test(word)) continue
    const letters = meantIn[scriptMeant(word)]
    for (let k = 0; k < word.length; k++) {
      const char = word.charAt(k)
      const meant = letters.get(char)
      const script = meant && scriptOfLetter(char)
      if (meant && script) found.push({ at: index + k, char, meant, script })
    }
  }
  return found
}

/** Writes the letters that are meant for their look-alikes. */
export const foldConfusables = (text: string): string => {
  const found = confusables(text)
  if (found.length === 0) return text
  let folded = ''
  let from = 0
  for (const { at, char, meant } of found) {
    folded += text.slice(from, at) + meant
    from = at + char.length
  }
  return folded + text.slice(from)
}

const scriptNames: Readonly<Record<Script, string>> = {
  Latn: 'Latin',
  Cyrl: 'Cyrillic',
  Grek: 'Greek',
}

/** Letters of other scripts inside the words of a name, in words; undefined where there are none. */
export const sayConfusables = (text: string): string | undefined => {
  const found = confusables(text)
  if (found.length === 0) return undefined
  const told = found.map(({ char, meant, script, at }) => {
    const code = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    return `${scriptNames[script]} ${char} (U+${code}) at ${at + 1} for ${meant}`
  })
  return `letters of another script in a word: ${told.join(', ')}`
}
