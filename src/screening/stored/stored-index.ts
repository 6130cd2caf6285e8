import type { KeyIndex } from '../index/key-index.ts'
import type { ListedIndex } from '../index/listed-index.ts'
import type { Postings } from '../index/postings.ts'
import type { Forms } from '../index/spelling-index.ts'
import type { Section, Sections } from './sections.ts'

const named = (prefix: string, parts: Readonly<Record<string, Section>>): [string, Section][] =>
  Object.entries(parts).map(([name, part]) => [`${prefix}.${name}`, part])

const keysOf = ({ keys, postings }: KeyIndex): Record<string, Section> => ({ keys, ...postings })

/** The tables of an index as sections. Tokens hold letters and digits only, so lines part them. */
export const toSections = (index: ListedIndex): Record<string, Section> => {
  const { table, spelled, forms, meetings, identifiers } = index
  const { byToken, byJoin, vocabulary, joined, size: _, ...numbers } = table
  return {
    starts: index.starts,
    owners: index.owners,
    readings: index.readings,
    vocabulary: vocabulary.join('\n'),
    joined: joined.join('\n'),
    ...Object.fromEntries([
      ...named('table', numbers),
      ...named('byToken', byToken),
      ...named('byJoin', byJoin),
      ...named('spelled', spelled),
      ...named('words', forms.words),
      ...named('joins', forms.joins),
      ...named('meetings', keysOf(meetings)),
      ...named('identifiers', keysOf(identifiers)),
    ]),
  }
}

/** The index of sections that `toSections` made; its numbers stay where they lie. */
export const fromSections = ({
  integers,
  unsigned,
  doubles,
  bytes,
  text,
}: Sections): ListedIndex => {
  const lines = (name: string): string[] => {
    const all = text(name)
    return all === '' ? [] : all.split('\n')
  }
  const postings = (name: string): Postings => ({
    starts: integers(`${name}.starts`),
    names: integers(`${name}.names`),
  })
  const keys = (name: string): KeyIndex => ({
    keys: doubles(`${name}.keys`),
    postings: postings(name),
  })
  const forms = (name: string): Forms => ({
    forms: doubles(`${name}.forms`),
    buckets: integers(`${name}.buckets`),
    presence: unsigned(`${name}.presence`),
  })
  const starts = integers('table.starts')
  return {
    starts: integers('starts'),
    owners: integers('owners'),
    readings: bytes('readings'),
    table: {
      size: starts.length - 1,
      starts,
      tokens: integers('table.tokens'),
      joins: integers('table.joins'),
      ranked: integers('table.ranked'),
      information: integers('table.information'),
      vocabulary: lines('vocabulary'),
      joined: lines('joined'),
      byToken: postings('byToken'),
      byJoin: postings('byJoin'),
    },
    spelled: postings('spelled'),
    forms: { words: forms('words'), joins: forms('joins') },
    meetings: keys('meetings'),
    identifiers: keys('identifiers'),
  }
}
