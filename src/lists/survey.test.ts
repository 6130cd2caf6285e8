import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ofacSet, unFile, upTo } from '../../tests/list-files.ts'
import { loadLists, readers, surveyFolder } from './index.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-lists-'))
})
afterEach(() => rm(folder, { recursive: true }))

const write = async (files: Readonly<Record<string, string | Uint8Array>>): Promise<void> => {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content)
  }
}

const old = unFile({ date: '2025-04-19', numbers: upTo(18) })
const fresh = unFile({ date: '2026-02-27', numbers: upTo(20) })
const half = (date: string): string => unFile({ date, numbers: upTo(10) })
const set = ofacSet(upTo(5))
const inLatin1 = Buffer.from(fresh.replaceAll('ANN', 'ANDRÉ'), 'latin1')
const sdnXml = `<?xml version="1.0"?>
<sdnList xmlns="https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML">
<publshInformation><Publish_Date>02/26/2026</Publish_Date><Record_Count>50</Record_Count></publshInformation>
<sdnEntry><uid>1</uid><lastName>EXAMPLE</lastName><sdnType>Entity</sdnType><programList><program>DPRK</program></programList></sdnEntry>
</sdnList>
`

type Case = [
  title: string,
  files: Record<string, string | Uint8Array>,
  verdicts: Record<string, string>,
]

test.each<Case>([
  [
    'the newest of two is used',
    { 'a.xml': fresh, 'b.xml': old },
    {
      'a.xml': 'used: version 2026-02-27, 20 entries',
      'b.xml': 'older: version 2025-04-19, not newer than 2026-02-27',
    },
  ],
  [
    'an older file in a broken encoding is refused, not called a version',
    {
      'a.xml': fresh,
      'b.xml': Buffer.concat([
        Buffer.from(old.replace('</CONSOLIDATED_LIST>', '<!-- ')),
        Buffer.from([0xc9]),
        Buffer.from(' --></CONSOLIDATED_LIST>'),
      ]),
    },
    {
      'a.xml': 'used: version 2026-02-27, 20 entries',
      'b.xml': expect.stringMatching(/^refused: .* declares or seems to be utf-8/),
    },
  ],
  [
    'an undated file is older than any dated one',
    { 'a.xml': unFile({ numbers: upTo(21) }), 'b.xml': old },
    {
      'a.xml': expect.stringMatching(/^older: version sha256:[0-9a-f]{12}, /),
      'b.xml': expect.stringMatching(/^used/),
    },
  ],
  [
    'a date in the name counts where the file tells none',
    { 'un-20260301.xml': unFile({ numbers: upTo(20) }), 'b.xml': fresh },
    {
      'un-20260301.xml': 'used: version 2026-03-01, 20 entries',
      'b.xml': expect.stringMatching(/^older/),
    },
  ],
  [
    'packed files are read, in folders too',
    { 'x/y/a.xml.gz': gzipSync(fresh) },
    { 'x/y/a.xml.gz': 'used: version 2026-02-27, 20 entries' },
  ],
  [
    'the same bytes are used once',
    { 'a.xml': fresh, 'b.xml': fresh },
    { 'a.xml': expect.stringMatching(/^used/), 'b.xml': 'older: the same bytes as DIR/a.xml' },
  ],
  [
    'a file that was cut off gives way to the next older one',
    { 'a.xml': fresh.slice(0, -30), 'b.xml': old },
    {
      'a.xml': expect.stringMatching(/^refused: .* before its last element/),
      'b.xml': expect.stringMatching(/^used/),
    },
  ],
  [
    'a packed file that was cut off gives way to the next older one',
    { 'a.xml.gz': gzipSync(fresh).subarray(0, -9), 'b.xml': old },
    { 'a.xml.gz': expect.stringMatching(/^refused: /), 'b.xml': expect.stringMatching(/^used/) },
  ],
  [
    'a file in a broken encoding gives way to the next older one',
    { 'a.xml': inLatin1, 'b.xml': old },
    {
      'a.xml': expect.stringMatching(/^refused: .*utf-8/),
      'b.xml': expect.stringMatching(/^used/),
    },
  ],
  [
    'a half that is newer is refused',
    { 'a.xml': half('2026-03-01'), 'b.xml': old },
    {
      'a.xml': 'refused: it holds 10 entries, far fewer than the 18 of version 2025-04-19',
      'b.xml': expect.stringMatching(/^used/),
    },
  ],
  [
    'a half of the same day is refused',
    { 'a.xml': half('2026-02-27'), 'b.xml': fresh },
    {
      'a.xml': 'refused: it holds 10 entries, far fewer than the 20 of version 2026-02-27',
      'b.xml': expect.stringMatching(/^used/),
    },
  ],
  [
    'a half that is older is refused',
    { 'a.xml': half('2024-03-01'), 'b.xml': fresh },
    {
      'a.xml': 'refused: it holds 10 entries, far fewer than the 20 of version 2026-02-27',
      'b.xml': expect.stringMatching(/^used/),
    },
  ],
  [
    'a list without entries is refused',
    { 'a.xml': unFile({ date: '2026-02-27', numbers: [] }) },
    { 'a.xml': 'refused: it holds no entry' },
  ],
  [
    'a file that says it holds more is refused',
    { 'sdn.xml': sdnXml },
    { 'sdn.xml': 'refused: it holds 1 entries and says that it holds 50' },
  ],
  [
    'tables of a set belong together, and a set without its parties is refused',
    { 'sdn.csv': set.sdn, 'alt.csv': set.alt, 'alt-2025-12.csv': set.alt },
    {
      'alt-2025-12.csv': 'refused: the set lacks its sdn file',
      'alt.csv': expect.stringMatching(/^used/),
      'sdn.csv': expect.stringMatching(/^used: version sha256:[0-9a-f]{12}, 5 entries/),
    },
  ],
  [
    'files of other kinds are refused where they are named like lists, else ignored',
    {
      '.hidden.xml': fresh,
      'README.md': '# Lists',
      'empty.xml': '',
      'staff.csv': 'id,name\n1,Ann\n',
    },
    {
      '.hidden.xml': 'ignored: a hidden file',
      'README.md': 'ignored: not named like a list',
      'empty.xml': 'refused: DIR/empty.xml is empty',
      'staff.csv': 'refused: no reader knows this kind of file',
    },
  ],
])('%s', async (_, files, verdicts) => {
  await write(files)
  const loaded = await loadLists(folder)
  const told = loaded.verdicts.map(({ path, state, why }) => [
    path.slice(folder.length + 1),
    `${state}: ${why.replaceAll(folder, 'DIR')}`,
  ])
  expect(told.map(([path]) => path)).toEqual(Object.keys(files).sort())
  expect(Object.fromEntries(told)).toEqual(verdicts)
})

