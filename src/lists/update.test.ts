import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dataFile, dataFolder } from '../../tests/editions.ts'
import { ofacSet, unFile, upTo } from '../../tests/list-files.ts'
import {
  dump,
  entitiesOf,
  listVersions,
  openTemporaryWorkspace,
  type Workspace,
} from '../workspace/index.ts'
import {
  currentLists,
  diffLists,
  folderStatus,
  heldVersions,
  type ListStatus,
  listStatus,
  loadLists,
  openListFile,
  openVersion,
  type Updated,
  updateLists,
} from './index.ts'

let folder: string
let workspace: Workspace
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-update-'))
  workspace = await openTemporaryWorkspace()
})
afterEach(async () => {
  await workspace.close()
  await rm(folder, { recursive: true })
})

const now = '2026-03-10T09:00:00Z'

/** Updates from a new folder that holds the files. */
const update = async (
  name: string,
  files: Record<string, string | Uint8Array>,
): Promise<Updated> => {
  const dir = join(folder, name)
  await mkdir(dir)
  for (const [file, content] of Object.entries(files)) await writeFile(join(dir, file), content)
  return updateLists(workspace, dir, { now })
}

const brief = (rows: readonly ListStatus[]): string[] =>
  rows.map(({ id, version, entries, state, why }) =>
    [id, version, entries, state, why.replaceAll(folder, 'DIR')].join(' | '),
  )
const status = async (at = now): Promise<string[]> =>
  brief(await listStatus(workspace, { now: at }))
const dumped = async (): Promise<string[]> => {
  const lines: string[] = []
  for await (const line of dump(workspace)) lines.push(line)
  return lines
}

const old = unFile({ date: '2025-04-19', numbers: upTo(18) })
const fresh = unFile({ date: '2026-02-27', numbers: upTo(20) })

test('a newer version takes the place of the one before, which stays for comparison', async () => {
  expect((await update('a', { 'un.xml': old })).updates).toMatchObject([
    { state: 'new', entries: 18 },
  ])
  expect((await update('b', { 'un.xml': fresh })).updates).toMatchObject([
    { state: 'new', entries: 20 },
  ])
  expect(await status()).toEqual([
    'un | 2026-02-27 | 20 | current | ',
    'un | 2025-04-19 | 18 | older | ',
  ])
  expect(await currentLists(workspace)).toMatchObject([{ list: 'un', version: '2026-02-27' }])
})

test('versions of one folder are all kept, and to update again changes nothing', async () => {
  const first = await update('a', { 'old.xml': old, 'new.xml': fresh, 'readme.md': '' })
  expect(first.updates.map(({ version, state }) => [version, state])).toEqual([
    ['2026-02-27', 'new'],
    ['2025-04-19', 'older'],
  ])
  const before = await dumped()
  const again = await updateLists(workspace, join(folder, 'a'), { now: '2026-04-01' })
  expect(again.updates.map(({ state }) => state)).toEqual(['held', 'held'])
  expect(again.verdicts.map(({ why }) => why)).toEqual([
    'version 2026-02-27, 20 entries, held already',
    'version 2025-04-19, not newer than 2026-02-27',
    'not named like a list',
  ])
  expect(await dumped()).toEqual(before)
})

test('a version older than the one held does not take its place', async () => {
  await update('a', { 'un.xml': fresh })
  const { updates, verdicts } = await update('b', { 'un.xml': old })
  expect(updates).toMatchObject([{ version: '2025-04-19', state: 'older' }])
  expect(verdicts).toMatchObject([
    {
      state: 'older',
      why: 'version 2025-04-19, not newer than 2026-02-27, which the workspace holds',
    },
  ])
  expect(await currentLists(workspace)).toMatchObject([{ version: '2026-02-27' }])
})

