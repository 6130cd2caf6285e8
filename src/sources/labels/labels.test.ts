import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import table from '../../../data/label-kinds.json' with { type: 'json' }
import schema from '../../../data/label-kinds.schema.json' with { type: 'json' }
import { type File, openFile, toFile } from '../../formats/index.ts'
import { addressKey, type Label, type Source, sortLabels, sourceId } from '../../model/index.ts'
import { classify } from './kinds.ts'
import { labelReaders, readLabels } from './registry.ts'

const file = (name: string, text: string): File => toFile(name, Buffer.from(text))
const source: Source = {
  id: sourceId('labels', ''),
  path: 'labels',
  sha256: '',
  kind: 'labels',
  bytes: 0,
  learned: null,
}
const show = ({ address, kind, category, label, confidence, place }: Label): string =>
  `${address} ${kind} ${category} "${label}" ${confidence} ${place}`

const wallet = `0x${'aB'.repeat(20)}`

describe('the table of kinds', () => {
  const check = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0])

  test('is as its schema says, and names a concept once', () => {
    expect(check.safeParse(table).error?.issues ?? []).toEqual([])
    const concepts = table.concepts.map(({ concept }) => concept)
    expect(new Set(concepts).size).toBe(concepts.length)
    const named = [
      ...Object.values(table.explorer),
      ...Object.values(table.kinds),
      ...[...table.names, ...table.sources, ...table.files].map(({ concept }) => concept),
    ]
    expect(named.filter((concept) => !concepts.includes(concept))).toEqual([])
    for (const [kind, concept] of Object.entries(table.kinds))
      expect(classify({ words: [concept] })).toEqual({ category: concept, kind })
  })

  test.each([
    [{ words: ['exchange'] }, 'exchange service'],
    [{ words: ['user', 'sanction'] }, 'sanction designated'],
    [{ words: ['defi', 'defi_bridge'] }, 'defi_bridge bridge'],
    [{ words: ['exchange', 'service_hack'] }, 'service_hack null'],
    [{ words: ['defi_bridge'], name: 'Some Bridge Exploiter 2' }, 'perpetrator null'],
    [{ words: ['exchange'], name: 'Some Exchange: XYZ Token' }, 'defi_token null'],
    [
      { words: [], source: 'https://www.treasury.gov/ofac/downloads/sdnlist.txt' },
      'sanction designated',
    ],
    [{ words: ['user', 'sanction'], source: 'https://www.fbi.gov/news/x' }, 'perpetrator null'],
    [{ words: ['no-such-word'] }, 'no-such-word null'],
    [{ words: [] }, 'unknown null'],
  ])('%o is %s', (said, expected) => {
    const { category, kind } = classify(said)
    expect(`${category} ${kind}`).toBe(expected)
  })
})

test.each<[id: string, name: string, text: string, labels: string[], rejected: string[]]>([
  [
    'tag-pack',
    'pack.yaml',
    `title: A pack
label: Exchange One
confidence: service_data
category: exchange
source: https://exchange.example
lastmod: 2022-11-16
tags:
- address: 0x0098b716b8aaf21512996dc57eb0615e2383e2f9
- address: bc1qxy
  label: Mixer Two
  concepts: [mixing_service, service]
  confidence: nobody knows
- tx_hash: 0x01
- address: two words
- address: 1abc
  label: ''
- plain
`,
    [
      '0x0098b716b8aaf21512996dc57eb0615e2383e2f9 service exchange "Exchange One" 50 line:8',
      'bc1qxy mixer mixing_service "Mixer Two" 5 line:9',
    ],
    [
      'line:9 its confidence is no known level: nobody knows',
      'line:13 it labels a transaction and no address',
      'line:14 an address holds no white space',
      'line:15 it has no label',
      'line:17 a tag is no list of members',
    ],
  ],
  [
    'addresses',
    'sanctioned_addresses_ETH.json',
    `["${wallet}", "1abc", "", 7]`,
    [
      `${wallet} designated sanction "sanctioned addresses ETH" 60 row:1`,
      '1abc designated sanction "sanctioned addresses ETH" 60 row:2',
    ].sort(),
    ['row:3 it has no address', 'row:4 it is no text'],
  ],
  [
    'explorer',
    'labels.json',
    JSON.stringify({
      [wallet]: { name: 'Binance 1', labels: ['binance'] },
      '0x01': { name: '', labels: ['bridge', 'old-contract'] },
      '0x02': { name: 'Some Grant', labels: ['gitcoin-grants'] },
      '0x03': { name: '', labels: [] },
      '0x04': { labels: 'bridge' },
    }),
    [
      '0x01 bridge defi_bridge "bridge, old-contract" 20 /0x01',
      '0x02 null gitcoin-grants "Some Grant" 20 /0x02',
      `${wallet} service exchange "Binance 1" 20 /${wallet}`,
    ],
    ['/0x03 its name and labels are empty', '/0x04 it has no name and no list of labels'],
  ],
  [
    'table',
    'labels.csv',
    `address,kind,label,source,from,to,confidence
1abc,mixer,Mixer,own,2020-01,2021,
1abc,exchange,Exchange,own,,,90
2abc,,Somebody,,,,
3abc,bank of thieves,X,,,,
4abc,service,Y,,2021,2020,
,service,Z,,,,
`,
    [
      '1abc mixer mixing_service "Mixer" 100 row:1',
      '1abc service exchange "Exchange" 90 row:2',
      '2abc null unknown "Somebody" 100 row:3',
      '4abc service service "Y" 100 row:5',
    ],
    [
      'row:4 bank of thieves is no kind (designated, mixer, coinjoin, bridge, dex, burn, service) and no concept of the taxonomy',
      'row:5 it ends on 2020, before it begins on 2021',
      'row:6 it has no address',
    ],
  ],
])('%s is read, and what cannot be read is told', async (id, name, text, labels, rejected) => {
  const given = file(name, text)
  expect(labelReaders.filter((each) => each.recognise(given)).map((each) => each.id)).toEqual([id])
  const read = await readLabels(given, source)
  expect(read.labels.map(show)).toEqual(labels)
  expect(read.rejected.map(({ place, reason }) => `${place} ${reason}`)).toEqual(rejected)
})

