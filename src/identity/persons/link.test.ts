import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { explainPair } from './explain.ts'
import { Gatherer } from './gather.ts'
import { labelPersons } from './labels.ts'
import { type Linked, linkRows } from './link.ts'
import { pairsOfRows } from './row-pairs.ts'
import { mix } from './rules/random.ts'

type Row = readonly string[]

const link = (columns: Row, rows: readonly Row[], least = 0): Linked => {
  const gatherer = new Gatherer()
  const take = gatherer.open(columns)
  for (const cells of rows) take(cells)
  return linkRows(gatherer.fields(), gatherer.rows, { reach: () => undefined, least })
}

/** Which rows are together, as sets of ids. */
const together = (linked: Linked, ids: Row): string[] => {
  const groups = new Map<string, string[]>()
  labelPersons(linked, ids).forEach((label, row) => {
    groups.set(label, [...(groups.get(label) ?? []), ids[row] as string])
  })
  return [...groups.values()].map((group) => group.sort().join(' ')).sort()
}

const given = 'ada bela cora dina edna fara gina hana ines jana kira lena mona nora olga'.split(' ')
const family =
  'arden birch cole drake ellis finch grove hart irwin joyce keats lowe marsh north orme'.split(' ')
const ends = ['', 'ton', 'ley', 'mond', 'worth', 'field', 'man', 'bury', 'wick', 'shaw', 'gate']

const pick = (from: readonly string[], at: number, salt: number): string =>
  from[mix(at, salt) % from.length] as string

const surname = (at: number): string => pick(family, at, 1) + pick(ends, at, 2)

const day = (at: number): string =>
  `19${10 + (mix(at, 3) % 90)}-0${1 + (mix(at, 4) % 9)}-${10 + (mix(at, 5) % 18)}`

/** Invented people, one a row; some twice with a slip. */
const people = (count: number): { columns: Row; rows: Row[]; ids: string[] } => {
  const rows: Row[] = []
  const ids: string[] = []
  for (let at = 0; at < count; at++) {
    const [first, last, born] = [pick(given, at, 0), surname(at), day(at)]
    const mail = `${first}.${mix(at, 6) % 10_000}@example.org`
    rows.push([first, last, born, mail])
    ids.push(`p${at}`)
    if (at % 4 === 0) {
      rows.push([first, `${last.slice(0, 1)}x${last.slice(1)}`, born, at % 8 === 0 ? mail : ''])
      ids.push(`p${at}-again`)
    }
  }
  return { columns: ['first_name', 'surname', 'dob', 'email'], rows, ids }
}

describe('records of one person', () => {
  const { columns, rows, ids } = people(200)

  test('are found with a slip in the name, and nobody else is joined', () => {
    const expected = ids
      .filter((id) => !id.endsWith('again'))
      .map((id) => (ids.includes(`${id}-again`) ? `${id} ${id}-again` : id))
    expect(together(link(columns, rows), ids)).toEqual(expected.sort())
  })

  test('are the same in any order of rows and of columns', () => {
    const found = together(link(columns, rows), ids)
    fc.assert(
      fc.property(
        fc.shuffledSubarray(
          rows.map((_, at) => at),
          { minLength: rows.length },
        ),
        (order) => {
          const shuffled = order.map((at) => [...(rows[at] as Row)].reverse())
          const linked = link([...columns].reverse(), shuffled)
          expect(
            together(
              linked,
              order.map((at) => ids[at] as string),
            ),
          ).toEqual(found)
        },
      ),
      { numRuns: 5 },
    )
  })

  test('weigh what their prior and parts come to, to the millibit', () => {
    const linked = link(columns, rows, -20_000)
    let pairs = 0
    for (const { a, b, millibits } of pairsOfRows(linked, -11_999)) {
      const { prior, parts, total } = explainPair(linked, a, b)
      expect(parts.reduce((sum, part) => sum + part.millibits, prior)).toBe(total)
      expect(total).toBe(millibits)
      expect(explainPair(linked, b, a).total).toBe(total)
      pairs++
    }
    expect(pairs).toBeGreaterThan(40)
  })

  test('are found across two files whose columns have other names', () => {
    const gatherer = new Gatherer()
    const [one, other] = [
      gatherer.open(columns),
      gatherer.open(['Mail', 'Last Name', 'Forename', 'Born']),
    ]
    rows.forEach(([first, last, born, mail], row) => {
      if (ids[row]?.endsWith('again')) other([mail, last, first, born] as Row)
      else one([first, last, born, mail] as Row)
    })
    const linked = linkRows(gatherer.fields(), gatherer.rows, { reach: () => undefined })
    expect(linked.tables[0]?.layout.fields).toHaveLength(4)
    expect(together(linked, ids)).toEqual(together(link(columns, rows), ids))
  })
})

