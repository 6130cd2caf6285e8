import table from '../../../data/cyrillic-letters.json' with { type: 'json' }

const cyrillic = /\p{Script=Cyrillic}/u
const letters = /\p{Script=Cyrillic}/gu

const read = (line: string): [string, string][] =>
  line.split(' ').map((pair) => [pair.charAt(0), pair.slice(2)])

const common = new Map(read(table.letters.common))
const withOwn = (line: string): ReadonlyMap<string, string> => new Map([...common, ...read(line)])

/** Languages by what only they write, in lower case; the first that fits writes the letters its way. */
const languages: readonly (readonly [sign: RegExp, letters: ReadonlyMap<string, string>])[] = [
  [/[ђјљњћџ]/, withOwn(table.letters.serbian)],
  [/ў|(?=.*і).*[ыэё]/, withOwn(table.letters.belarusian)],
  [/[іїєґ]/, withOwn(table.letters.ukrainian)],
  // Russian writes ъ only before a vowel with y.
  [/ъ(?![еёюя])/, withOwn(table.letters.bulgarian)],
]

/** Latin spelling of Cyrillic, by the letters of the language that the text shows; Russian where none does. */
export const fromCyrillic = (text: string): string => {
  if (!cyrillic.test(text)) return text
  const lower = text.toLowerCase()
  const own = languages.find(([sign]) => sign.test(lower))?.[1] ?? common
  return lower.replace(letters, (letter) => own.get(letter) ?? letter)
}