test('dates, sources and actors are kept', async () => {
  const pack = 'tags:\n- {address: a, label: b, source: s, actor: c, lastmod: 2022-11-16}\n'
  const { labels } = await readLabels(file('pack.yaml', pack), source)
  expect(labels).toMatchObject([{ source: 's', actor: 'c', said: '2022-11-16' }])
  const rows = 'address;kind;label;from;to;actor\na;service;b;2020;2021-05;customer 7\n'
  const read = await readLabels(file('rows.csv', rows), source)
  expect(read.labels).toMatchObject([
    { source: 'rows.csv', from: '2020', to: '2021-05', actor: 'customer 7' },
  ])
})

test.each([
  ['addresses.json', '["0x01"]', 'kind-unknown'],
  ['page.html', '<html>', 'kind-unknown'],
  ['sanctioned.json', '["0x01"', 'file-malformed'],
  ['labels.json', '{"0x01": {"name": "a"', 'file-malformed'],
  ['pack.yaml', 'tags: none\nx:\n  - address: a\n', 'file-malformed'],
])('%s of %j is refused as %s', async (name, text, code) => {
  await expect(readLabels(file(name, text), source)).rejects.toMatchObject({ code })
})

test('labels of one address stand together in any case of its letters, the most certain first', () => {
  const label = (address: string, confidence: number, kind: Label['kind'] = null): Label => ({
    address,
    kind,
    category: '',
    label: '',
    source: '',
    confidence,
    place: '',
  })
  const labels = [
    label(wallet, 20),
    label('zz', 5),
    label(wallet.toLowerCase(), 60, 'service'),
    label(wallet.toUpperCase().replace('X', 'x'), 60, 'mixer'),
    label('ZZ', 90),
  ]
  const sorted = sortLabels(labels)
  expect(sorted.map(({ confidence, kind }) => [confidence, kind])).toEqual([
    [60, 'mixer'],
    [60, 'service'],
    [20, null],
    [90, null],
    [5, null],
  ])
  expect(sortLabels([...labels].reverse())).toEqual(sorted)
  expect(new Set(labels.map(({ address }) => addressKey(address))).size).toBe(3)
})

const data = join(
  process.env.MUSTER_DATA ?? resolve(import.meta.dirname, '../../../../shared/data'),
  'chain/labels',
)
const found = (folder: string, form: RegExp): string[] =>
  existsSync(data) ? readdirSync(join(data, folder)).filter((name) => form.test(name)) : []

describe.skipIf(!existsSync(data))('published labels (need MUSTER_DATA)', () => {
  test.each(found('tagpacks', /^(?!.*actorpack).*\.yaml/))(
    'the TagPack %s is read in full',
    async (name) => {
      const path = join(data, 'tagpacks', name)
      const bytes = readFileSync(path)
      const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()
      const { labels, rejected } = await readLabels(await openFile(path), source)
      expect(rejected).toEqual([])
      expect(labels).toHaveLength([...text.matchAll(/^[-\s]+address:/gm)].length)
      const words = new Set(text.split(/[\s'"]+/))
      expect(labels.filter(({ address }) => !words.has(address))).toEqual([])
    },
  )

  test.each(found('ofac', /\.json$/))(
    'the designated addresses %s are read in full',
    async (name) => {
      const path = join(data, 'ofac', name)
      const { labels, rejected } = await readLabels(await openFile(path), source)
      expect(rejected).toEqual([])
      expect(labels.map(({ address }) => address).sort()).toEqual(
        (JSON.parse(readFileSync(path, 'utf8')) as string[]).sort(),
      )
      expect(labels.every(({ kind }) => kind === 'designated')).toBe(true)
    },
  )

  test('labels of an explorer are read in full, and thieves are no bridges', async () => {
    const path = join(data, 'etherscan_combinedAccountLabels.json.gz')
    const { labels, rejected } = await readLabels(await openFile(path), source)
    expect(rejected).toEqual([])
    expect(labels).toHaveLength(23_288)
    const thieves = labels.filter(({ label }) => /exploiter|hacker\b/i.test(label))
    expect(thieves.length).toBeGreaterThan(10)
    expect(thieves.filter(({ kind }) => kind !== null && kind !== 'designated')).toEqual([])
    const count = (kind: Label['kind']): number =>
      labels.filter((label) => label.kind === kind).length
    for (const kind of ['service', 'mixer', 'bridge', 'dex', 'burn', 'designated'] as const)
      expect([kind, count(kind) > 10]).toEqual([kind, true])
  })

  test('the taxonomy holds every concept that was published', () => {
    const ids = [...readFileSync(join(data, 'concepts.yaml'), 'utf8').matchAll(/^ {2}id: (\w+)/gm)]
    const concepts = new Set(table.concepts.map(({ concept }) => concept))
    expect(ids.length).toBeGreaterThan(80)
    expect(ids.map(([, id]) => id).filter((id) => !concepts.has(id as string))).toEqual([])
  })
})
