import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { unFile, upTo } from './list-files.ts'
import { makeFolder, muster } from './program.ts'

const folder = makeFolder()
const now = { MUSTER_NOW: '2026-11-24T09:00:00Z' }
const run = (words: readonly string[], input?: string) =>
  muster(words, { cwd: folder.path, env: now, ...(input === undefined ? {} : { input }) })
const lines = (stdout: string) =>
  stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Answer)

type Answer = {
  subject: string
  prior: number
  cut: number
  lists: { id: string; version: string }[]
  matches: { reference: string; bits: number; score: number; evidence: { bits: number }[] }[]
}

beforeAll(() => {
  const put = (name: string, text: string) => writeFileSync(join(folder.path, name), text)
  mkdirSync(join(folder.path, 'lists'))
  put(
    'lists/un.xml',
    unFile({ date: '2026-11-20', numbers: upTo(9), name: (n) => `TESTA${n}NAME` }),
  )
  put('lists/notes.txt', 'no list')
  put(
    'people.csv',
    'id,name,birthDate,nationality\np1,Testa3name Example,1962-10-04,kp\np2,Jonas Beispiel,1990,de\np3,too,many,cells,here\np4,Testa5name Example,1980,fr\n',
  )
})

afterAll(() => folder.remove())

describe('muster screen', () => {
  test('gives a line a subject in input order, clean or not, with sums that hold', async () => {
    const { stdout, stderr, exit } = await run([
      'screen',
      'people.csv',
      '--lists',
      'lists',
      '--min-bits',
      '0',
    ])
    expect(exit).toBe(0)
    const answers = lines(stdout)
    expect(answers.map(({ subject }) => subject)).toEqual(['p1', 'p2', 'p4'])
    expect(answers[0]?.matches[0]?.reference).toBe('KPi.003')
    expect(answers[1]?.matches).toEqual([])
    for (const { prior, matches } of answers)
      for (const { bits, score, evidence } of matches) {
        const sum = evidence.reduce((total, piece) => total + piece.bits, prior)
        expect(sum).toBeCloseTo(bits, 6)
        expect(score).toBeCloseTo(1 / (1 + 2 ** -bits), 9)
      }
    expect(stderr).toContain('people.csv row:3')
    expect(stderr).toContain('used: ')
  })

  test('keeps rows that cannot be read where it is told to', async () => {
    await run(['screen', 'people.csv', '--lists', 'lists', '--rejected', 'rejected.jsonl'])
    const rejected = JSON.parse(readFileSync(join(folder.path, 'rejected.jsonl'), 'utf8'))
    expect(rejected).toMatchObject({
      file: 'people.csv',
      place: 'row:3',
      text: 'p3,too,many,cells,here',
    })
  })

  test.each([
    [['--name', 'TESTA7NAME EXAMPLE 7'], '', '1'],
    [['-'], 'id,name\nx,Testa7name Example\n', 'x'],
    [['-'], '{"id":"j","schema":"Person","properties":{"name":["Testa7name Example"]}}\n', 'j'],
  ])('takes %j', async (words, input, subject) => {
    const { stdout } = await run(['screen', ...words, '--lists', 'lists'], input)
    const [answer] = lines(stdout)
    expect([answer?.subject, answer?.matches[0]?.reference]).toEqual([subject, 'KPi.007'])
  })

  test.each([
    ['nothing to screen', ['screen'], 2, 'usage'],
    ['both a name and a file', ['screen', 'people.csv', '--name', 'x'], 2, 'usage'],
    ['a name of signs', ['screen', '--name', '---'], 2, 'usage'],
    ['a file that is not there', ['screen', 'nobody.csv'], 2, 'nobody.csv'],
    [
      'a folder of lists that is not there',
      ['screen', 'people.csv', '--lists', 'nowhere'],
      2,
      'nowhere',
    ],
    [
      'a reason to fail that nobody knows',
      ['screen', 'people.csv', '--fail-on', 'rain'],
      2,
      'rain',
    ],
    ['findings', ['screen', 'people.csv', '--lists', 'lists', '--fail-on', 'findings'], 3, ''],
    ['a missing list', ['screen', '--name', 'Nobody At All', '--fail-on', 'stale'], 4, 'starter'],
    [
      'a fresh list',
      ['screen', '--name', 'Nobody At All', '--lists', 'lists', '--fail-on', 'stale'],
      0,
      '',
    ],
  ])('of %s exits as it should', async (_, words, exit, said) => {
    const ran = await run(words)
    expect([ran.exit, ran.stderr.includes(said)]).toEqual([exit, true])
    expect(ran.stderr).not.toContain('    at ')
  })
})

