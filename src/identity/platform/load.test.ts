import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openInMemory, typedSql } from '../../engine/index.ts'
import { openFile, openStream } from '../../formats/index.ts'
import { type Rejected, type Source, sourceId } from '../../model/index.ts'
import { type Given, type PlatformOptions, readPlatform } from './load.ts'
import { noTime, type Platform, traits } from './platform.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-platform-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true })
})

type Content = string | Uint8Array

const give = async (name: string, content: Content): Promise<Given> => {
  const path = join(folder, name)
  await writeFile(path, content)
  const file = await openFile(path)
  const sha256 = await file.sha256()
  const source: Source = {
    id: sourceId('test', sha256),
    path: name,
    sha256,
    kind: 'test',
    bytes: file.bytes,
    learned: null,
  }
  return { file, source }
}

type Read = { readonly platform: Platform; readonly rejected: readonly Rejected[] }

const read = async (
  accounts: Readonly<Record<string, Content>>,
  observations: Readonly<Record<string, Content>> = {},
  options: PlatformOptions = {},
): Promise<Read> => {
  const giveAll = (files: Readonly<Record<string, Content>>): Promise<Given[]> =>
    Promise.all(Object.entries(files).map(([name, content]) => give(name, content)))
  const rejected: Rejected[] = []
  const { platform, rejected: count } = await readPlatform(
    { accounts: await giveAll(accounts), observations: await giveAll(observations) },
    { ...options, onRejected: (each) => void rejected.push(each) },
  )
  expect(rejected).toHaveLength(count)
  return { platform, rejected }
}

/** Who was seen with what, as text: one line a sighting. */
const sightings = ({ accounts, values, sightings }: Platform): string[] =>
  values.key.flatMap((key, value) => {
    const lines: string[] = []
    for (
      let i = sightings.start[value] as number;
      i < (sightings.start[value + 1] as number);
      i++
    ) {
      const { kind } = values.kinds[values.kind[value] as number] as { kind: string }
      const time = [sightings.first[i], sightings.last[i]].map((minutes) =>
        minutes === noTime
          ? '?'
          : new Date((minutes as number) * 60_000).toISOString().slice(0, 16),
      )
      const who = accounts[sightings.account[i] as number]
      lines.push(
        `${kind} ${key} ${who} ${time.join(' ')} ${sightings.count[i]} ${sightings.row[i]}`,
      )
    }
    return lines
  })

/** All but which file says so: a file of other bytes has another id. */
const withoutFiles = ({ sightings, ...rest }: Platform): unknown => {
  const { source: _, ...facts } = sightings
  return { ...rest, sightings: facts }
}

const people = `id,name,birthDate,country,nationality,address,employer,createdAt,email
b,Maria Núñez,1990-01-02,Spain,es,Calle 1,Acme,2025-03-01T10:30:00Z,M@Example.org
a,NUNEZ María,2 Jan 1990,ES,Spain,"Calle 1, ",ACME.,2025-03-01,
c,Olena Koval,1991,UA,Ukraine,Street 2,,,o@example.org;o2@example.org
`
const seen = `account,kind,value,first_seen,last_seen,count
a,ip,203.0.113.7,2025-03-01T00:00:00Z,2025-03-02T00:00:59Z,3
b,IP, 203.0.113.7 ,2025-03-01T09:00:00+09:00,,
a,ip,203.0.113.7,2025-02-01,,2
z,ssh-key,SHA256:abc,1740787200,1740787200000,
c,device,"d;1, ""x""",,,
`

