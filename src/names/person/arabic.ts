import table from '../../../data/person-names.json' with { type: 'json' }
import { skeletons, soundsOf } from '../sound/index.ts'

const article = 'al'
const articles = new Set(['al', 'el', 'ul', 'ol'])
/** The article where it takes the sound of the letter after it: ar-Rahman, ash-Shami. */
const assimilated = /^[aeu](sh|dh|th|[rszdtn])$/
const son = 'bin'
const sons = new Set(['bin', 'ibn', 'ben', 'bn'])
const servant = 'abd'
const servants = new Set(table.servant.split(' '))
const joinedServant = /^abd(?:ou|oe|[aeiou])?(?:l|(?=(?:rr|ss|zz|dd|tt|nn|shsh).))(.{3,})$/
/** God as the second part of a name: Sayf Allah is Saifullah. */
const gods = new Set(['allah', 'ullah', 'ollah', 'oullah', 'illah'])
/** The same without the article's l and with its sound written once: Abdurahman, Abdisalam. */
const looseServant = /^abd(?:ou|oe|[aeiou])([rsztnd].{3,})$/
const faith = 'din'
const faiths = new Set(table.faith.split(' '))
const joinedFaith = /^(.{2,})(?:[aeou]l|u|ou|oo|e|o)dd(?:i|ee|y)ne?$/
/** The same with the article written otherwise or not at all: Tajideen, Salahdin, Jamaleldin. */
const looseFaiths: readonly RegExp[] = [
  /^(.{3,}?)[aeiou]?ld{1,2}(?:i|ee|y)ne?$/,
  /^(.{3,}?)(?:[aeiouy]|ou|oo|eh)?(?:d{1,2}(?:i|ee|y)|dde)ne?$/,
]

const keysOf = (name: string): readonly string[] => {
  const keys = skeletons(name)
  return keys.length > 0 ? keys : [soundsOf(name)]
}

type KeysOf = (name: string) => readonly string[]

/** Whether a name is one of the given, by keys that its many spellings share. */
const isOneOf = (names: string, keys: KeysOf): ((name: string) => boolean) => {
  let known: ReadonlySet<string> | undefined
  return (name) => {
    known ??= new Set(names.split(' ').flatMap(keys))
    const among = known
    return keys(name).some((key) => among.has(key))
  }
}

const consonantsOf: KeysOf = (name) => [soundsOf(name).replace(/[aeiouyh]/g, '')]

/** Names that Abd is put before. */
const isServed = isOneOf(table.servantOf, keysOf)
/** Words that are said of the faith; short, so that only the same consonants will do. */
const isOfFaith = isOneOf(table.ofFaith, consonantsOf)

/** `Abed` is also a name of its own, unless an article follows. */
const isServant = (token: string, next: string | undefined): boolean =>
  next !== undefined && (servants.has(token) || (token === 'abed' && articles.has(next)))

const takesSoundOf = (token: string, next: string): boolean => {
  const sound = assimilated.exec(token)?.[1]
  return sound !== undefined && next.length > 3 && next.startsWith(sound)
}

const isArticle = (token: string, next: string | undefined): boolean =>
  next !== undefined && (articles.has(token) || takesSoundOf(token, next))

/** Words that these rules may change, known by their beginning or end. */
const concerned =
  /^(?:abd|abed$|[aiou]+llah$|[aeou][lrsdtznh]h?$|b[ei]?n$|ibn$)|d[eiy]{1,2}ne?$|dden$/

/** `Abdurrahman`, `Nureddin` as the two words that they are; others as they stand. */
const splitJoined = (token: string): readonly string[] => {
  const name = joinedServant.exec(token)?.[1] ?? looseServant.exec(token)?.[1]
  if (name !== undefined && isServed(name)) return [servant, name.replace(/^(.)\1/, '$1')]
  const first = joinedFaith.exec(token)?.[1]
  if (first !== undefined) return [first, faith]
  const loose = looseFaiths.map((each) => each.exec(token)?.[1])
  const said = loose.find((name) => name !== undefined && isOfFaith(name))
  return said === undefined ? [token] : [said, faith]
}

/**
 * Articles and compound names of Arabic in one form: `al` for el, ul and the assimilated ones, `bin`
 * for ibn and ben, Abd al-X and Abdul X as `abd x`, X al-Din and Xuddin as `x din`.
 */
export const canonicalArabic = (tokens: readonly string[]): readonly string[] => {
  if (!tokens.some((token) => concerned.test(token))) return tokens
  const read: string[] = []
  for (let k = 0; k < tokens.length; k++) {
    const token = tokens[k] as string
    const next = tokens[k + 1]
    const last = read[read.length - 1]
    if (k > 0 && last !== undefined && gods.has(token) && last.length > 2) {
      read[read.length - 1] = last === servant ? 'abdullah' : `${last}ullah`
    } else if (isArticle(token, next)) {
      // The article inside a compound name is part of it.
      if (last !== servant && !faiths.has(next as string)) read.push(article)
    } else if (k > 0 && next !== undefined && sons.has(token)) read.push(son)
    else if (isServant(token, next)) read.push(servant)
    else if (k > 0 && faiths.has(token)) read.push(faith)
    else read.push(...splitJoined(token))
  }
  return read
}
