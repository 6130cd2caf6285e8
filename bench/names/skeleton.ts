import anyAscii from 'any-ascii'

/** The same function, which remembers what it gave for each text. */
export const remember = <T>(make: (text: string) => T): ((text: string) => T) => {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const made = make(text)
    known.set(text, made)
    return made
  }
}

/** Lower-case Latin words of a name in any script, without marks, hyphens and apostrophes. */
export const plain: (name: string) => string = remember((name) =>
  anyAscii(name.normalize('NFKC'))
    .toLowerCase()
    .replace(/['’`´ʼ]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim(),
)

/** Digraphs that stand for one sound, before letters are classed. */
const digraphs: readonly (readonly [RegExp, string])[] = [
  [/shch|sch|tch|sh|ch|zh|cz|sz|ts|tz|dz|dj|dzh/g, 's'],
  [/c(?=[eiy])/g, 's'],
  [/kh|gh|ck|qu|x/g, 'k'],
  [/ph/g, 'f'],
  [/[td]h/g, 't'],
]

/** Letters that spellings of one sound share; a letter without a class is a vowel or mute. */
const classes: readonly (readonly [string, string])[] = [
  ['bpfvw', 'B'],
  ['kqgc', 'K'],
  ['szj', 'S'],
  ['dt', 'T'],
  ['l', 'L'],
  ['mn', 'N'],
  ['r', 'R'],
]

const classOf = new Map(
  classes.flatMap(([letters, sound]) => [...letters].map((letter) => [letter, sound])),
)

/**
 * Consonant skeleton of a word: its consonants by class, doubled ones once, vowels and h left out.
 * A rule for labels only, of its own making: the product compares otherwise.
 */
export const skeleton: (word: string) => string = remember((word) => {
  let text = word
  for (const [digraph, letter] of digraphs) text = text.replace(digraph, letter)
  let sounds = ''
  let last = ''
  for (const letter of text) {
    const sound = /\d/.test(letter) ? letter : (classOf.get(letter) ?? '')
    if (sound && letter !== last) sounds += sound
    last = letter
  }
  return sounds
})