test.each<[string, Row, Row]>([
  ['exchanged names', ['ada', 'arden', '1950-01-17'], ['arden', 'ada', '1950-01-17']],
  ['day and month exchanged', ['ada', 'arden', '1950-03-07'], ['ada', 'arden', '1950-07-03']],
  ['a digit off', ['ada', 'arden', '1950-03-07'], ['ada', 'arden', '1959-03-07']],
  ['several names', ['ada;zoe', 'arden', '1950-03-07'], ['zoe', 'arden', '1950-03-07']],
  ['another script', ['철수', '김', '1950-03-07'], ['Chol Su', 'Kim', '1950-03-07']],
])('two records with %s are of one person', (_what, one, other) => {
  const { rows, ids } = people(150)
  const kept = rows.map((row) => row.slice(0, 3))
  const linked = link(['given_name', 'surname', 'date_of_birth'], [...kept, one, other])
  expect(together(linked, [...ids, 'x', 'y'])).toContain('x y')
})

test('a file without copies joins nobody', () => {
  const rows = Array.from({ length: 2_000 }, (_, at) => {
    const kin = at - (at % 3)
    return [pick(given, at, 0), surname(kin), day(at), `${pick(family, kin, 8)}ton`]
  })
  const linked = link(['first_name', 'surname', 'dob', 'city'], rows)
  expect(new Set(linked.personOf).size).toBeGreaterThanOrEqual(1_996)
})

describe('nothing blows up', () => {
  test.each<[string, readonly Row[]]>([
    ['no rows', []],
    ['one row', [['ada', 'arden', '1950-01-01']]],
    ['only blank cells', Array.from({ length: 50 }, () => ['', '', ''])],
  ])('%s', (_what, rows) => {
    const linked = link(['first_name', 'surname', 'dob'], rows)
    expect(new Set(linked.personOf).size).toBe(rows.length)
  })

  test('3,000 records that share a name and a day are told apart by the rest', () => {
    const rows = Array.from({ length: 3_000 }, (_, at) => [
      'ada',
      'arden',
      '1950-01-01',
      `${(at * 7_919) % 1_500}@example.org`,
    ])
    const linked = link(['first_name', 'surname', 'dob', 'email'], rows)
    expect(linked.compared).toBeLessThan(300_000)
    expect(new Set(linked.personOf).size).toBe(1_500)
  })

  test('1,000 equal rows of one common first name are no one person', () => {
    const linked = link(
      ['first_name'],
      Array.from({ length: 1_000 }, (_, at) => [at % 2 ? 'ada' : 'bela']),
    )
    expect(new Set(linked.personOf).size).toBe(1_000)
  })

  test('a column of nothing changes nothing', () => {
    const { columns, rows, ids } = people(100)
    const wider = link(
      [...columns, 'fax', 'phone'],
      rows.map((row) => [...row, '', '']),
    )
    expect(together(wider, ids)).toEqual(together(link(columns, rows), ids))
  })
})

test('one column alone never joins what differs in it', () => {
  const rows = Array.from({ length: 400 }, (_, at) => [`${surname(at)}${at % 390}@example.org`])
  const linked = link(['email'], rows)
  const values = new Map<number, string>()
  rows.forEach(([mail = ''], row) => {
    const person = linked.personOf[row] as number
    expect(values.get(person) ?? mail).toBe(mail)
    values.set(person, mail)
  })
})

describe('a file of one column', () => {
  const linkColumn = (name: string, values: Row): number[] =>
    Array.from(
      link(
        [name],
        values.map((value) => [value]),
      ).personOf,
    )
  const others = Array.from({ length: 300 }, (_, at) => at)

  test.each<[string, (at: number) => string]>([
    ['email', (at) => `p${at}@example.org`],
    ['passport_number', (at) => `X${100_000 + 7 * at}`],
    ['tax_id', (at) => `${9_000_000 + 13 * at}`],
  ])('joins records that share a value of %s', (name, value) => {
    const found = linkColumn(name, [...others.map(value), value(5), value(9)])
    expect(found).toEqual([...others, 5, 9])
  })

  test('joins nobody by a mailbox that many share', () => {
    const values = others.map((at) => (at < 100 ? 'info@example.org' : `p${at}@example.org`))
    expect(linkColumn('email', values)).toEqual(others)
  })

  test('joins nobody by a common name', () => {
    const values = others.map((at) => pick(given, at, 0))
    expect(linkColumn('first_name', values)).toEqual(others)
  })
})

