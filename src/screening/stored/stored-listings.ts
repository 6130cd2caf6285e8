import type { Entity, NewStatement } from '../../model/index.ts'
import { Interner } from '../index/interner.ts'
import type { Listings } from '../index/listed-index.ts'
import { type Listed, listedProperties, toListed } from '../listed.ts'
import type { Section, Sections } from './sections.ts'

type Rest = Omit<NewStatement, 'source' | 'place' | 'prop' | 'value'>

/** A statement without what it shares with its designation: source, property, place, value, the rest. */
type Written = [source: number, prop: number, place: string, value: string, rest?: Partial<Rest>]

type WrittenListed = {
  readonly list: string
  readonly id: string
  readonly schema: string
  readonly key: string
  readonly learned: string | null
  readonly said: readonly Written[]
}

const compared: ReadonlySet<string> = new Set(listedProperties)

/** Designations as sections: what screening reads of each, to be made again when it is asked for. */
export const writeListings = (listed: readonly Listed[]): Record<string, Section> => {
  const words = new Interner()
  const starts = new Int32Array(listed.length + 1)
  const parts: Buffer[] = []
  listed.forEach((each, d) => {
    const part = Buffer.from(JSON.stringify(writeListed(each, words)))
    parts.push(part)
    starts[d + 1] = (starts[d] as number) + part.length
  })
  return {
    'listed.starts': starts,
    'listed.text': new Uint8Array(Buffer.concat(parts)),
    'listed.words': JSON.stringify(words.keys),
  }
}

const writeListed = ({ list, profile: { entity } }: Listed, words: Interner): WrittenListed => {
  const learned = entity.statements[0]?.learned ?? null
  const said = entity.statements
    .filter(({ prop }) => compared.has(prop))
    .map(({ source, prop, place, value, ...rest }): Written => {
      const own = Object.fromEntries(
        Object.entries(rest).filter(
          ([name, part]) =>
            !(name === 'entity' && part === entity.id) &&
            !(name === 'schema' && part === entity.schema) &&
            !(name === 'learned' && part === learned),
        ),
      )
      const head = [words.intern(source), words.intern(prop), place, value] as const
      return Object.keys(own).length === 0 ? [...head] : [...head, own]
    })
  return { list, id: entity.id, schema: entity.schema, key: entity.key, learned, said }
}

/** Designations of sections that `writeListings` made, each read when it is first asked for. */
export const readListings = ({ integers, bytes, text }: Sections): Listings => {
  const starts = integers('listed.starts')
  const written = bytes('listed.text')
  const words = JSON.parse(text('listed.words')) as string[]
  const known: (Listed | undefined)[] = new Array(starts.length - 1)
  const read = (d: number): Listed => {
    const piece = Buffer.from(written.subarray(starts[d], starts[d + 1])).toString('utf8')
    return readListed(JSON.parse(piece) as WrittenListed, words)
  }
  return {
    length: known.length,
    at: (d) => {
      if (d >= known.length) return undefined
      known[d] ??= read(d)
      return known[d]
    },
  }
}

const readListed = (
  { list, id, schema, key, learned, said }: WrittenListed,
  words: readonly string[],
): Listed => {
  const shared = { learned, entity: id, schema }
  const statements = said.map(([source, prop, place, value, rest]) => ({
    source: words[source],
    place,
    ...shared,
    prop: words[prop],
    value,
    ...rest,
  }))
  return toListed(list, { id, schema, key, statements } as unknown as Entity)
}