test.each<[string, string | Uint8Array, RegExp]>([
  ['cut off', unFile({ date: '2026-03-01', numbers: upTo(25) }).slice(0, -400), /before its last/],
  [
    'in a broken encoding',
    Buffer.from(unFile({ date: '2026-03-01', numbers: upTo(25), name: () => 'ANDRÉ' }), 'latin1'),
    /utf-8/,
  ],
  [
    'half as long and newer',
    unFile({ date: '2026-03-01', numbers: upTo(10) }),
    /far fewer than the 20/,
  ],
  [
    'half as long and of the same day',
    unFile({ date: '2026-02-27', numbers: upTo(10) }),
    /far fewer/,
  ],
  [
    'half as long and older',
    unFile({ date: '2020-01-01', numbers: upTo(10) }),
    /far fewer than the 20/,
  ],
  ['half as long and undated', unFile({ numbers: upTo(10) }), /far fewer than the 20/],
])('a file that is %s is refused and the version before stays', async (_, content, why) => {
  await update('a', { 'un.xml': fresh })
  const held = await dumped()
  const { updates, verdicts } = await update('b', { 'un.xml': content })
  expect(updates).toEqual([])
  expect(verdicts).toMatchObject([{ state: 'refused', why: expect.stringMatching(why) }])
  expect((await dumped()).filter((line) => !line.includes('"state":"refused"'))).toEqual(held)
  expect(await currentLists(workspace)).toMatchObject([{ version: '2026-02-27', entries: 20 }])
  expect((await status()).filter((row) => row.includes('| refused |'))).toHaveLength(1)
})

test('a file of another kind leaves the workspace as it was', async () => {
  await update('a', { 'un.xml': fresh })
  const held = await dumped()
  const { updates, verdicts } = await update('b', { 'un.xml': '<catalogue><cd/></catalogue>' })
  expect(updates).toEqual([])
  expect(verdicts).toMatchObject([{ state: 'refused', why: 'no reader knows this kind of file' }])
  expect(await dumped()).toEqual(held)
})

test('a list may shrink step by step over versions', async () => {
  const file = (date: string, count: number): string => unFile({ date, numbers: upTo(count) })
  await update('a', { 'un.xml': file('2026-01-01', 20) })
  const { updates } = await update('b', {
    'x.xml': file('2026-01-02', 17),
    'y.xml': file('2026-01-03', 14),
  })
  expect(updates.map(({ version }) => version)).toEqual(['2026-01-03', '2026-01-02'])
})

test('undated files are learned when they are read, and are older than dated ones', async () => {
  const { sdn, alt } = ofacSet(upTo(5))
  await update('a', { 'sdn.csv': sdn, 'alt.csv': alt })
  const [version] = await currentLists(workspace)
  expect(version).toMatchObject({ list: 'ofac-sdn', date: null, entries: 5 })
  for await (const { statements } of entitiesOf(workspace, version?.sources ?? []))
    expect(new Set(statements.map(({ learned }) => learned))).toEqual(new Set([now]))
  expect(await status()).toEqual([
    expect.stringMatching(/^ofac-sdn \| sha256:[0-9a-f]{12} \| 5 \| stale \| it has no date/),
  ])
})

test('sets that share a file read back as each was', async () => {
  const [first, second] = [ofacSet(upTo(5)), ofacSet(upTo(6))]
  await update('a', { 'sdn-2026-01.csv': first.sdn, 'alt-2026-01.csv': second.alt })
  await update('b', { 'sdn-2026-02.csv': second.sdn, 'alt-2026-02.csv': second.alt })
  const said = (entities: readonly { statements: readonly object[] }[]): unknown =>
    entities.map(({ statements, ...entity }) => ({
      ...entity,
      statements: statements.map((each) => JSON.stringify({ ...each, learned: null })).sort(),
    }))
  const versions = await heldVersions(workspace, 'ofac-sdn')
  expect(versions.map(({ entries }) => entries)).toEqual([5, 6])
  for (const [i, dir] of ['a', 'b'].entries()) {
    const [read] = (await loadLists(join(folder, dir))).lists
    const held = []
    for await (const entity of entitiesOf(workspace, versions[i]?.sources ?? [])) held.push(entity)
    expect(said(held)).toEqual(said(read?.entities ?? []))
  }
})

