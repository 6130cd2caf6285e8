import { type Dice, dice } from '../dice.ts'

/** A made-up person, or a record of one: a text for each of `columns`. */
export type MadeRecord = readonly string[]

export const columns = [
  'first_name',
  'surname',
  'dob',
  'birth_place',
  'postcode',
  'gender',
  'occupation',
] as const

/** Consonants and vowels that invented words are put together from. */
const onsets = 'b br c ch cl d dr f fl g gr h j k l m n p ph pr qu r s sh st t th tr v w y z'.split(
  ' ',
)
const vowels = 'a e i o u ai ea ee ie oa oo y'.split(' ')
const codas = ['', '', 'n', 'r', 'l', 's', 'm', 't', 'ck', 'nd', 'rt', 'ng', 'th', 'x']

const word = (roll: Dice, syllables: number): string => {
  let text = ''
  for (let at = 0; at < syllables; at++)
    text += `${onsets[roll(onsets.length)]}${vowels[roll(vowels.length)]}`
  return text + (codas[roll(codas.length)] as string)
}

/** Invented words, each another. */
const vocabulary = (roll: Dice, size: number, syllables: number): readonly string[] => {
  const words = new Set<string>()
  while (words.size < size) words.add(word(roll, syllables + (roll(3) === 0 ? 1 : 0)))
  return [...words]
}

/** One of many of which the nth is about 1/n as common as the first, as names and places are. */
const zipf = (roll: Dice, from: readonly string[]): string => {
  const at = Math.floor((from.length + 1) ** (roll(1_000_000) / 1_000_000)) - 1
  return from[Math.min(at, from.length - 1)] as string
}

const two = (number: number): string => String(number).padStart(2, '0')

const letters = 'abcdefghijklmnopqrstuvwxyz'

export type World = {
  readonly roll: Dice
  readonly people: (count: number) => Generator<MadeRecord>
  /** A record of a person with about so many mistakes. */
  readonly misstate: (person: MadeRecord, errors: number) => MadeRecord
}

/**
 * A world of invented words, in which people have names, birth days, places, postcodes near their
 * places, genders and occupations, and clerks make mistakes: slips of the hand, other forms of a given
 * name, initials, digits, exchanged day and month, the first of January for want of a date, a
 * neighbouring postcode, an exchanged name, nothing at all.
 */
export const makeWorld = (seed: number): World => {
  const roll = dice(seed)
  const given = { m: vocabulary(roll, 600, 1), f: vocabulary(roll, 600, 2) }
  const family = vocabulary(roll, 12_000, 2)
  const places = vocabulary(roll, 1_500, 2)
  const work = vocabulary(roll, 120, 3)
  const areas = new Map(places.map((place) => [place, `${place.slice(0, 2)}${roll(30) + 1}`]))
  const postcode = (area: string): string =>
    `${area} ${roll(10)}${letters[roll(26)]}${letters[roll(26)]}`
  const day = (): string => `${1820 + roll(170)}-${two(1 + roll(12))}-${two(1 + roll(28))}`

  function* people(count: number): Generator<MadeRecord> {
    let before: MadeRecord | undefined
    for (let at = 0; at < count; at++) {
      const gender = roll(4) === 0 ? 'f' : 'm'
      // Every fourth is of the family of the one before: of one name, place and often line of work.
      const kin = roll(4) === 0 ? before : undefined
      const place = kin?.[3] ?? zipf(roll, places)
      const area = roll(5) === 0 ? areas.get(zipf(roll, places)) : areas.get(place)
      before = [
        zipf(roll, given[gender]),
        kin?.[1] ?? zipf(roll, family),
        day(),
        place,
        postcode(area as string),
        gender === 'f' ? 'female' : 'male',
        (roll(2) === 0 && kin?.[6]) || zipf(roll, work),
      ]
      yield before
    }
  }

  const slip = (text: string): string => {
    if (text.length < 2) return text
    const at = roll(text.length)
    const letter = letters[roll(26)] as string
    const kind = roll(4)
    if (kind === 0) return text.slice(0, at) + text.slice(at + 1)
    if (kind === 1) return text.slice(0, at) + letter + text.slice(at)
    if (kind === 2) return text.slice(0, at) + letter + text.slice(at + 1)
    const from = Math.min(at, text.length - 2)
    return text.slice(0, from) + text[from + 1] + text[from] + text.slice(from + 2)
  }
  const digitSlip = (text: string): string => {
    const at = [2, 3, 5, 6, 8, 9][roll(6)] as number
    return text.slice(0, at) + roll(10) + text.slice(at + 1)
  }
  const mistakes: readonly ((record: string[]) => void)[] = [
    (r) => (r[0] = slip(r[0] as string)),
    (r) => (r[0] = (r[0] as string).slice(0, 3)),
    (r) => (r[0] = (r[0] as string).slice(0, 1)),
    (r) => (r[0] = zipf(roll, r[5] === 'female' ? given.f : given.m)),
    (r) => (r[1] = slip(r[1] as string)),
    (r) => (r[1] = slip(slip(r[1] as string))),
    (r) => (r[1] = zipf(roll, family)),
    (r) => ([r[0], r[1]] = [r[1] as string, r[0] as string]),
    (r) => (r[2] = digitSlip(r[2] as string)),
    (r) => (r[2] = digitSlip(r[2] as string)),
    (r) => (r[2] = (r[2] as string).replace(/-(..)-(..)$/, '-$2-$1')),
    (r) => (r[2] = `${(r[2] as string).slice(0, 4)}-01-01`),
    (r) => (r[2] = day()),
    (r) => (r[3] = slip(r[3] as string)),
    (r) => (r[3] = zipf(roll, places)),
    (r) => (r[4] = postcode((r[4] as string).split(' ')[0] as string)),
    (r) => (r[4] = postcode((r[4] as string).split(' ')[0] as string)),
    (r) => (r[4] = postcode(areas.get(zipf(roll, places)) as string)),
    (r) => (r[4] = slip(r[4] as string)),
    (r) => (r[6] = zipf(roll, work)),
    (r) => (r[roll(2)] = ''),
    (r) => (r[2] = ''),
    (r) => (r[3 + roll(4)] = ''),
    (r) => (r[3 + roll(4)] = ''),
  ]
  const misstate = (person: MadeRecord, errors: number): MadeRecord => {
    const record = [...person]
    for (let at = 0; at < errors; at++) mistakes[roll(mistakes.length)]?.(record)
    return record
  }
  return { roll, people, misstate }
}
