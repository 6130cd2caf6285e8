import { loadLists } from '../../src/lists/index.ts'
import type { Schema } from '../../src/model/index.ts'
import { type Listed, toListed } from '../../src/screening/listed.ts'
import { dataFile } from '../../tests/editions.ts'
import { type Kind, type Language, languageOf } from './language.ts'
import { plain } from './skeleton.ts'

/** An entry of a list with what the labels are made of. */
export type Party = {
  /** List and reference, as `un:KPi.001`. */
  readonly id: string
  readonly list: string
  readonly schema: Schema
  readonly kind: Kind
  readonly language: Language
  /** Names and good aliases as the list prints them; weak aliases are out. */
  readonly names: readonly string[]
  readonly birthDates: readonly string[]
  /** Entries that are provably one party carry the same number. */
  readonly group: number
}

/** Letters of a name in any order of its words, so that equal means equal but for order and marks. */
const letters = (name: string): string => plain(name).split(' ').sort().join('')

const fullDate = /^\d{4}-\d{2}-\d{2}$/

/** What proves two entries to be one party: a shared number, or name and whole birth date alike. */
const proofs = ({ profile, list, reference }: Listed): string[] => {
  const names = profile.names.filter(({ kind }) => kind !== 'weakAlias').map(({ value }) => value)
  const dates = profile.birthDates.map(({ value }) => value).filter((date) => fullDate.test(date))
  const dated = names.flatMap((name) => dates.map((date) => `${letters(name)} ${date}`))
  // OFAC numbers the parties of all its lists in one row.
  const own = list.startsWith('ofac') ? [`ofac ${reference}`] : []
  const numbers = [...own, ...profile.identifiers.map(({ key }) => key)]
  if (profile.schema === 'Person') return [...numbers, ...dated]
  return [...numbers, ...names.map((name) => `${profile.schema} ${letters(name)}`)]
}

/** Numbers the entries so that those with a common proof have the same number. */
const groupByProof = (all: readonly Listed[]): number[] => {
  const group = all.map((_, i) => i)
  const root = (i: number): number => {
    let at = i
    while (group[at] !== at) at = group[at] as number
    return at
  }
  const first = new Map<string, number>()
  all.forEach((listed, i) => {
    for (const proof of proofs(listed)) {
      const known = first.get(proof)
      if (known === undefined) first.set(proof, i)
      else {
        const [a, b] = [root(known), root(i)]
        group[Math.max(a, b)] = Math.min(a, b)
      }
    }
  })
  return group.map((_, i) => root(i))
}

/** All entries of all official lists in the data folder that have a name to compare. */
export const loadParties = async (): Promise<Party[]> => {
  const { lists } = await loadLists(dataFile('lists'))
  const all = lists.flatMap(({ id, entities }) => entities.map((entity) => toListed(id, entity)))
  const groups = groupByProof(all)
  const rows = new Map<number, { kind: Kind; language: Language }>()
  all.forEach((listed, i) => {
    const known = rows.get(groups[i] as number)
    const mine = languageOf(listed)
    // What one list tells of the language holds for the party on the other lists.
    if (!known || known.kind === 'thing' || known.language === 'other')
      rows.set(groups[i] as number, mine.kind === 'thing' ? (known ?? mine) : mine)
  })
  return all.map((listed, i) => {
    const { profile, list, reference } = listed
    const good = profile.names.filter(({ kind }) => kind !== 'weakAlias' && kind !== 'previousName')
    const old = profile.schema === 'Person' ? profile.names : []
    const former = old.filter(({ kind }) => kind === 'previousName')
    return {
      id: `${list}:${reference}`,
      list,
      schema: profile.schema,
      ...(rows.get(groups[i] as number) as { kind: Kind; language: Language }),
      names: [...new Set([...good, ...former].map(({ value }) => value))],
      birthDates: profile.birthDates.map(({ value }) => value),
      group: groups[i] as number,
    }
  })
}