describe('people and organisations in one file', () => {
  const { columns, rows, ids } = people(120)
  const firms: Row[] = []
  const firmIds: string[] = []
  for (let at = 0; at < 40; at++) {
    const name = `${surname(at)} ${pick(family, at, 5)}`
    const [number, place] = [`${700_000 + 31 * at}`, `${pick(family, at, 7)}ton`]
    firms.push([`${name} Trading Ltd`, number, place])
    firmIds.push(`f${at}`)
    if (at % 4 !== 0) continue
    firms.push([`${name} Tradng Limited`, number, place])
    firmIds.push(`f${at}-again`)
  }
  const expected = [
    ...ids
      .filter((id) => !id.endsWith('again'))
      .map((id) => (ids.includes(`${id}-again`) ? `${id} ${id}-again` : id)),
    ...firmIds
      .filter((id) => !id.endsWith('again'))
      .map((id) => (firmIds.includes(`${id}-again`) ? `${id} ${id}-again` : id)),
  ].sort()
  const all = [...columns, 'name', 'registration_number', 'city']

  test.each<[string, Row, Row]>([
    ['a column of kinds', ['Person'], ['Company']],
    ['a column of kinds without a known name', ['individual'], ['organization']],
    ['their names', [], []],
  ])('are told by %s, and linked each among themselves', (how, person, firm) => {
    const kind = how.endsWith('known name') ? 'sort' : 'schema'
    const linked = link(person.length > 0 ? [...all, kind] : all, [
      ...rows.map((row) => [...row, '', '', '', ...person]),
      ...firms.map((row) => ['', '', '', '', ...row, ...firm]),
    ])
    expect(linked.tables.map(({ kind, rows }) => [kind, rows.length])).toEqual([
      ['organisation', firms.length],
      ['person', rows.length],
    ])
    expect(together(linked, [...ids, ...firmIds])).toEqual(expected)
    const { prior, parts, total } = explainPair(linked, 0, rows.length)
    expect(parts.map(({ field, left, right }) => [field, left, right])).toEqual([
      ['kind', 'person', 'organisation'],
    ])
    expect(prior + (parts[0]?.millibits as number)).toBe(total)
    for (const { a, b } of pairsOfRows(linked, 0))
      expect(b < rows.length || a >= rows.length).toBe(true)
  })

  test('are never one, however much they share', () => {
    const linked = link(
      ['schema', 'name', 'email', 'phone', 'address'],
      ['Person', 'Company', 'Person', 'Company'].map((schema, at) => [
        schema,
        'Ada Arden',
        'ada@example.org',
        '+44 20 5550 1234',
        `${at > 1 ? 'x ' : ''}1 Cole Lane`,
      ]),
    )
    expect(together(linked, ['p', 'c', 'p2', 'c2'])).toEqual(['c c2', 'p p2'])
  })
})

test('ids that come again name clusters of their own', () => {
  const { columns, rows } = people(50)
  const linked = link(columns, rows)
  const labels = labelPersons(
    linked,
    rows.map(() => '1'),
  )
  expect(new Set(labels).size).toBe(new Set(linked.personOf).size)
  expect(labels).toContain('1#2')
})

test('a column that repeats another, or says who is who, is no evidence', () => {
  const { columns, rows } = people(100)
  const linked = link(
    [...columns, 'cluster', 'mail_copy'],
    rows.map((row, at) => [...row, String(at >> 1), row[3] as string]),
  )
  expect(linked.tables[0]?.layout.fields.map(({ name }) => name).sort()).toEqual([
    'birthDate',
    'email',
    'family name',
    'given name',
  ])
})

test('relatives who share name, place and street are not one person', () => {
  const rows: Row[] = []
  const ids: string[] = []
  for (let at = 0; at < 300; at++) {
    const [last, home] = [
      surname(at),
      [`${pick(family, at, 8)}ton`, `${1_000 + (mix(at, 9) % 5_000)}`],
    ]
    for (const sibling of [0, 1, 2]) {
      const own = 1_000 * (sibling + 1) + at
      const first = pick(given, own, 0)
      rows.push([first, last, day(own), ...home])
      ids.push(`${at}-${sibling}`)
      if (sibling > 0 || at % 2 === 1) continue
      rows.push([`${first}h`, last, day(own), ...home])
      ids.push(`${at}-0+`)
    }
  }
  const found = together(link(['first_name', 'surname', 'dob', 'city', 'postcode'], rows), ids)
  const expected = ids
    .filter((id) => !id.endsWith('+'))
    .map((id) => (ids.includes(`${id}+`) ? `${id} ${id}+` : id))
  expect(found).toEqual(expected.sort())
})