test.each([
  ['2026-03-28T23:59:59Z', 'current', ''],
  ['2026-03-29', 'stale', 'it is 30 days old'],
])('on %s a list of 27 February is %s', async (at, state, why) => {
  await update('a', { 'un.xml': fresh })
  expect(await status(at)).toEqual([`un | 2026-02-27 | 20 | ${state} | ${why}`])
})

test('the status of a folder says what an update from it would take', async () => {
  await update('a', {
    'new.xml': fresh,
    'old.xml': old,
    'half.xml': unFile({ date: '2026-03-01', numbers: upTo(10) }),
  })
  const rows = await folderStatus(join(folder, 'a'), { now })
  expect(brief(rows)).toEqual(await status())
  expect(rows.find(({ state }) => state === 'current')).toMatchObject({
    id: 'un',
    body: 'United Nations Security Council',
    date: '2026-02-27',
    file: join(folder, 'a', 'new.xml'),
  })
})

test('two versions are compared by reference', async () => {
  const name = (number: number): string => (number === 3 ? 'ANNA' : 'ANN')
  await update('a', { 'un.xml': old })
  await update('b', { 'un.xml': unFile({ date: '2026-02-27', numbers: upTo(20).slice(1), name }) })
  const [before, after] = [
    await openVersion(workspace, 'un', '2025-04-19'),
    await openListFile(join(folder, 'b')),
  ]
  const diff = await diffLists(before.entities, after.entities)
  expect(diff).toEqual({
    added: [
      { reference: 'KPi.019', name: 'ANN EXAMPLE 19' },
      { reference: 'KPi.020', name: 'ANN EXAMPLE 20' },
    ],
    removed: [{ reference: 'KPi.001', name: 'ANN EXAMPLE 1' }],
    changed: [
      {
        reference: 'KPi.003',
        name: 'ANNA EXAMPLE 3',
        props: [
          { prop: 'firstName', before: ['ANN'], after: ['ANNA'] },
          { prop: 'name', before: ['ANN EXAMPLE 3'], after: ['ANNA EXAMPLE 3'] },
        ],
      },
    ],
    unchanged: 16,
  })
})

test('a version that is not there is an error that names those that are', async () => {
  await update('a', { 'un.xml': fresh })
  await expect(openVersion(workspace, 'un', '2001-01-01')).rejects.toMatchObject({
    code: 'list-unknown',
    hint: 'It holds: 2026-02-27.',
  })
  await expect(openListFile(folder)).resolves.toMatchObject({ list: 'un' })
  await rm(join(folder, 'a', 'un.xml'))
  await expect(openListFile(folder)).rejects.toMatchObject({ code: 'list-refused' })
})

describe.skipIf(!dataFolder)('the real lists (MUSTER_DATA)', () => {
  test('the two UN files: 130 added and 4 removed', async () => {
    const { updates } = await updateLists(workspace, dataFile('lists', 'un'), { now })
    expect(updates).toMatchObject([{ entries: 1003 }, { entries: 877, state: 'older' }])
    const [before, after] = [
      await openVersion(workspace, 'un', '2025-04-19'),
      await openVersion(workspace, 'un', '2026-02-27'),
    ]
    const diff = await diffLists(before.entities, after.entities)
    expect([diff.added.length, diff.removed.length]).toEqual([130, 4])
  })

  test('a file that was saved in another encoding is refused', async () => {
    const path = dataFile('lists', 'samples', 'un-2025-08-16-misencoded.xml.gz')
    const { updates, verdicts } = await updateLists(workspace, path, { now })
    expect(updates).toEqual([])
    expect(verdicts).toMatchObject([{ list: 'un', state: 'refused' }])
    expect(await listVersions(workspace)).toMatchObject([{ state: 'refused' }])
  })
})
