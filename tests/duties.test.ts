import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeFolder, muster } from './program.ts'

const folder = makeFolder()
const cwd = folder.path
const env = { MUSTER_NOW: '2026-11-24T00:00:00Z' }
const developer = {
  worker_state: 'RUS',
  nationality_stated: 'UKR',
  client_state: 'USA',
  payer_state: 'gbr',
  exchange_state: 'ARE',
}

beforeAll(() => {
  writeFileSync(join(cwd, 'case.json'), JSON.stringify(developer))
  writeFileSync(join(cwd, 'nobody.json'), '{"flag_state": "PRK", "exchange_state": "TWN"}')
  writeFileSync(join(cwd, 'odd.json'), '{"worker": "RUS", "client_state": "Wonderland"}')
  writeFileSync(join(cwd, 'broken.json'), 'worker_state: RUS')
  writeFileSync(join(cwd, 'case.yaml'), 'worker_state: RUS\nclient_state: USA # the firm\n')
  writeFileSync(join(cwd, 'broken.yml'), 'worker_state: [RUS\n')
})
afterAll(() => folder.remove())

const run = (line: string, input?: string) =>
  muster(line.split(' '), { cwd, env, ...(input === undefined ? {} : { input }) })

describe('muster duties --facts', () => {
  test('answers with who owes what, by paragraph, and what each line rests on', async () => {
    const { stdout, exit, stderr } = await run('duties --facts case.json --format json')
    const lines = JSON.parse(stdout)
    expect([exit, stderr]).toEqual([0, ''])
    expect(Object.keys(lines[0]).slice(0, 5)).toEqual([
      'bearer',
      'duty',
      'paragraph',
      'condition',
      'facts',
    ])
    expect(lines[0]).toMatchObject({
      bearer: 'RUS',
      duty: 'W-2397-08a',
      paragraph: '2397 OP8',
      condition:
        'if shown to be a DPRK national and if the worker earns income in its jurisdiction',
      facts: ['worker_state'],
    })
    expect(lines.some(({ bearer }: { bearer: string }) => bearer === 'GBR')).toBe(true)
  })

  test('reads standard input and narrows to a resolution or topic', async () => {
    const { stdout } = await run('duties --facts - --res 2397', JSON.stringify(developer))
    expect(stdout.trimEnd().split('\n').length).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ duty: 'W-2397-08a', due: '2019-12-22' })
  })

  test('tells a case to a reader by bearer', async () => {
    const { stdout } = await run('duties --facts case.json --format table')
    expect(stdout).toMatch(/^RUS, as worker_state\n {2}2397 OP8 +must, by 2019-12-22 – return: /)
    expect(stdout).toMatch(/\n\nUSA, as client_state\n/)
  })

  test('leaves out what is not in force on the day asked about', async () => {
    const early = JSON.stringify({ ...developer, on: '2017-12-21' })
    const { stdout } = await run('duties --facts - --topic worker', early)
    const found = stdout.trimEnd().split('\n')
    expect(found.map((line) => JSON.parse(line).paragraph)).toEqual([
      '2375 OP17',
      '2371 OP11',
      '2321 OP34',
    ])
  })

  test('says who is not bound, and that nothing was found', async () => {
    const { stdout, stderr, exit } = await run('duties --facts nobody.json --format json')
    expect([stdout, exit]).toEqual(['[]\n', 0])
    expect(stderr).toMatch(/exchange_state TWN brings no duty: no member state/)
    expect(stderr).toMatch(/flag_state PRK brings no duty: its own/)
    expect(stderr).toMatch(/these facts bring no duty/)
  })

  test('reads facts of YAML as well', async () => {
    const { exit, stdout } = await run('duties --facts case.yaml --format json')
    expect(exit).toBe(0)
    const bearers = (JSON.parse(stdout) as { bearer: string }[]).map(({ bearer }) => bearer)
    expect(bearers).toEqual(expect.arrayContaining(['RUS', 'USA']))
  })

  test.each([
    ['odd.json', 1, /worker is no fact that is known[\s\S]*client_state is "Wonderland"/],
    ['broken.json', 1, /broken\.json is no JSON/],
    ['broken.yml', 1, /broken\.yml is no YAML/],
    ['missing.json', 2, /missing\.json/],
  ])('refuses %s', async (file, code, says) => {
    const { exit, stdout, stderr } = await run(`duties --facts ${file}`)
    expect([exit, stdout]).toEqual([code, ''])
    expect(stderr).toMatch(says)
  })
})

describe('muster duties', () => {
  test('lists 189 duties, or those of one topic, as a table and as records', async () => {
    const all = await run('duties --format jsonl')
    expect(all.stdout.trimEnd().split('\n').length).toBe(189)
    const table = await run('duties --topic cyber --format table')
    expect(table.stdout).toMatch(/^id {6}paragraph {2}force[^\n]*\n─[^\n]*\nC-none {2}none/)
    const csv = await run('duties --res 2397 --topic worker --format csv')
    expect(csv.stdout).toMatch(/^id,paragraph,force,topic,due,act,bearer,says[\s\S]*\nW-2397-08a,/)
  })

  test('shows a duty whole, with what is our reading apart', async () => {
    const { stdout } = await run('duties W-2397-08a M-1874-18 --format table')
    expect(stdout).toMatch(/^2397 OP8 {2}must {2}W-2397-08a\n/)
    expect(stdout).toMatch(/\n {2}due +2019-12-22 \(adoption\+24m\), and after that still\n/)
    expect(stdout).toMatch(/\n {2}our reading +binding since 2094 OP11 \(M-2094-11\)/)
    expect(stdout).toContain('https://docs.un.org/en/S/RES/2397(2017)')
  })

  test('shows deadlines up to today', async () => {
    const { stdout } = await run('duties --calendar --topic worker --format csv')
    expect(stdout).toBe(
      [
        'date,what,paragraph,duty,force,bearer,act,for',
        '2019-12-22,due,2397 OP8,W-2397-08a,must,every member state,return: DPRK nationals who earn income in the jurisdiction,',
        '2019-12-22,due,2397 OP8,W-2397-08b,must,every member state,return: DPRK safety-oversight attachés who watch workers abroad,',
        '',
      ].join('\n'),
    )
  })

  test.each([
    ['--res 2398', /--res 2398[\s\S]*2397/],
    ['--topic work', /--topic work[\s\S]*worker/],
    ['W-9999', /no duty has the id W-9999/],
    ['--facts case.json --calendar', /not both/],
  ])('does not understand %s', async (words, says) => {
    const { exit, stdout, stderr } = await run(`duties ${words}`)
    expect([exit, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(says)
  })
})
