import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { unFile, upTo } from './list-files.ts'
import { makeFolder, muster, type RunOptions } from './program.ts'

const folder = makeFolder()
const cwd = folder.path
const people = 'id,name,birthDate,note on\np1,Jonas Example,1990-01-31,x\np2,Maria Sample,1985,y\n'

beforeAll(async () => {
  const put = (name: string, data: string | Uint8Array): void =>
    writeFileSync(join(cwd, name), data)
  put('people.csv', people)
  put('people.csv.gz', gzipSync(people))
  put('faulty.csv', 'id,name\np1,Jonas Example\np1,Again\ntoo,many,cells\n')
  put('people.jsonl', '{"schema":"Person","id":"p1","name":"Jonas Example"}\n')
  put('named.csv', 'number,Full name\n1,Jonas Example\n')
  put('utf16.csv', Buffer.from(`\ufeff${people}`, 'utf16le'))
  put('un.xml', unFile({ date: '2026-02-20', numbers: upTo(5) }))
  put('cut.xml', unFile({ date: '2026-02-20', numbers: upTo(5) }).slice(0, -200))
  put('notes.txt', 'nothing that anybody knows\n')
  put('empty.csv', '')
  const head = 'id,state,prop,validFrom,valid_to,known,origin,reliability,credibility,text,note'
  const rows = [
    'a,NPL,sighting,2020-02-01,2020-02-01,2020-02-02,agency,B,2,workers at a site,x',
    'b,NPL,sighting,2020-02-03,2020-02-03,2020-02-04,daily,C,2,workers at another site,y',
    'c,NPL,sighting,2020-02-03,2020-02-03,,daily,C,2,no date,z',
    'st-pol-none-2019,POL,sighting,2020-02-03,2020-02-03,2020-02-04,daily,C,2,an id that is taken,z',
  ]
  put('states.csv', `${[head, ...rows].join('\n')}\n`)
  await muster(['init', 'ws'], { cwd })
})
afterAll(() => folder.remove())

const take = (words: readonly string[], options: Partial<RunOptions> = {}) =>
  muster(['import', ...words, '--workspace', 'ws', '--format', 'json'], { cwd, ...options })

describe('muster import', () => {
  test.each([
    [
      'a table',
      ['people.csv'],
      { kind: 'subjects', entities: 2, statements: 4, rejected: 0, state: 'new' },
    ],
    ['the same table again', ['people.csv'], { entities: 0, statements: 0, state: 'held' }],
    ['a gzipped table', ['people.csv.gz'], { entities: 2, state: 'new' }],
    ['a table in UTF-16', ['utf16.csv'], { entities: 2, state: 'new' }],
    ['JSON lines', ['people.jsonl'], { kind: 'subjects', entities: 1, state: 'new' }],
    [
      'columns of other names',
      ['named.csv', '--as', 'subjects', '--map', 'id=number,name=Full name'],
      { entities: 1, statements: 1 },
    ],
    ['a repeated id and a row that cannot be read', ['faulty.csv'], { entities: 2, rejected: 1 }],
    [
      'statements about states',
      ['states.csv'],
      { kind: 'statements', entities: 0, statements: 2, rejected: 2, state: 'new' },
    ],
    [
      'the same statements again',
      ['states.csv', '--as', 'statements'],
      { statements: 0, rejected: 0, state: 'held' },
    ],
    ['an official list', ['un.xml'], { kind: 'list', entities: 5, state: 'new' }],
  ])('takes %s', async (_, words, row) => {
    const ran = await take(words)
    expect(JSON.parse(ran.stdout)).toMatchObject([{ path: words[0], ...row }])
    expect(ran.exit).toBe(0)
  })

  test('keeps statements for muster states, where a workspace is', async () => {
    const answer = async (words: readonly string[]) =>
      JSON.parse(
        (
          await muster(['states', 'NPL', '--on', '2020-06', '--format', 'json', ...words], {
            cwd,
            env: { MUSTER_NOW: '2026-11-24T00:00:00Z' },
          })
        ).stdout,
      )[0]
    await take(['states.csv'])
    expect(await answer(['--workspace', 'ws'])).toMatchObject({
      label: 'breach_indicated',
      proof: ['a', 'b'],
    })
    expect(await answer([])).toMatchObject({ label: 'no_information' })
    const again = await muster(
      ['states', 'NPL', '--statements', 'states.csv', '--workspace', 'ws', '--format', 'json'],
      { cwd },
    )
    expect(again.stderr).toContain('the same statement stands in the workspace, row:2')
    const kept = "select place, reason from rejected where source like '%' and text like '%taken%'"
    const { stdout } = await muster(['sql', kept, '--workspace', 'ws'], { cwd })
    expect(stdout).toMatch(/row:4.*st-pol-none-2019 stands for another statement in register\.tsv/)
    const page = await muster(['states', 'NPL', '--workspace', 'ws', '--format', 'html'], { cwd })
    expect(page.stdout).toContain('TLP:AMBER')
  })

  test('takes standard input, and knows it when it comes again', async () => {
    const input = 'id,name\np9,Person of the Pipe\n'
    expect(JSON.parse((await take(['-'], { input })).stdout)).toMatchObject([{ state: 'new' }])
    expect(JSON.parse((await take(['-'], { input })).stdout)).toMatchObject([{ state: 'held' }])
  })

  test('says which columns are not read, and that rows were rejected', async () => {
    expect((await take(['people.csv'])).stderr).toContain('note on')
    const rejected =
      "select place, reason from rejected where source in (select id from source where path like '%faulty.csv') order by place"
    const { stdout } = await muster(['sql', rejected, '--workspace', 'ws'], { cwd })
    expect(stdout.split('\n').map((line) => /row:\d/.exec(line)?.[0])).toEqual(['row:3', undefined])
  })

  test.each([
    ['a file that is not there', ['none.csv'], 2, /no file none\.csv[\s\S]*file-missing/],
    ['a file without content', ['empty.csv'], 1, /empty\.csv[\s\S]*file-empty/],
    ['a file that no reader knows', ['notes.txt'], 1, /notes\.txt[\s\S]*--as[\s\S]*kind-unknown/],
    ['a kind that does not exist', ['people.csv', '--as', 'persons'], 2, /subjects, list/],
    [
      'a column that is not there',
      ['people.csv', '--map', 'name=Name'],
      2,
      /"Name"[\s\S]*birthDate[\s\S]*column-unknown/,
    ],
    ['a map that is none', ['people.csv', '--map', 'name'], 2, /field=column/],
    ['no path', [], 2, /missing required argument/],
    ['a list that is cut off', ['cut.xml'], 1, /cut\.xml[\s\S]*list-refused/],
  ])('explains %s', async (_, words, exit, says) => {
    const ran = await take(words)
    expect(ran.stderr).toMatch(says)
    expect(ran).toMatchObject({ exit, stdout: '' })
    expect(ran.stderr).not.toContain('    at ')
  })

  test('makes the workspace that is named, and needs one', async () => {
    const made = await muster(['import', 'people.csv', '--workspace', 'new'], { cwd })
    expect(made.stderr).toContain('made a workspace')
    expect(made.exit).toBe(0)
    const none = await muster(['import', 'people.csv'], { cwd })
    expect(none.stderr).toContain('workspace-missing')
    expect(none.exit).toBe(2)
  })
})