test('accounts and what they were seen with become numbers in the order of their texts', async () => {
  const { platform, rejected } = await read({ 'a.csv': people }, { 'o.csv': seen })
  expect(rejected).toEqual([])
  expect(platform.accounts).toEqual(['a', 'b', 'c', 'z'])
  expect(sightings(platform)).toEqual([
    'device d;1, "x" c ? ? 1 5',
    'email m@example.org b ? ? 1 1',
    'email o2@example.org c ? ? 1 3',
    'email o@example.org c ? ? 1 3',
    'ip 203.0.113.7 a 2025-02-01T00:00 2025-03-02T00:00 5 1',
    'ip 203.0.113.7 b 2025-03-01T00:00 2025-03-01T00:00 1 2',
    'ssh_key SHA256:abc z 2025-03-01T00:00 2025-03-01T00:00 1 4',
  ])
  expect([...platform.created].map((minutes) => (minutes === noTime ? '?' : minutes))).toEqual([
    Date.UTC(2025, 2, 1) / 60_000,
    Date.UTC(2025, 2, 1, 10, 30) / 60_000,
    '?',
    '?',
  ])
})

test('what accounts state agrees however it is written, and can be compared only', async () => {
  const { stated } = (await read({ 'a.csv': people }, { 'o.csv': seen })).platform
  for (const field of Object.values(stated)) {
    expect(field.agree(0, 1)).toBe(true)
    expect(field.conflict(0, 1)).toBe(false)
    expect(field.holders(3)).toBe(0)
    expect(Object.keys(field)).toEqual([])
  }
  expect(stated.name.conflict(0, 2)).toBe(true)
  expect(stated.employer.conflict(0, 2)).toBe(false)
})

const lines = (csv: string): string => {
  const [header = '', ...rows] = csv.trimEnd().split('\n')
  const names = header.split(',')
  const toCells = (row: string): string[] =>
    [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? (bare as string),
    )
  return rows
    .map((row) =>
      JSON.stringify(Object.fromEntries(toCells(row).map((cell, i) => [names[i], cell]))),
    )
    .join('\n')
}

describe('another form of the same files gives the same platform', () => {
  test.each<[string, (csv: string) => Content, string]>([
    [
      'tab-separated',
      (csv) =>
        csv
          .replaceAll(',', '\t')
          .replaceAll('d;1\t', 'd;1,')
          .replaceAll('"Calle 1\t "', '"Calle 1, "'),
      'tsv',
    ],
    ['gzipped', (csv) => gzipSync(csv), 'csv.gz'],
    ['JSON lines', lines, 'jsonl'],
    ['gzipped JSON lines', (csv) => gzipSync(lines(csv)), 'jsonl.gz'],
    ['lines that end in CR LF', (csv) => csv.replaceAll('\n', '\r\n'), 'csv'],
    ['UTF-16', (csv) => Buffer.from(`\ufeff${csv}`, 'utf16le'), 'csv'],
    ['a byte order mark', (csv) => `\ufeff${csv}`, 'csv'],
    ['mixed ends of lines, which the engine refuses', (csv) => csv.replace('\n', '\r\n'), 'csv'],
  ])('%s', async (_, turn, end) => {
    const plain = await read({ 'a.csv': people }, { 'o.csv': seen })
    const other = await read({ [`a.${end}`]: turn(people) }, { [`o.${end}`]: turn(seen) })
    expect(other.rejected).toEqual([])
    expect(sightings(other.platform)).toEqual(sightings(plain.platform))
    expect(withoutFiles(other.platform)).toEqual(withoutFiles(plain.platform))
  })
})

