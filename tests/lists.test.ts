import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dataFile, dataFolder } from './editions.ts'
import { unFile, upTo } from './list-files.ts'
import { makeFolder, muster, type Ran } from './program.ts'

const folder = makeFolder()
const cwd = folder.path
const env = { MUSTER_NOW: '2026-03-01' }
const run = (line: string, now = env.MUSTER_NOW): Promise<Ran> =>
  muster(line.split(' '), { cwd, env: { MUSTER_NOW: now } })
const rows = ({ stdout }: Ran): Record<string, unknown>[] =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)

const put = (path: string, text: string): void => {
  mkdirSync(join(cwd, path, '..'), { recursive: true })
  writeFileSync(join(cwd, path), text)
}

beforeAll(() => {
  put('old/un.xml', unFile({ date: '2026-01-10', numbers: upTo(20) }))
  put('new/un.xml', unFile({ date: '2026-02-20', numbers: [...upTo(19), 21, 22] }))
  put('short/un.xml', unFile({ date: '2026-02-27', numbers: upTo(3) }))
  put('none/notes.txt', 'nothing that anybody knows\n')
})
afterAll(() => folder.remove())

describe('muster lists', () => {
  test('update without a workspace says how to make one', async () => {
    const ran = await run('lists update --from old')
    expect(ran).toMatchObject({ exit: 2, stdout: '' })
    expect(ran.stderr).toMatch(/no workspace[\s\S]*muster init[\s\S]*workspace-missing/)
  })

  test('update makes the workspace that is named, takes a list, and again changes nothing', async () => {
    const first = await run('lists update --from old --workspace ws')
    expect(first.stderr).toContain('made a workspace in ')
    expect(rows(first)).toEqual([
      { list: 'un', version: '2026-01-10', entries: 20, rejected: 0, state: 'new' },
    ])
    const again = await run('lists update --from old --workspace ws')
    expect(rows(again)).toMatchObject([{ version: '2026-01-10', state: 'held' }])
    expect([first.exit, again.exit]).toEqual([0, 0])
  })

  test('update takes a newer version', async () => {
    const ran = await run('lists update --from new --workspace ws --format csv')
    expect(ran).toMatchObject({
      exit: 0,
      stdout: 'list,version,entries,rejected,state\nun,2026-02-20,21,0,new\n',
    })
  })

  test('update refuses what is far smaller, names it and fails, and the version before stays', async () => {
    const ran = await run('lists update --from short --workspace ws')
    expect(ran).toMatchObject({ exit: 1, stdout: '' })
    expect(ran.stderr).toMatch(/refused short\/un\.xml: it holds 3 entries[\s\S]*no list was taken/)
    const lenient = await run('lists update --from short --workspace lenient --set lists.shrink=0')
    expect(lenient.exit).toBe(0)
  })

  test('update names a file that is no list, and a folder that is not there', async () => {
    const strange = await run('lists update --from none --workspace ws')
    expect(strange.exit).toBe(1)
    expect(strange.stderr).toContain('refused none/notes.txt')
    const missing = await run('lists update --from nowhere --workspace ws')
    expect(missing.exit).toBe(2)
    expect(missing.stderr).toContain('nowhere')
  })

  test('status shows each version and why it is not current', async () => {
    const ran = await run('lists status --workspace ws --format json')
    expect(ran.exit).toBe(0)
    expect(JSON.parse(ran.stdout)).toMatchObject([
      { id: 'un', version: '2026-02-27', entries: 3, state: 'refused', file: 'short/un.xml' },
      {
        id: 'un',
        version: '2026-02-20',
        date: '2026-02-20',
        entries: 21,
        state: 'current',
        why: '',
      },
      { id: 'un', version: '2026-01-10', state: 'older' },
    ])
  })

  test.each([
    ['a list is stale', 'lists status --workspace ws', '2026-03-22', 4],
    ['a list is not stale yet', 'lists status --workspace ws', '2026-03-21', 0],
    ['another age is set', 'lists status --workspace ws --set lists.stale-days=5', '2026-03-01', 4],
    ['a folder holds a fresh list', 'lists status --lists new', '2026-03-01', 0],
    ['a folder holds no list', 'lists status --lists none', '2026-03-01', 4],
  ])('when %s, the exit code of status says so', async (_, line, now, exit) => {
    expect((await run(line, now)).exit).toBe(exit)
  })

  test('status of a workspace without lists is 4 and says what to do', async () => {
    await run('init bare')
    const ran = await run('lists status --workspace bare --format json')
    expect(ran).toMatchObject({ exit: 4, stdout: '[]\n' })
    expect(ran.stderr).toContain('muster lists update')
  })

  test.each([
    ['two versions that the workspace holds', 'lists diff un --workspace ws'],
    ['versions by name', 'lists diff un 2026-01-10 2026-02-20 --workspace ws'],
    ['two files', 'lists diff old/un.xml new/un.xml'],
  ])('diff compares %s', async (_, line) => {
    const ran = await run(line)
    expect(ran.exit).toBe(0)
    expect(rows(ran).map(({ change, reference }) => `${change} ${reference}`)).toEqual([
      'added KPi.021',
      'added KPi.022',
      'removed KPi.020',
    ])
    expect(ran.stderr).toContain(
      '2026-01-10 → 2026-02-20: 2 added, 1 removed, 0 changed, 19 unchanged',
    )
  })

  test.each([
    ['a version that is not held', 'lists diff un 2020-01-01 --workspace ws', /holds no version/],
    ['a list of which there is one version', 'lists diff un --workspace lenient', /two versions/],
    ['what is neither a list nor two files', 'lists diff unn --workspace ws', /Lists are: un/],
  ])('diff of %s is explained', async (_, line, says) => {
    const ran = await run(line)
    expect(ran).toMatchObject({ exit: 2, stdout: '' })
    expect(ran.stderr).toMatch(says)
  })

  test('doctor tells which lists are stale', async () => {
    const ran = await run('doctor --workspace ws --format json', '2026-06-01')
    expect(ran.stdout).toMatch(/"check":"lists","state":"warning","found":"un is stale/)
  })
})

test.skipIf(!dataFolder)(
  'the two real UN snapshots differ by 130 added and 4 removed (needs data)',
  async () => {
    const ran = await run(
      `lists diff ${dataFile('lists/un/consolidated-2025.xml.gz')} ${dataFile('lists/un/consolidated-2026-02-27.xml.gz')} --format json`,
    )
    const { added, removed } = JSON.parse(ran.stdout) as { added: unknown[]; removed: unknown[] }
    expect([added.length, removed.length]).toEqual([130, 4])
  },
)