describe('muster check', () => {
  const check = (...words: string[]) =>
    run(['check', 'people.csv', '--lists', 'lists', '--format', 'json', ...words])

  test('opens ranked cases and gives the same bytes twice, answer and report', async () => {
    const [one, two] = [await check('--report', 'a.html'), await check('--report', 'b.html')]
    expect(one.exit).toBe(0)
    expect(one.stdout).toBe(two.stdout)
    const bytes = (name: string) => readFileSync(join(folder.path, name), 'utf8')
    expect(bytes('a.html')).toBe(bytes('b.html'))
    const answer = JSON.parse(one.stdout)
    expect(answer).toMatchObject({ rejected: 1, counts: { subjects: 3, cases: 2, clean: 1 } })
    expect(answer.cases.map((each: { rank: number }) => each.rank)).toEqual([1, 2])
    expect(answer.cases[0]).toMatchObject({ title: 'Testa3name Example', subjects: ['p1'] })
  })

  test('counts a ship that two files describe as one case', async () => {
    const vessel = 'id,schema,name,imoNumber\nv1,Vessel,TESTA4NAME EXAMPLE 4,9074729\n'
    writeFileSync(join(folder.path, 'fleet-a.csv'), vessel)
    writeFileSync(join(folder.path, 'fleet-b.csv'), vessel.replace('v1', 'w1'))
    const words = ['check', 'fleet-a.csv', 'fleet-b.csv', '--lists', 'lists', '--min-bits', '0']
    const { exit, stdout } = await run([...words, '--format', 'json', '--report', 'fleet.html'])
    expect(exit).toBe(0)
    expect(JSON.parse(stdout).counts).toMatchObject({ subjects: 2, cases: 1, clean: 0 })
  })

  test('tells in a case which other records are of the same person, and ranks nobody by that', async () => {
    const row = (id: string, name: string) =>
      `${id},${name},1962-10-07,kim@example.org,+4930123456\n`
    const head = 'id,name,birthDate,email,phone\n'
    writeFileSync(join(folder.path, 'applied.csv'), head + row('a1', 'Testa6name Example'))
    const other = 'b2,Jonas Beispiel,1990-01-02,jonas@example.org,+4930999999\n'
    const staff = head + row('b1', 'Testa6 Ex') + other
    writeFileSync(join(folder.path, 'staff.csv'), staff)
    const words = ['check', 'applied.csv', 'staff.csv', '--lists', 'lists', '--report', 'same.html']
    const answer = JSON.parse((await run([...words, '--format', 'json'])).stdout)
    expect(answer.counts).toMatchObject({ subjects: 3, cases: 1, clean: 1 })
    const [{ subjects, why, findings }] = answer.cases
    expect(subjects).toEqual(['a1', 'b1'])
    const bits = (claim: string) =>
      findings.find((each: { claim: string }) => each.claim === claim).weight.bits
    expect(why).toContain(`heaviest finding +${bits('is_designated').toFixed(3)} bits`)
    expect(bits('same_person')).toBeGreaterThan(0)
    expect(readFileSync(join(folder.path, 'same.html'), 'utf8')).toContain('a1 and b1</bdi>')
  })

  test('takes a file whose columns only a map explains', async () => {
    const file = '\uFEFFVoller Name;Geboren\nTesta6name Example;07.10.1962\n'
    writeFileSync(join(folder.path, 'bewerber.csv'), file)
    const words = ['check', 'bewerber.csv', '--lists', 'lists', '--format', 'json', '--no-report']
    const { exit, stdout } = await run([...words, '--map', 'name=Voller Name,birthDate=Geboren'])
    expect(exit).toBe(0)
    expect(JSON.parse(stdout).cases[0]).toMatchObject({ title: 'Testa6name Example' })
    expect((await run(words)).stderr).toContain('kind-unknown')
  })

  test('says which states a case touches and who owes what, in answer, table and report', async () => {
    type Touch = { state: string | null; by: string; paragraphs: string[] }
    const touchesOf = (stdout: string): Touch[] => JSON.parse(stdout).cases[0].touches
    const own = ['--set', 'organisation.state=kor', '--report', 'owed.html']
    const [plain, told] = [await check('--no-report'), await check(...own)]
    expect(touchesOf(plain.stdout)).toMatchObject([{ state: null, by: 'holder' }])
    const [touch] = touchesOf(told.stdout)
    expect(touch).toMatchObject({ state: 'KOR', by: 'organisation_state' })
    expect(touch?.paragraphs).toContain('1718 OP8(d)')
    expect(readFileSync(join(folder.path, 'owed.html'), 'utf8')).toContain('Republic of Korea')
    const words = ['check', 'people.csv', '--lists', 'lists', '--format', 'table', '--no-report']
    expect((await run(words)).stdout).toContain('Whoever holds something of them')
  })

  test('refuses an organisation of a state that is no member', async () => {
    const { exit, stderr } = await check('--set', 'organisation.state=XYZ', '--no-report')
    expect(exit).toBe(2)
    expect(stderr).toContain('XYZ is not the code of a member state')
  })

  test('keeps the report to its owner', async () => {
    await check('--report', 'own.html')
    expect(statSync(join(folder.path, 'own.html')).mode & 0o077).toBe(0)
  })

  test('writes no report where none is wanted, and no workspace is left', async () => {
    const { stderr } = await check('--no-report')
    expect(stderr).not.toContain('report:')
    expect(stderr).toContain('temporary')
  })

  test('keeps findings in a workspace, where an unchanged run writes nothing', async () => {
    const words = [
      'check',
      'people.csv',
      '--workspace',
      'ws',
      '--lists',
      'lists',
      '--format',
      'json',
    ]
    const count = async () => {
      const sql =
        'select (select count(*) from finding) as n, (select count(*) from finding_log) as log'
      return (await run(['sql', sql, '--workspace', 'ws', '--format', 'csv'])).stdout
    }
    const first = await run(words)
    const before = await count()
    expect((await run(words)).stdout).toBe(first.stdout)
    expect(await count()).toBe(before)
  })

  test('the facts of every finding are statements of the workspace', async () => {
    const sql =
      'select count(*) as n from (select unnest(facts) as fact from evidence) where fact not in (select id from statement)'
    const { stdout } = await run(['sql', sql, '--workspace', 'ws', '--format', 'csv'])
    expect(stdout).toBe('n\n0\n')
  })
})

test('muster demo runs the main job on made-up people', async () => {
  const { exit, stdout, stderr } = await run([
    'demo',
    'shown',
    '--accounts',
    '400',
    '--format',
    'json',
  ])
  expect(exit).toBe(0)
  expect(JSON.parse(stdout).cases.length).toBeGreaterThan(3)
  expect(stderr).toContain('made up')
  expect(readFileSync(join(folder.path, 'shown', 'muster-report.html'), 'utf8')).toContain(
    '</html>',
  )
})