test('a file that two readers claim is refused', async () => {
  await write({ 'a.xml': fresh })
  const [un] = readers
  if (!un) throw new Error('there is no reader')
  const survey = await surveyFolder(folder, { readers: [un, { ...un, format: 'another' }] })
  expect(survey.offers.size).toBe(0)
  expect(survey.verdicts).toEqual([
    {
      path: join(folder, 'a.xml'),
      list: null,
      state: 'refused',
      why: 'more than one reader claims it: UN consolidated XML and another',
    },
  ])
})

test('a folder that links to itself is read once', async () => {
  await write({ 'x/a.xml': fresh })
  await symlink(folder, join(folder, 'x', 'again'))
  const { verdicts } = await loadLists(folder)
  expect(verdicts.map(({ path }) => path)).toEqual([join(folder, 'x', 'a.xml')])
})

test('a path that is not there is an error', async () => {
  await expect(loadLists(join(folder, 'none'))).rejects.toMatchObject({ code: 'file-missing' })
})

test('lists in memory carry their version, hash and files', async () => {
  await write({ 'a.xml': fresh, 'sdn.csv': set.sdn, 'alt.csv': set.alt })
  const { lists } = await loadLists(folder)
  expect(lists.map(({ id, date, entries, files }) => [id, date, entries, files.length])).toEqual([
    ['un', '2026-02-27', 20, 1],
    ['ofac-sdn', null, 5, 2],
  ])
  for (const { sha256, version, date, entities } of lists) {
    expect(version).toBe(date ?? `sha256:${sha256.slice(0, 12)}`)
    expect(entities[0]?.statements.every(({ learned }) => learned === date)).toBe(true)
  }
})

test('the count of marks does not depend on where the chunks of a file end', async () => {
  const { countMarks } = await import('./count.ts')
  const bytes = Buffer.from('<A><AA><A >x<A><A><BB><A'.repeat(3))
  for (let size = 1; size < bytes.length; size++) {
    const read = async function* (): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
    }
    const file = { head: bytes, read } as unknown as Parameters<typeof countMarks>[0]
    expect(await countMarks(file, ['<A>', '<BB>'])).toBe(12)
  }
})