test('rows that cannot be read are told with place, reason and text, and the rest is kept', async () => {
  const { platform, rejected } = await read(
    {},
    {
      'o.csv': `account,kind,value,first_seen,last_seen,count
,ip,192.0.2.1,,,
a,,192.0.2.1,,,
a,shoe,44,,,
a,ip,,,,
a,ip,192.0.2.1,yesterday,,
a,ip,192.0.2.1,,2025-13-01,
a,ip,192.0.2.1,2025-02-01,2025-01-01,
a,ip,192.0.2.1,,,many
a,ip,192.0.2.1,,,0
a,ip
a,ip,"192.0.2.2,,,
a,ip,192.0.2.3,,,
a,device,N/A,,,
`,
    },
  )
  expect(sightings(platform)).toEqual(['ip 192.0.2.3 a ? ? 1 12'])
  expect(rejected.map(({ place, reason, text }) => `${place}: ${reason} | ${text}`).sort()).toEqual(
    [
      'row:1: the account is missing | ,ip,192.0.2.1,,,',
      'row:2: the kind is missing | a,,192.0.2.1,,,',
      'row:3: there is no kind of observation shoe | a,shoe,44,,,',
      'row:4: the value is missing | a,ip,,,,',
      'row:5: yesterday is no time | a,ip,192.0.2.1,yesterday,,',
      'row:6: 2025-13-01 is no time | a,ip,192.0.2.1,,2025-13-01,',
      'row:7: it was last seen before it was first seen | a,ip,192.0.2.1,2025-02-01,2025-01-01,',
      'row:8: many is no count | a,ip,192.0.2.1,,,many',
      'row:9: 0 is no count | a,ip,192.0.2.1,,,0',
      'row:10: 2 cells where the table has 6 | a,ip',
      'row:13: N/A stands for no value | a,device,N/A,,,',
      'row:11: a quote is opened and never closed | a,ip,"192.0.2.2,,,',
    ].sort(),
  )
})

test('lines that cannot be read are told too', async () => {
  const { platform, rejected } = await read(
    {},
    {
      'o.jsonl': `{"account":"a","kind":"ip","value":"192.0.2.1"}

no json
[1]
{"account":7,"kind":"device","value":12345678901234567890}
{"account":"a","kind":"device","value":1.10}
{"kind":"ip","value":{"x":1},"account":null}
`,
    },
  )
  expect(sightings(platform)).toEqual([
    'device 1.10 a ? ? 1 6',
    'device 12345678901234567890 7 ? ? 1 5',
    'ip 192.0.2.1 a ? ? 1 1',
  ])
  expect(rejected.map(({ place, reason }) => `${place} ${reason}`).sort()).toEqual([
    'line:3 the line is no JSON object',
    'line:4 the line is no JSON object',
    'line:7 the account is missing',
    'line:7 value is no text and no number; put it in quotes',
  ])
})

test('one time alone is the first and the last; Parquet gives times as times', async () => {
  const csv = await read(
    {},
    {
      'o.csv':
        'account,kind,value,time\na,ip,192.0.2.1,2025-01-02T03:04:59+01:00\nb,ip,192.0.2.1,1735783440\n',
    },
  )
  const expected = [
    'ip 192.0.2.1 a 2025-01-02T02:04 2025-01-02T02:04 1 1',
    'ip 192.0.2.1 b 2025-01-02T02:04 2025-01-02T02:04 1 2',
  ]
  expect(sightings(csv.platform)).toEqual(expected)
  const path = join(folder, 'o.parquet')
  const engine = await openInMemory({ memory: '256MB', spill: join(folder, 'spill') })
  await engine.transaction((session) =>
    session.run(
      typedSql(`copy (
        select * from (values ('a', 'ip', '192.0.2.1', timestamptz '2025-01-02 02:04:59+00'),
          ('b', 'ip', '192.0.2.1', timestamptz '2025-01-02 02:04:00+00'))
        t(account, kind, value, time)) to '${path}' (format parquet)`),
    ),
  )
  await engine.close()
  const { platform } = await read({}, { 'p.parquet': await readFile(path) })
  expect(sightings(platform)).toEqual(expected)
})

