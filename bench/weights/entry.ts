import { type LoadedList, loadLists } from '../../src/lists/index.ts'
import { information } from '../../src/names/index.ts'
import { type Listed, toListed } from '../../src/screening/index.ts'
import { dataFile } from '../../tests/editions.ts'
import type { Kind } from '../names/language.ts'
import { type Half, halfOf } from '../names/pairs.ts'
import { loadParties } from '../names/party.ts'

/** A listed party with what pairs of entries are made by. */
export type Entry = {
  readonly id: string
  readonly listed: Listed
  readonly kind: Kind
  readonly half: Half
  /** Entries that are provably one party carry the same number. */
  readonly group: number
  /** Who writes the list: its lists share their numbers and their mistakes. */
  readonly body: string
  /** Names as sets of tokens, so that equal means equal but for order, marks and case. */
  readonly wholes: readonly string[]
}

/** Edition of a list that estimates rest on. */
export type Version = Pick<LoadedList, 'id' | 'version' | 'date'> & { readonly entries: number }

export type Entries = {
  readonly parties: readonly Entry[]
  readonly people: readonly Entry[]
  readonly versions: readonly Version[]
}

/** All listed parties, and people, of the lists in the data folder, and the editions that were read. */
export const loadEntries = async (): Promise<Entries> => {
  const { lists } = await loadLists(dataFile('lists'))
  const parties = await loadParties()
  const first = new Map<number, string>()
  for (const { id, group } of parties) if (!first.has(group)) first.set(group, id)
  const all = lists.flatMap(({ id, entities }) => entities.map((entity) => toListed(id, entity)))
  const entries = all.flatMap((listed, i): Entry[] => {
    const party = parties[i]
    if (!party) return []
    const good = listed.profile.names.filter(({ kind }) => kind !== 'weakAlias')
    return [
      {
        id: party.id,
        listed,
        kind: party.kind,
        half: halfOf(first.get(party.group) ?? party.id),
        group: party.group,
        body: listed.list.split('-')[0] as string,
        wholes: [...new Set(good.map(({ name }) => [...name.tokens].sort().join(' ')))],
      },
    ]
  })
  const versions = lists.map(({ id, version, date, entities }) => ({
    id,
    version,
    date,
    entries: entities.length,
  }))
  const people = entries.filter(({ listed }) => listed.profile.schema === 'Person')
  return { parties: entries, people, versions }
}

/** What the tokens of a whole name say together, in bits. */
export const bitsOfWhole = (whole: string): number =>
  whole.split(' ').reduce((sum, token) => sum + information(token) / 1000, 0)
