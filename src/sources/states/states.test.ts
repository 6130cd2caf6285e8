import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toFile } from '../../formats/index.ts'
import type { Source, SourceId, StateStatement } from '../../model/index.ts'
import { type Column, columns } from './columns.ts'
import { openStateStatements, type StateOptions, type StateRead } from './read.ts'
import { looksLikeStateStatements } from './recognise.ts'
import { SeenStatements } from './seen.ts'
import { toContractRow } from './write.ts'

const source: Source = {
  id: 'c0ffee' as SourceId,
  path: 'statements.csv',
  sha256: '',
  kind: 'state-statements',
  bytes: 0,
  learned: null,
}

const fileOf = (text: string) => toFile('statements.csv', new TextEncoder().encode(text))

const readText = async (text: string, options?: StateOptions): Promise<StateRead[]> => {
  const { reads } = await openStateStatements(fileOf(text), source, options)
  const all: StateRead[] = []
  for await (const read of reads) all.push(read)
  return all
}

type Cells = Partial<Record<Column, string>>

const good: Cells = {
  id: 'st-1',
  state: 'RUS',
  prop: 'headcount',
  lo: '11490',
  hi: '11490',
  kind: 'stock',
  valid_from: '2018-12-31',
  valid_to: '2018-12-31',
  known: '2019-03-26',
  origin: 'RUS',
  carrier: 'a wire',
  reliability: 'A',
  credibility: '2',
  text: 'valid permits, at the end of the year',
}

