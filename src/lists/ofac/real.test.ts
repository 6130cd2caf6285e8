import { expect, test } from 'vitest'
import { dataFile, dataFolder, openEdition, readAll } from '../../../tests/editions.ts'
import { csvPlaces, csvRows, faultOf, readWholeFile, xmlPlaces } from '../../../tests/places.ts'
import { openFile } from '../../formats/index.ts'
import type { Entity, NewStatement } from '../../model/index.ts'
import { isKnownLabel, ofacCsvReader, ofacXmlReader, unknownClauses } from './index.ts'
import { columns, type Table } from './tables.ts'

const path = (name: string): string => dataFile('lists', 'ofac', name)
const sdnSet = ['sdn.csv.gz', 'alt.csv', 'add.csv', 'sdn_comments.csv'].map(path)
const consSet = ['cons_prim.csv', 'cons_alt.csv', 'cons_add.csv'].map(path)

const said = (entities: readonly Entity[], prop: string): ReadonlySet<string> =>
  new Set(
    entities.flatMap(({ key, statements }) =>
      statements.filter((each) => each.prop === prop).map(({ value }) => `${key} ${value}`),
    ),
  )

/** Rows of a file, read without the readers; the last one is the mark of the end. */
const rowsOf = (name: string): string[][] => csvRows(readWholeFile(path(name)))

test.skipIf(!dataFolder)(
  'the real SDN set has all its parties, aliases and addresses (needs MUSTER_DATA)',
  async () => {
    const { entities, rejected } = await readAll(ofacCsvReader, ...sdnSet)
    expect(entities).toHaveLength(8_976)
    const count = (schema: string): number =>
      entities.filter((each) => each.schema === schema).length
    expect([count('Person'), count('Vessel'), count('Airplane')]).toEqual([4_620, 406, 277])
    // The comments are of 2025, and the parties of 2021.
    const reasons = new Map<string, number>()
    for (const { reason } of rejected) {
      const kind = reason.replace(/\d+$/, 'N')
      reasons.set(kind, (reasons.get(kind) ?? 0) + 1)
    }
    expect(Object.fromEntries(reasons)).toEqual({
      'no party has the number N': 15,
      'cut at 1,000 characters and not continued': 1,
      "its beginning is not in the party's remarks": 1,
    })
    const names = entities.flatMap(({ statements }) =>
      statements.filter(
        ({ prop, place }) => /^(?:alias|previousName)$/.test(prop) && place.endsWith('/alt_name'),
      ),
    )
    expect(names).toHaveLength(11_910)
    const told = rowsOf('add.csv').filter(
      (row) => row.length === 6 && row.slice(2).some((cell) => cell.trim() !== '-0-'),
    )
    const full = entities.flatMap(({ statements }) =>
      statements.filter(({ prop }) => prop === 'full'),
    )
    expect(full).toHaveLength(told.length)
  },
)

test.skipIf(!dataFolder)(
  'every IMO number and every wallet of the remarks is a statement of its party (needs MUSTER_DATA)',
  async () => {
    const { entities } = await readAll(ofacCsvReader, ...sdnSet)
    const parties = new Set(entities.map(({ key }) => key))
    const texts = [
      ...rowsOf('sdn.csv.gz').map((row) => [row[0], row[11]] as const),
      ...rowsOf('sdn_comments.csv').map((row) => [row[0], row[1]] as const),
    ].filter(([uid]) => parties.has(uid ?? ''))
    const imo = texts.flatMap(([uid, text]) =>
      [...(text ?? '').matchAll(/\bIMO (\d+)/g)].map((found) => `${uid} ${found[1]}`),
    )
    expect(imo.length).toBeGreaterThan(470)
    const imoNumbers = said(entities, 'imoNumber')
    expect(imo.filter((each) => !imoNumbers.has(each))).toEqual([])
    const wallets = new Set(
      entities.flatMap(({ key, statements }) => {
        const parts = new Map<string, Record<string, string>>()
        for (const { schema, entity, prop, value } of statements)
          if (schema === 'CryptoWallet') parts.set(entity, { ...parts.get(entity), [prop]: value })
        return [...parts.values()].map((each) => `${key} ${each.currency} ${each.publicKey}`)
      }),
    )
    const joined = new Map<string, string>()
    for (const [uid = '', text = ''] of texts) joined.set(uid, (joined.get(uid) ?? '') + text)
    const printed = [...joined].flatMap(([uid, text]) =>
      [...text.matchAll(/Currency Address - ([A-Z]+) ([^\s;.]+)/g)].map(
        (found) => `${uid} ${found[1]} ${found[2]}`,
      ),
    )
    expect(printed.length).toBeGreaterThan(90)
    expect(printed.filter((each) => !wallets.has(each))).toEqual([])
    expect(wallets.size).toBe(new Set(printed).size)
  },
)

