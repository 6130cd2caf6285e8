const vowels = 'aiueo'
/** Consonants of Hepburn with the vowels that they stand before. */
const consonants: Readonly<Record<string, string>> = {
  '': vowels,
  k: vowels,
  g: vowels,
  n: vowels,
  b: vowels,
  p: vowels,
  m: vowels,
  r: vowels,
  s: 'aueo',
  z: 'aueo',
  t: 'aeo',
  d: 'aeo',
  h: 'aieo',
  f: 'u',
  ts: 'u',
  y: 'auo',
  w: 'a',
  sh: vowels,
  ch: vowels,
  j: vowels,
  ky: 'auo',
  gy: 'auo',
  ny: 'auo',
  hy: 'auo',
  by: 'auo',
  py: 'auo',
  my: 'auo',
  ry: 'auo',
}

/** Sounds of one beat, as folded Hepburn writes them; the last is the nasal that closes a syllable. */
const morae: readonly string[] = [
  ...Object.entries(consonants).flatMap(([consonant, after]) =>
    [...after].map((vowel) => consonant + vowel),
  ),
  'n',
]
const places: ReadonlyMap<string, number> = new Map(morae.map((mora, place) => [mora, place]))

const marks = /[\u0300-\u036f'’‘ʼ`´-]/g
/** Kunrei and other spellings as Hepburn, doubled consonants single, long vowels short. */
const rules: readonly (readonly [RegExp, string])[] = [
  [/s[y](?=[auo])/g, 'sh'],
  [/[tc]y(?=[auo])/g, 'ch'],
  [/[zdj]y(?=[auo])/g, 'j'],
  [/si/g, 'shi'],
  [/ti/g, 'chi'],
  [/tu/g, 'tsu'],
  [/(?<![sc])hu/g, 'fu'],
  [/[zd]i/g, 'ji'],
  [/dz?u/g, 'zu'],
  [/wo/g, 'o'],
  [/tch/g, 'ch'],
  [/m(?=[bpm])/g, 'n'],
  [/([kstp])\1/g, '$1'],
  [/cch/g, 'ch'],
  [/o[ou]+/g, 'o'],
  [/oh(?![aiueo])/g, 'o'],
  [/u{2,}/g, 'u'],
]

/** Romaji in one spelling: Satō, Satoh, Satou and Sato are one, and so are Tuneo and Tsuneo. */
export const foldRomaji = (text: string): string => {
  let folded = text.toLowerCase().normalize('NFD').replace(marks, '')
  for (const [pattern, by] of rules) folded = folded.replace(pattern, by)
  return folded
}

const mora = /[^aiueon]{0,2}[aiueo]|n(?:y?[aiueo])?/y
const mostMorae = 5
const radix = 128

/**
 * Id of a word of up to five beats, from its romaji in any spelling; -1 where it is no Japanese word or
 * longer. Ids are numbers to the base 128, so that each gives its word back.
 */
export const toWordId = (text: string): number => {
  const folded = foldRomaji(text)
  let id = 0
  let count = 0
  mora.lastIndex = 0
  while (mora.lastIndex < folded.length) {
    const place = places.get(mora.exec(folded)?.[0] ?? '')
    if (place === undefined || ++count > mostMorae) {
      mora.lastIndex = 0
      return -1
    }
    id = id * radix + place + 1
  }
  return count === 0 ? -1 : id
}

/** The beats of a word by its id. */
export const moraeOf = (id: number): string[] => {
  const found: string[] = []
  for (let rest = id; rest > 0; rest = Math.floor(rest / radix))
    found.unshift(morae[(rest % radix) - 1] ?? '')
  return found
}