const quoted = (value: string): string =>
  /[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value

const csv = (...rows: readonly Cells[]): string =>
  [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
    .map((cells) => `${cells.map(quoted).join(',')}\n`)
    .join('')

const statement: StateStatement = {
  id: 'st-1',
  state: 'RUS',
  prop: 'headcount',
  lo: 11_490,
  hi: 11_490,
  kind: 'stock',
  validFrom: '2018-12-31',
  validTo: '2018-12-31',
  known: '2019-03-26',
  origin: 'RUS',
  carrier: 'a wire',
  reliability: 'A',
  credibility: 2,
  text: 'valid permits, at the end of the year',
}

describe('a file of statements about states', () => {
  test.each([
    ['a CSV table', csv(good)],
    [
      'a TSV table',
      csv({ ...good, text: '' })
        .replaceAll(',', '\t')
        .replace(/\n$/, `${good.text}\n`),
    ],
    [
      'a table with semicolons',
      csv({ ...good, text: '' })
        .replaceAll(',', ';')
        .replace(/\n$/, `"${good.text}"\n`),
    ],
    ['a table with remarks above it', `# what is known\n# date: 2026-11-24\n${csv(good)}`],
    ['JSON lines with numbers', `${JSON.stringify(toContractRow(statement))}\n`],
    ['JSON lines with texts', `${JSON.stringify(good)}\n`],
    ['JSON lines with the names of the type', `${JSON.stringify(statement)}\n`],
    ['a table with a byte order mark', `\uFEFF${csv(good)}`],
    ['a code in small letters', csv({ ...good, state: 'rus' })],
  ])('is read as %s', async (_, text) => {
    const [read] = await readText(text)
    expect(read).toMatchObject({ ok: true, statement })
    expect(looksLikeStateStatements(fileOf(text))).toBe(true)
  })

  test.each([
    ['subjects', 'id,name,birthDate,country\n'],
    ['accounts', 'id,state,known\n'],
    ['XML', '<state prop="a" known="b"/>\n'],
    ['subjects in JSON', '{"schema":"Person","name":"x"}\n'],
  ])('is not what a file of %s is', (_, text) => {
    expect(looksLikeStateStatements(fileOf(text))).toBe(false)
  })

  const faults: readonly (readonly [name: string, change: Cells, place: string, says: RegExp])[] = [
    ['no state', { state: '' }, 'state', /no state/],
    ['a state that is no member', { state: 'TWN' }, 'state', /TWN is no/],
    ['a state named in words', { state: 'Russia' }, 'state', /alpha-3/],
    ['no property', { prop: ' ' }, 'prop', /no property/],
    ['a property that is a sentence', { prop: 'Head count' }, 'prop', /small letters/],
    ['a number with a separator', { lo: '11,490' }, 'lo', /no number/],
    ['a number below zero', { lo: '-1' }, 'lo', /no number/],
    ['a least above the most', { lo: '11491' }, 'lo', /11491.*11490/],
    ['an unknown kind', { kind: 'people' }, 'kind', /people.*stock, flow/],
    ['a headcount without a kind', { kind: '' }, 'kind', /needs a kind/],
    ['an ambiguous date', { valid_from: '03/08/2018' }, 'valid_from', /no date/],
    ['a day that does not exist', { known: '2019-02-30' }, 'known', /no date/],
    ['an end before the beginning', { valid_to: '2017' }, 'valid_from', /after it ends/],
    ['no known date', { known: '' }, 'known', /no known date/],
    ['no origin', { origin: '' }, 'origin', /who said it first/],
    ['no reliability', { reliability: '' }, 'reliability', /A to F/],
    ['a reliability out of range', { reliability: 'G' }, 'reliability', /G is none/],
    ['a credibility out of range', { credibility: '0' }, 'credibility', /0 is none/],
    ['no credibility', { credibility: '' }, 'credibility', /1 to 6/],
    ['an unknown relation', { relation: 'copies', target: 'st-2' }, 'relation', /copies is none/],
    ['a relation without a target', { relation: 'repeats' }, 'target', /repeats nothing/],
    ['a target without a relation', { target: 'st-2' }, 'relation', /no relation/],
    ['a target that is itself', { relation: 'corrects', target: 'st-1' }, 'target', /itself/],
  ]

  test.each(faults)('rejects a row with %s, at its place', async (_, change, column, says) => {
    const [bad, next] = await readText(csv({ ...good, ...change }, { ...good, id: 'st-9' }))
    expect(bad).toMatchObject({ ok: false, source: 'c0ffee', place: `row:1/${column}` })
    expect(bad).toHaveProperty('reason', expect.stringMatching(says))
    expect(next).toMatchObject({ ok: true, place: 'row:2' })
  })

  test('rejects lines of JSON that are no statement, and reads on', async () => {
    const lines = ['[1]', '{"state":["RUS"]}', '{', JSON.stringify(good)]
    const reads = await readText(
      `${JSON.stringify({ ...good, id: 'st-0' })}\n${lines.join('\n')}\n`,
    )
    expect(reads.map((read) => (read.ok ? read.place : read.reason))).toEqual([
      'line:1',
      'the line is no JSON object',
      'state is no text and no number',
      expect.stringContaining('no JSON'),
      'line:5',
    ])
  })

  test('rejects a row of another length and reads on', async () => {
    const reads = await readText(
      `${csv(good)}RUS,1\n${csv({ ...good, id: 'st-2' }).split('\n')[1]}\n`,
    )
    expect(reads.map(({ ok }) => ok)).toEqual([true, false, true])
  })

  test('refuses a table without the columns that every statement needs', async () => {
    await expect(readText('id,state,prop,known\n')).rejects.toMatchObject({
      code: 'column-missing',
    })
  })

  test('reads the first of two columns of one meaning', async () => {
    const text = csv(good).replace(/\n/, ',validFrom\n').replace(/\n$/, ',2001\n')
    const { ignored, reads } = await openStateStatements(fileOf(text), source)
    expect(ignored).toEqual(['validFrom'])
    for await (const read of reads) expect(read).toMatchObject({ ok: true, statement })
  })

  test('names the columns that it does not read', async () => {
    const text = csv(good).replace(/\n/, ',note\n').replace(/\n$/, ',x\n')
    const { ignored } = await openStateStatements(fileOf(text), source)
    expect(ignored).toEqual(['note'])
  })
})

describe('the id of a statement', () => {
  test('is derived from all that it says, and so the same in every format', async () => {
    const { id: _, ...rest } = good
    const [fromTable] = await readText(csv(rest))
    const [fromJson] = await readText(`${JSON.stringify({ ...rest, lo: 11_490 })}\n`)
    const [other] = await readText(csv({ ...rest, text: 'other words' }))
    expect(fromTable).toMatchObject({
      statement: { id: expect.stringMatching(/^st-[0-9a-f]{20}$/) },
    })
    expect(fromTable).toMatchObject({ statement: fromJson?.ok ? fromJson.statement : undefined })
    expect(other?.ok && fromTable?.ok && other.statement.id !== fromTable.statement.id).toBe(true)
  })

  test('stands for one content only, over several files', async () => {
    const seen = new SeenStatements()
    const text = csv(good, good, { ...good, hi: '12000' })
    const reads = [...(await readText(text, { seen })), ...(await readText(csv(good), { seen }))]
    expect(reads.map((read) => (read.ok ? '' : read.reason))).toEqual([
      '',
      'the same statement stands in statements.csv row:1',
      'the id st-1 stands for another statement in statements.csv row:1',
      'the same statement stands in statements.csv row:1',
    ])
  })
})

const word = fc.stringMatching(/^[!$-~가-힣]([ !$-~가-힣]{0,20}[!$-~가-힣])?$/)
const day = fc
  .integer({ min: 0, max: 20_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10))

const anyStatement: fc.Arbitrary<StateStatement> = fc
  .record(
    {
      id: fc.stringMatching(/^st-[0-9a-f]{12}$/),
      state: fc.constantFrom('RUS', 'CHN', 'SSD', 'PRK'),
      prop: fc.constantFrom('headcount', 'entered', 'wage', 'finding'),
      kind: fc.constantFrom('stock', 'flow', 'trips', 'visas', 'plan'),
      known: fc.oneof(
        day,
        day.map((each) => each.slice(0, 7)),
        day.map((each) => `${each.slice(0, 4)}~`),
      ),
      origin: word,
      reliability: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'),
      credibility: fc.constantFrom(1, 2, 3, 4, 5, 6),
      text: fc.oneof(word, fc.constant('')),
      numbers: fc.tuple(fc.nat(1e9), fc.nat(1e6)),
      cohort: word,
      unit: word,
      carrier: word,
      dates: fc.tuple(day, day),
      relation: fc.constantFrom('repeats', 'contradicts', 'corrects', 'derived_from'),
    },
    {
      requiredKeys: [
        'id',
        'state',
        'prop',
        'kind',
        'known',
        'origin',
        'reliability',
        'credibility',
        'text',
      ],
    },
  )
  .map(({ numbers, dates, relation, ...rest }) => {
    const [from, to] = [...(dates ?? [])].sort()
    return {
      ...rest,
      ...(numbers && { lo: numbers[0], hi: numbers[0] + numbers[1] }),
      ...(from && to && { validFrom: from, validTo: to }),
      ...(relation && { relation, target: 'st-target' }),
    } as StateStatement
  })

const written = (each: StateStatement): Cells =>
  Object.fromEntries(Object.entries(toContractRow(each)).map(([name, value]) => [name, `${value}`]))

describe('any statement', () => {
  test('that is written by the contract is read back the same, as CSV, TSV and JSON lines', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(anyStatement, { selector: ({ id }) => id }), async (all) => {
        const tsv = [
          columns,
          ...all.map((each) => columns.map((column) => written(each)[column] ?? '')),
        ]
        const texts = [
          csv(...all.map(written)),
          tsv.map((cells) => `${cells.join('\t')}\n`).join(''),
          all.map((each) => `${JSON.stringify(toContractRow(each))}\n`).join(''),
        ]
        for (const text of texts.filter((each) => each !== '')) {
          const reads = await readText(text, { encoding: 'utf-8' })
          expect(reads.map((read) => (read.ok ? read.statement : read))).toEqual(all)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('is read or rejected with a place and a reason, whatever its cells hold', async () => {
    const cell = fc.oneof(
      word,
      fc.constantFrom('', '0', '-1', 'NaN', '1e400', '2019', 'RUS', 'A', '1'),
    )
    const row = fc.dictionary(fc.constantFrom(...columns), cell)
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 5 }), async (rows) => {
        const reads = await readText(csv(...(rows as Cells[])), { encoding: 'utf-8' })
        const blank = rows.filter((each) =>
          Object.values(each).every((value) => value.trim() === ''),
        )
        expect(reads.length).toBeGreaterThanOrEqual(rows.length - blank.length)
        for (const read of reads)
          if (!read.ok) {
            expect(read.place).toMatch(/^row:\d/)
            expect(read.reason).not.toBe('')
          }
      }),
      { numRuns: 60 },
    )
  })
})
