/**
 * False alerts and recall: ordinary people drawn by real name frequencies, 1,000 of each language,
 * screened by name alone against all official lists, at several cuts (bits before the prior).
 * `npm run bench -- people [PEOPLE] [MISSPELLINGS]` (1,000; 2,000).
 *
 * An alert is false, because the people are drawn, not known. Recall is of the names of listed people
 * with one to three slips each by a fixed sequence (`misspell.ts`): their own entry must be found.
 */
import { loadLists } from '../src/lists/index.ts'
import { type Entity, type EntityId, type SourceId, toBits } from '../src/model/index.ts'
import { Screener, toListed, toProfile } from '../src/screening/index.ts'
import { dataFile } from '../tests/editions.ts'
import { dice } from './dice.ts'
import { misspellName } from './misspell.ts'
import { people } from './people/draw-people.ts'

const count = Number(process.argv[2] ?? 1_000)
const misspellings = Number(process.argv[3] ?? 2_000)
const cuts: readonly number[] = [8_000, 10_000, 12_000, 14_000, 16_000, 18_000, 20_000]

const { lists } = await loadLists(dataFile('lists'))
const listed = lists.flatMap(({ id, entities }) => entities.map((each) => toListed(id, each)))
const screener = new Screener(listed)
console.log(`${listed.length} designations of ${lists.map(({ id }) => id).join(', ')}`)

const subject = (name: string): Entity => {
  const id = 'entity:bench' as EntityId
  const said = { source: '' as SourceId, place: '', learned: null, entity: id, prop: 'name' }
  return {
    id,
    schema: 'Person',
    key: '1',
    statements: [{ ...said, schema: 'Person', value: name }],
  }
}

/** Bits before the prior of every match of a name, heaviest first. */
const matchesOf = (name: string): { bits: number; owner: string }[] =>
  screener
    .screen(toProfile(subject(name)), { minBits: cuts[0] as number, limit: 1_000 })
    .matches.map(({ total, listed: { list, reference } }) => ({
      bits: total - screener.prior,
      owner: `${list} ${reference}`,
    }))

const row = (what: string, cells: readonly string[]): void =>
  console.log(what.padEnd(34), ...cells.map((cell) => cell.padStart(8)))

row(
  'cut, bits',
  cuts.map((cut) => String(toBits(cut))),
)
console.log(`\npeople with an alert, of 1,000 (all alerts in brackets)`)
for (const [language, draw] of people) {
  const found = draw(count).map(matchesOf)
  const cells = cuts.map((cut) => {
    const above = found.map((matches) => matches.filter(({ bits }) => bits >= cut).length)
    const alerted = (1_000 * above.filter((n) => n > 0).length) / count
    const alerts = (1_000 * above.reduce((sum, n) => sum + n, 0)) / count
    return `${alerted.toFixed(0)} (${alerts.toFixed(0)})`
  })
  row(language, cells)
}

console.log('\nrecall of listed people, percent')
const persons = listed.filter(({ profile }) => profile.schema === 'Person')
const strong = persons.flatMap(({ profile, list, reference, programs }) =>
  profile.names
    .filter(({ kind }) => kind !== 'weakAlias')
    .map(({ value }) => ({
      value,
      owner: `${list} ${reference}`,
      korean: programs.some((program) => program.includes('PRK')),
    })),
)
const recall = (what: string, names: typeof strong): void => {
  const owners = new Map<string, string[]>()
  for (const { value, owner } of names) owners.set(value, [...(owners.get(value) ?? []), owner])
  const values = [...owners.keys()]
  const roll = dice(1718)
  const found = Array.from({ length: misspellings }, () => {
    const value = values[roll(values.length)] as string
    const mine = new Set(owners.get(value))
    return (
      matchesOf(misspellName(value, roll)).find(({ owner }) => mine.has(owner))?.bits ??
      Number.NEGATIVE_INFINITY
    )
  })
  row(
    what,
    cuts.map((cut) =>
      ((100 * found.filter((bits) => bits >= cut).length) / found.length).toFixed(1),
    ),
  )
}
recall('misspelt, all', strong)
recall(
  'misspelt, DPRK programmes',
  strong.filter(({ korean }) => korean),
)
