import anyAscii from 'any-ascii'
import { distance, plain, remember, skeleton } from './skeleton.ts'

/** Words that join or rank names and are no part of the form. */
const particles = new Set(
  'al el ul ad as ash an ar at az bin ibn ben bint van von de del da dos la y e the of and und'.split(
    ' ',
  ),
)

/** Words of organisations that say the legal form or the trade, by which no two names are one. */
const generic = new Set(
  `co ltd llc inc corp corporation company limited group holding holdings joint stock private public
  general trading trade international import export industrial industry industries bank company plc
  gmbh ag sa srl ooo oao zao pao ao jsc pjsc ojsc cjsc llp lp pte pvt fze fzco fzc dmcc dba foundation
  association organization organisation society institute center centre services service office
  state enterprise federal national research scientific production plant factory republic
  obshchestvo otvetstvennostyu ogranichennoy aktsionernoe s c v de for in korea korean
  iran iranian russian russia mexico corps army party movement front jv mv m`.split(/\s+/),
)

/** Whether two words may spell one word: equal skeletons, or one class away in long ones. */
const isNearWord = (a: string, b: string): boolean => {
  if (a === b) return true
  if (/\d/.test(a + b)) return false
  const [left, right] = [skeleton(a), skeleton(b)]
  const shorter = Math.min(left.length, right.length)
  const isWithin = (limit: number): boolean => distance([...a], [...b]) <= limit
  if (shorter <= 1) return left === right && isWithin(Math.min(a.length, b.length) / 2)
  if (left === right) return isWithin(Math.max(a.length, b.length) / 2)
  if (shorter < 3 || Math.abs(left.length - right.length) > 1) return false
  return distance([...left], [...right]) <= 1 && isWithin(a.length / 2)
}

/** A word, or two that the other name joins, with the places that it takes. */
const pieces = (words: readonly string[]): { text: string; from: number; length: number }[] =>
  words.flatMap((word, from) => {
    const next = words[from + 1]
    const one = { text: word, from, length: 1 }
    return next === undefined ? [one] : [one, { text: word + next, from, length: 2 }]
  })

/** Places of the words of `a` and `b` that have a partner. */
const pairWords = (a: readonly string[], b: readonly string[]): [Set<number>, Set<number>] => {
  const [left, right] = [new Set<number>(), new Set<number>()]
  for (const lengths of [2, 3])
    for (const x of pieces(a))
      for (const y of pieces(b)) {
        if (x.length + y.length !== lengths || !isNearWord(x.text, y.text)) continue
        const places = (piece: { from: number; length: number }): number[] =>
          piece.length === 1 ? [piece.from] : [piece.from, piece.from + 1]
        if (places(x).some((i) => left.has(i)) || places(y).some((j) => right.has(j))) continue
        for (const i of places(x)) left.add(i)
        for (const j of places(y)) right.add(j)
      }
  return [left, right]
}

/** Words of a name without those of a set; transliterated Han is cut at its capitals. */
const wordsOf = (name: string, without: ReadonlySet<string>): string[] =>
  (/\p{Script=Han}/u.test(name) ? plain(spell(name)) : plain(name))
    .split(' ')
    .filter((word) => word !== '' && !without.has(word))

const spell = (name: string): string => anyAscii(name).replace(/(?<=[a-z])(?=[A-Z])/g, ' ')

const abjad = /[\p{Script=Arabic}\p{Script=Hebrew}]/u

/** What a script that leaves out vowels and joins the article shows of a word. */
const consonants = (word: string): string =>
  word.replace(/^al(?=.{3})/, '').replace(/[aeiouwyh]/g, '') || word

/**
 * Whether two names are forms of one name, for people: every word of the shorter has its own partner
 * in the longer, at least two words do, and at least half of the longer are spoken for. One-word names
 * need their letters to be near. Titles, translations and noms de guerre fall out.
 */
export const isPersonForm = (a: string, b: string): boolean => {
  const [left, right] = [wordsOf(a, particles), wordsOf(b, particles)]
  if (!abjad.test(a + b)) return isForm(left, right, 2)
  return isForm(left.map(consonants), right.map(consonants), 2)
}

const none: ReadonlySet<string> = new Set()

/** The same for organisations and vessels, where generic words say nothing and numbers must agree. */
export const isThingForm = (a: string, b: string): boolean => {
  const [left, right] = [wordsOf(a, none), wordsOf(b, none)]
  const numbers = (words: readonly string[]): string =>
    words
      .filter((word) => /\d/.test(word))
      .sort()
      .join(' ')
  if (numbers(left) !== numbers(right)) return false
  const [x, y] = [left, right].map((words) => words.filter((word) => !isGeneric(word))) as [
    string[],
    string[],
  ]
  return isForm(x, y, 1)
}

const isGeneric = (word: string): boolean => generic.has(word) || particles.has(word)

const isForm = (a: readonly string[], b: readonly string[], least: number): boolean => {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length === 0) return false
  const [left, right] = pairWords(short, long)
  if (left.size < short.length || 2 * right.size < long.length) return false
  return left.size >= Math.min(least, long.length) && skeleton(short.join('')).length > 1
}

/** A word with its vowels alike and its consonants by class. */
const pattern: (word: string) => string = remember((word) =>
  skeletonOf(word.replace(/[aeiouyw]+/g, 'a')),
)

const skeletonOf = (word: string): string =>
  word
    .split('a')
    .map((part) => skeleton(part))
    .join('a')

/** Words of two names as keys, the fewer first. */
const keysOf = (a: string, b: string): [string[], string[]] => {
  const key = abjad.test(a + b) ? (word: string) => skeleton(consonants(word)) : pattern
  const [x, y] = [a, b].map((name) => wordsOf(name, particles).map(key).sort())
  const [left, right] = [x ?? [], y ?? []]
  return left.length <= right.length ? [left, right] : [right, left]
}

/**
 * Whether letters cannot part two names: the same words in any order but for vowels, doubling and
 * letters of one class. Different parties of such names are homonyms, not negatives.
 */
export const isSame = (a: string, b: string): boolean => {
  const [few, many] = keysOf(a, b)
  return few.join(' ') === many.join(' ')
}

/** The same where one name also leaves words out, as the names of father and son do. */
export const isSameOrPart = (a: string, b: string): boolean => {
  const [few, many] = keysOf(a, b)
  if (few.length < 2) return few.join(' ') === many.join(' ')
  const left = [...many]
  for (const key of few) {
    const at = left.indexOf(key)
    if (at < 0) return false
    left.splice(at, 1)
  }
  return 2 * few.length >= many.length
}

/** Sound keys of the words of a name, by which near names of other parties are found. */
export const nearKeys: (name: string) => string[] = remember((name) => [
  ...new Set(
    wordsOf(name, particles)
      .filter((word) => word.length > 2 && !generic.has(word))
      .map((word) => skeleton(word) || word),
  ),
])
