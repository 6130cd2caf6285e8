/**
 * Ties at the top of a ranking: names of listed parties screened against all lists.
 * `npm run bench -- ties [NAMES]` (2,000 of each kind); `--write` writes `docs/measured/ties.md`.
 *
 * A tie is a name whose heaviest designations are of two parties. Entries that share a number, or name
 * and whole birth date, are one party; entries of two bodies may be one without proof and are told apart
 * from ties of one body's entries. Where both print a name that no letter parts from the one asked for,
 * the tie is of homonyms: nothing in a name alone could order them.
 */
import { loadLists } from '../src/lists/index.ts'
import type { Entity, EntityId, Schema, SourceId } from '../src/model/index.ts'
import { Screener, toListed, toProfile } from '../src/screening/index.ts'
import { dataFile } from '../tests/editions.ts'
import { dice } from './dice.ts'
import { misspellName } from './misspell.ts'
import { pick } from './names/draw.ts'
import { isSame } from './names/homonym.ts'
import { halfOf } from './names/pairs.ts'
import { loadParties, type Party } from './names/party.ts'
import { toTable, writePage } from './page.ts'

const words = process.argv.slice(2)
const wanted = Number(words.find((word) => /^\d+$/.test(word)) ?? 2_000)
const cut = 8_000

const { lists } = await loadLists(dataFile('lists'))
const listed = lists.flatMap(({ id, entities }) => entities.map((each) => toListed(id, each)))
const screener = new Screener(listed)
const parties = await loadParties()
const byId = new Map(parties.map((party) => [party.id, party]))

const subject = (schema: Schema, said: Readonly<Record<string, string>>): Entity => {
  const id = 'entity:bench' as EntityId
  const place = { source: '' as SourceId, place: '', learned: null, entity: id, schema }
  const statements = Object.entries(said).map(([prop, value]) => ({ ...place, prop, value }))
  return { id, schema, key: '1', statements }
}

/** The heaviest designations, as parties; none below the cut. */
const topOf = (asked: Entity): Party[] => {
  const { matches } = screener.screen(toProfile(asked), { minBits: cut, limit: 1_000 })
  return matches
    .filter(({ total }) => total === matches[0]?.total)
    .flatMap(({ listed: { list, reference } }) => byId.get(`${list}:${reference}`) ?? [])
}

const bodyOf = ({ list }: Party): string => list.split('-')[0] as string

/** What stands at the top of a ranking. */
type Top = 'none' | 'one' | 'homonyms' | 'other' | 'bodies'

const prints = ({ names }: Party, name: string): boolean => names.some((each) => isSame(each, name))

const judge = (top: readonly Party[], name: string): Top => {
  if (top.length === 0) return 'none'
  const pairs = top.flatMap((a, i) => top.slice(i + 1).map((b) => [a, b] as const))
  const apart = pairs.filter(([a, b]) => a.group !== b.group)
  if (apart.length === 0) return 'one'
  const sure = apart.filter(([a, b]) => bodyOf(a) === bodyOf(b))
  if (sure.length === 0) return 'bodies'
  return sure.every((pair) => pair.every((each) => prints(each, name))) ? 'homonyms' : 'other'
}

const wholeDay = /^\d{4}-\d{2}-\d{2}$/

type Asked = { readonly party: Party; readonly name: string }

/** Names of parties of the evaluation half, drawn by a fixed sequence. */
const draw = (isAsked: (party: Party) => boolean): Asked[] => {
  const pool = parties
    .filter((party) => halfOf(party.id) === 'evaluation' && isAsked(party))
    .flatMap((party) => party.names.map((name) => ({ party, name })))
  const roll = dice(pool.length)
  return Array.from({ length: Math.min(wanted, pool.length) }, () => pick(pool, roll))
}

const isPerson = ({ kind }: Party): boolean => kind === 'person'
const slip = dice(1718)
const dayOf = ({ birthDates }: Party): string | undefined =>
  birthDates.find((date) => wholeDay.test(date))

/** Who is asked for, and what is said of him. */
const kinds: readonly (readonly [
  string,
  (party: Party) => boolean,
  (asked: Asked) => Readonly<Record<string, string>>,
])[] = [
  ['people by name', isPerson, ({ name }) => ({ name })],
  ['people by name with one slip', isPerson, ({ name }) => ({ name: misspellName(name, slip, 1) })],
  [
    'people by name and birth date',
    (party) => isPerson(party) && dayOf(party) !== undefined,
    ({ name, party }) => ({ name, birthDate: dayOf(party) as string }),
  ],
  [
    'Koreans by name',
    (party) => isPerson(party) && party.language === 'korean',
    ({ name }) => ({ name }),
  ],
  ['organisations by name', ({ kind }) => kind === 'organisation', ({ name }) => ({ name })],
  ['ships by name', ({ kind }) => kind === 'vessel', ({ name }) => ({ name })],
]

const heads = ['asked for', 'names', 'found', 'ties', 'homonyms', 'two bodies']
console.log(heads.join('\t'))
const rows = kinds.map(([what, isAsked, say]) => {
  const asked = draw(isAsked)
  const tops = asked.map((each) => {
    const said = say(each)
    return judge(topOf(subject(each.party.schema, said)), said.name as string)
  })
  const share = (top: Top): string =>
    `${((100 * tops.filter((each) => each === top).length) / tops.length).toFixed(1)} %`
  const found = tops.filter((each) => each !== 'none').length
  const row = [what, tops.length, found, share('other'), share('homonyms'), share('bodies')]
  console.log(row.join('\t'))
  return row
})

if (words.includes('--write'))
  writePage({
    name: 'ties',
    title: 'Ties at the top of a ranking, measured',
    command: `ties ${words.join(' ')}`,
    paragraphs: [
      'Names of listed parties, screened against all lists. A *tie* is a name whose heaviest designations are two parties of one list, though one of them is not called so; *homonyms* are the same where both print the name asked for, so that a name alone cannot order them; *two bodies* are ties of entries of two lists that may be one party and are not proven to be.',
      toTable(heads, rows),
    ],
  })