test('a stream and a workbook are read like files', async () => {
  const { source } = await give('unused.csv', 'x')
  const file = await openStream(
    'stdin',
    (async function* () {
      yield Buffer.from(seen)
    })(),
  )
  const streamed = await readPlatform({ accounts: [], observations: [{ file, source }] })
  const plain = await read({}, { 'o.csv': seen })
  expect(sightings(streamed.platform)).toEqual(sightings(plain.platform))
  const sheet = (rows: readonly (readonly string[])[]): string =>
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows
      .map(
        (cells) =>
          `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`,
      )
      .join('')}</sheetData></worksheet>`
  const workbook = zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'xl/workbook.xml': strToU8(
      '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" r:id="r1"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': strToU8(
      sheet([
        ['id', 'email'],
        ['a', 'x@example.org'],
        ['b', 'x@example.org'],
      ]),
    ),
  })
  const { platform } = await read({ 'a.xlsx': workbook })
  expect(sightings(platform)).toEqual([
    'email x@example.org a ? ? 1 1',
    'email x@example.org b ? ? 1 2',
  ])
})

test('FollowTheMoney entities are accounts', async () => {
  const { platform } = await read({
    'a.jsonl': `{"id":"p1","schema":"Person","properties":{"name":["Kim A","A Kim"],"email":["x@example.org"]}}
{"id":"p2","schema":"Person","properties":{"firstName":["A"],"lastName":["Kim"]}}`,
  })
  expect(platform.accounts).toEqual(['p1', 'p2'])
  expect(platform.stated.name.agree(0, 1)).toBe(true)
  expect(sightings(platform)).toEqual(['email x@example.org p1 ? ? 1 1'])
})

test('columns are named by a map, and columns that are not read are told', async () => {
  const told: string[] = []
  const { platform } = await read(
    { 'a.csv': 'User,Mail,Shoe\nu1,a@example.org,44\n' },
    { 'o.csv': 'who,what,seen as\nu1,ip,192.0.2.9\n' },
    {
      map: new Map([
        ['id', 'User'],
        ['email', 'Mail'],
        ['account', 'who'],
        ['kind', 'what'],
        ['value', 'seen as'],
      ]),
      onIgnored: (_, columns) => void told.push(...columns),
    },
  )
  expect(sightings(platform)).toEqual(['email a@example.org u1 ? ? 1 1', 'ip 192.0.2.9 u1 ? ? 1 1'])
  expect(told).toEqual(['Shoe'])
})

test.each<[string, string, Content, PlatformOptions]>([
  ['column-missing', 'a column is missing', 'account,kind\na,ip\n', {}],
  [
    'column-unknown',
    'the map names a column that is not there',
    'account,kind,value\n',
    { map: new Map([['value', 'x']]) },
  ],
  [
    'column-unknown',
    'the map names a field that is not there',
    'account,kind,value\n',
    { map: new Map([['valeu', 'value']]) },
  ],
  [
    'file-truncated',
    'a gzip file is cut off',
    gzipSync(`account,kind,value\n${'a,ip,192.0.2.1\n'.repeat(9_999)}`).subarray(0, -9),
    {},
  ],
  ['file-malformed', 'a Parquet file is damaged', 'PAR1 and nothing more', {}],
])('%s where %s', async (code, _, content, options) => {
  await expect(read({}, { 'o.csv': content }, options)).rejects.toMatchObject({ code })
})

test('the order of rows and of files changes no number', async () => {
  const rows = Array.from({ length: 400 }, (_, i) => [
    `u${(i * 7) % 53}`,
    i % 3 === 0 ? 'ip' : 'device',
    `v${(i * 13) % 31}`,
  ])
  const csv = (order: readonly string[][]): string =>
    `account,kind,value\n${order.map((row) => row.join(',')).join('\n')}\n`
  const one = await read({}, { 'o.csv': csv(rows) })
  const turned = [...rows].reverse()
  const two = await read(
    {},
    { 'p.csv': csv(turned.slice(0, 111)), 'q.csv': csv(turned.slice(111)) },
  )
  const withoutRows = ({
    accounts,
    values,
    sightings: { row, source, ...rest },
  }: Platform): unknown => ({
    accounts,
    values,
    ...rest,
  })
  expect(withoutRows(two.platform)).toEqual(withoutRows(one.platform))
})

test('what two accounts share is taken alone, as it is among all values', async () => {
  const cell = (most: number) => fc.integer({ min: 0, max: most })
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell(5), fc.constantFrom('ip', 'email', 'device'), cell(9), cell(3)), {
        maxLength: 40,
      }),
      async (rows) => {
        // Each value is spelled in two ways, which are one for mailboxes alone.
        const texts = rows.map(
          ([who, kind, value, day]) =>
            `u${who},${kind},${day % 2 ? 'A' : 'a'}${value}@example.org,2025-03-0${day + 1}`,
        )
        const csv = `account,kind,value,first_seen\n${texts.join('\n')}\n`
        const all = (await read({}, { 'o.csv': csv })).platform
        const shared = (await read({}, { 'o.csv': csv }, { values: 'shared' })).platform
        const holders = (line: string, lines: readonly string[]): number =>
          lines.filter((other) => seenWith(other) === seenWith(line)).length
        const expected = sightings(all).filter((line, _, lines) => holders(line, lines) > 1)
        expect(sightings(shared)).toEqual(expected)
        expect(shared.accounts).toEqual(all.accounts)
      },
    ),
    { numRuns: 8 },
  )
}, 60_000)

/** Kind and key of a sighting as text. */
const seenWith = (line: string): string => line.split(' ').slice(0, 2).join(' ')

test.each<[string, string]>([
  ['before', ' x'],
  ['after', 'x\t'],
  ['of another script before', '\u00a0x'],
  ['of another script after', 'x\u3000'],
])('space %s a value is not of it, and letters of other scripts are', async (_, written) => {
  const { platform } = await read(
    {},
    { 'o.csv': `account,kind,value\na,device,${written}\nb,device,Ключ v\n` },
  )
  expect(platform.values.key).toEqual(['x', 'Ключ v'])
})

test('a file of more than one row group keeps the numbers of its rows', async () => {
  const count = 130_000
  const rows = Array.from({ length: count }, (_, i) => `u${i},device,d${i}`)
  const { sightings, values } = (
    await read({}, { 'o.csv': `account,kind,value\n${rows.join('\n')}\n` })
  ).platform
  expect(values.key).toHaveLength(count)
  for (let i = 0; i < count; i++)
    if (values.key[i] !== `d${(sightings.row[i] as number) - 1}`)
      expect.fail(`${values.key[i]} is said to be in row ${sightings.row[i]}`)
})

test('keyed hashes join the same accounts with the same traits, and nothing can be read', async () => {
  const files = [
    { 'a.csv': people },
    {
      'o.csv': `${seen}a,phone,+82 70 1234 5678,,,
b,phone,0082 70-1234-5678,,,
c,payout,DE89 3704 0044 0532 0130 00,,,
a,payout,DE89370400440532013000,,,
`,
    },
  ] as const
  const shared = ({ values, sightings: { start, account } }: Platform): string[] =>
    values.key
      .map(
        (_, v) => `${values.kind[v]} ${values.trait[v]} ${account.slice(start[v], start[v + 1])}`,
      )
      .sort()
  const [plain, hashed, other] = [
    await read(...files),
    await read(...files, { key: Buffer.from('one key') }),
    await read(...files, { key: Buffer.from('another key') }),
  ].map(({ platform }) => platform) as [Platform, Platform, Platform]
  expect(shared(hashed)).toEqual(shared(plain))
  expect(hashed.values.trait).toContain(traits.indexOf('voip'))
  for (const key of hashed.values.key) expect(key).toMatch(/^[0-9a-f]{64}$/)
  expect(hashed.values.key.filter((key) => other.values.key.includes(key))).toEqual([])
})

test('accounts that state a known intermediary are told, however they write it', async () => {
  const [accounts] = [
    await give(
      'a.csv',
      `id,employer,address
a,ACME  Staffing,
b,Other; Acme Staffing.,
c,,"Office 1, High Street"
d,Acme,Elsewhere
`,
    ),
  ]
  const known = 'intermediary' as const
  const listed = [
    { kind: 'employer', value: 'Acme Staffing', known, name: '', place: 'row:1' },
    { kind: 'address', value: 'Office 1 High Street', known, name: '', place: 'row:2' },
  ]
  const read = await readPlatform({ accounts: [accounts], observations: [] }, { listed })
  expect([...read.viaIntermediary]).toEqual([1, 1, 1, 0])
})