test.skipIf(!dataFolder).each([
  ['SDN', sdnSet],
  ['consolidated', consSet],
])(
  'every statement of the real %s CSV set is found at its place (needs MUSTER_DATA)',
  async (_, paths) => {
    const edition = await openEdition(ofacCsvReader, ...paths)
    const lookups = new Map(
      edition.files.map(({ source, part }) => {
        const header = columns[part as Table].join(',')
        return [source.id, csvPlaces(`${header}\n${readWholeFile(source.path)}`)] as const
      }),
    )
    const faults: string[] = []
    for await (const read of ofacCsvReader.read(edition)) {
      if (!read.ok) continue
      for (const each of read.entity.statements) {
        const fault = faultOf(lookups.get(each.source) ?? (() => undefined), each)
        if (fault) faults.push(fault)
      }
    }
    expect(faults).toEqual([])
  },
)

test.skipIf(!dataFolder)(
  'the real consolidated XML is read without a rest, and each statement is found (needs MUSTER_DATA)',
  async () => {
    const file = await openFile(path('cons.xml'))
    expect(ofacXmlReader.recognise(file)).toMatchObject({
      list: 'ofac-cons',
      date: '2025-03-28',
      declared: 443,
    })
    const { entities, rejected } = await readAll(ofacXmlReader, path('cons.xml'))
    expect(entities).toHaveLength(443)
    expect(rejected).toEqual([])
    const lookup = xmlPlaces(readWholeFile(path('cons.xml')))
    const statements: NewStatement[] = entities.flatMap((each) => each.statements)
    expect(statements.length).toBeGreaterThan(12_000)
    expect(statements.flatMap((each) => faultOf(lookup, each) ?? [])).toEqual([])
  },
)

test.skipIf(!dataFolder)(
  'the real consolidated XML and CSV agree, save where the two days differ (needs MUSTER_DATA)',
  async () => {
    const facts = ({ statements }: Entity): Set<string> =>
      new Set(
        statements
          // The CSV has city, state and postal code in one cell.
          .filter(({ prop }) => !/^(?:city|state|postalCode|addressEntity)$/.test(prop))
          .map(({ schema, prop, value }) => `${schema} ${prop} ${value}`),
      )
    const xml = (await readAll(ofacXmlReader, path('cons.xml'))).entities
    const csv = (await readAll(ofacCsvReader, ...consSet)).entities
    expect(csv).toHaveLength(442)
    const other = new Map(csv.map((each) => [each.key, facts(each)]))
    const same = xml.filter((each) => {
      const [one, two] = [facts(each), other.get(each.key)]
      return two && one.size === two.size && [...one].every((fact) => two.has(fact))
    })
    // The others changed between the two days, or their remarks are cut and not continued.
    expect(same.length).toBeGreaterThanOrEqual(416)
  },
)

test.skipIf(!dataFolder)(
  'the labels of the real XML are all in the table (needs MUSTER_DATA)',
  () => {
    const labels = ['cons.xml', '../samples/sample_ofac_consolidated.xml'].flatMap((name) =>
      [...readWholeFile(path(name)).matchAll(/<idType>([^<]+)<\/idType>/g)].map(
        (found) => found[1] as string,
      ),
    )
    expect(labels.length).toBeGreaterThan(2_400)
    expect([...new Set(labels)].filter((label) => !isKnownLabel(label))).toEqual([])
  },
)

test.skipIf(!dataFolder)(
  'a sample that holds 8 of 8,197 entries says so, and is of the SDN list (needs MUSTER_DATA)',
  async () => {
    const sample = dataFile('lists', 'samples', 'sample_ofac_consolidated.xml')
    const known = ofacXmlReader.recognise(await openFile(sample))
    expect(known).toMatchObject({ list: 'ofac-sdn', date: '2020-04-22', declared: 8_197 })
    const { entities, rejected } = await readAll(ofacXmlReader, sample)
    expect([entities.length, rejected.length]).toEqual([8, 0])
  },
)

/** Kinds of prose that the real remarks hold more than once: they are kept as notes. */
const prose: readonly RegExp[] = [
  /\b(?:offices|branches|locations?)\b/i,
  /^ICTY indictee/,
  /^(?:currently|arrested|in custody|wanted|interpol)/i,
  /^(?:HAMAS|[PD]FLP\b)/,
  /^(?:associated|assocated) with/i,
  /^(?:sub)?tribe:/i,
]

/** Clauses that start like a labelled number and go on as prose. */
const story = /^(?:Temporary suspension of deportation|Company ID: No\.|Passport No\.: )/

test.skipIf(!dataFolder)(
  'what no rule knows of the real remarks is prose, and little (needs MUSTER_DATA)',
  () => {
    const remarks = ['sdn.csv.gz', 'cons_prim.csv'].flatMap((name) =>
      rowsOf(name).filter((row) => row.length === 12 && row[11]?.trim() !== '-0-'),
    )
    const clauses = remarks.flatMap((row) =>
      unknownClauses(row[11] as string, row[2] === 'individual'),
    )
    expect(remarks.length).toBeGreaterThan(8_800)
    // Of some 33,000 clauses.
    expect(clauses.length).toBeLessThan(330)
    const rest = clauses.filter((clause) => !prose.some((kind) => kind.test(clause)))
    expect(rest.length).toBeLessThan(60)
    const labelled =
      /\b(?:No\.|Number|ID|Code|Card|#):? \S*\d|^(?:alt\. )?[A-Z][\w ]+: \S*\d|@|www\./
    expect(rest.filter((clause) => labelled.test(clause) && !story.test(clause))).toEqual([])
  },
)
