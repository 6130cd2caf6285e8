/**
 * False alerts and recall: ordinary people drawn by real name frequencies, 1,000 of each language,
 * screened by name alone against all official lists, at several cuts (bits before the prior).
 * `npm run bench -- people [PEOPLE] [MISSPELLINGS]` (1,000; 2,000).
 *
 * An alert is false, because the people are drawn, not known. Recall is of the names of listed people
 * with slips by a fixed sequence (`misspell.ts`), and of listed people whose Hangul the EU prints, asked
 * for in each Korean system among the lists with all Hangul taken out.
 */
import { loadLists } from '../src/lists/index.ts'
import { type Entity, type EntityId, type SourceId, toBits } from '../src/model/index.ts'
import { Screener, toListed, toProfile } from '../src/screening/index.ts'
import { dataFile } from '../tests/editions.ts'
import { dice } from './dice.ts'
import { misspellName } from './misspell.ts'
import { systems } from './names/korean-forms.ts'
import { readHangulName } from './names/korean-people.ts'
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
const matchesOf = (name: string, among = screener): { bits: number; owner: string }[] =>
  among
    .screen(toProfile(subject(name)), { minBits: cuts[0] as number, limit: 1_000 })
    .matches.map(({ total, listed: { list, reference } }) => ({
      bits: total - among.prior,
      owner: `${list} ${reference}`,
    }))

const row = (what: string, cells: readonly string[]): void =>
  console.log(what.padEnd(44), ...cells.map((cell) => cell.padStart(8)))

row(
  'cut, bits',
  cuts.map((cut) => String(toBits(cut))),
)
console.log(`\npeople with an alert, of 1,000 (all alerts in brackets)`)
for (const [language, draw] of people) {
  const found = draw(count).map((name) => matchesOf(name))
  const cells = cuts.map((cut) => {
    const above = found.map((matches) => matches.filter(({ bits }) => bits >= cut).length)
    const alerted = (1_000 * above.filter((n) => n > 0).length) / count
    const alerts = (1_000 * above.reduce((sum, n) => sum + n, 0)) / count
    return `${alerted.toFixed(0)} (${alerts.toFixed(0)})`
  })
  row(language, cells)
}

console.log('\nrecall of listed people, percent (names asked in brackets)')
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

/** Tells how often a name reaches one of the entries that are its own, at each cut. */
const recall = (
  what: string,
  asked: readonly { name: string; owners: ReadonlySet<string> }[],
  among = screener,
): void => {
  const found = asked.map(
    ({ name, owners }) =>
      matchesOf(name, among).find(({ owner }) => owners.has(owner))?.bits ??
      Number.NEGATIVE_INFINITY,
  )
  const share = (cut: number): number => found.filter((bits) => bits >= cut).length / found.length
  row(
    `${what} (${asked.length})`,
    cuts.map((cut) => (100 * share(cut)).toFixed(1)),
  )
}

const misspelt = (names: typeof strong, most: number): Parameters<typeof recall>[1] => {
  const owners = new Map<string, Set<string>>()
  for (const { value, owner } of names)
    owners.set(value, (owners.get(value) ?? new Set()).add(owner))
  const values = [...owners.keys()]
  const roll = dice(1718)
  return Array.from({ length: misspellings }, () => {
    const value = values[roll(values.length)] as string
    return { name: misspellName(value, roll, most), owners: owners.get(value) as Set<string> }
  })
}
const dprk = strong.filter(({ korean }) => korean)
recall('all, one slip', misspelt(strong, 1))
recall('all, one to three slips', misspelt(strong, 3))
recall('DPRK programmes, one slip', misspelt(dprk, 1))
recall('DPRK programmes, one to three', misspelt(dprk, 3))

const hangul = /\p{Script=Hangul}/u
const roll = dice(7)
/** The lists with all Hangul taken out, for the forms must be found by what the other names say. */
const withoutHangul = new Screener(
  lists.flatMap(({ id, entities }) =>
    entities.map((entity) => {
      const statements = entity.statements.filter(({ value }) => !hangul.test(value))
      return toListed(id, { ...entity, statements })
    }),
  ),
)
const printed = strong.flatMap(({ value, owner }) => {
  const name = hangul.test(value) ? readHangulName(value) : undefined
  return name ? [{ name, owner }] : []
})
for (const system of systems.filter(({ script }) => !['hani', 'pinyin'].includes(script)))
  recall(
    `EU's Hangul in ${system.id}, lists without`,
    printed.map(({ name, owner }) => ({
      name: system.print(name, roll),
      owners: new Set([owner]),
    })),
    withoutHangul,
  )
