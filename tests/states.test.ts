import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DutyAnswer, StatusAnswer } from '../src/obligations/index.ts'
import { makeFolder, muster } from './program.ts'

const folder = makeFolder()
const cwd = folder.path
const env = { MUSTER_NOW: '2026-11-24T00:00:00Z' }
const head =
  'id,state,cohort,prop,lo,hi,unit,kind,valid_from,valid_to,known,origin,carrier,reliability,credibility,relation,target,text'

beforeAll(() => {
  const rows = [
    'a,NPL,,sighting,,,,,2020-02-01,2020-02-01,2020-02-02,agency,wire,B,2,,,workers at a site',
    'b,NPL,,sighting,,,,,2020-02-03,2020-02-03,2020-02-04,daily,,C,2,,,workers at another site',
    'c,NPL,,sighting,,,,,2020-02-03,2020-02-03,,daily,,C,2,,,no date',
  ]
  writeFileSync(join(cwd, 'notes.csv'), `${[head, ...rows].join('\n')}\n`)
})
afterAll(() => folder.remove())

const run = (line: string, input?: string) =>
  muster(line.split(' '), { cwd, env, ...(input === undefined ? {} : { input }) })

type Answer = StatusAnswer & { readonly duties: readonly DutyAnswer[] }

const ask = async (line: string, input?: string): Promise<readonly Answer[]> =>
  JSON.parse((await run(`states ${line} --format json`, input)).stdout)

describe('muster states', () => {
  test('answers for 193 states in the order of their codes, with the fields of the contract', async () => {
    const all = await ask('--on 2020-04-01')
    const codes = all.map(({ state }) => state)
    expect(codes.length).toBe(193)
    expect(codes).toEqual([...new Set(codes)].sort())
    for (const one of all) {
      const fields = 'state label axes headcount proof contradictions flips duties'
      expect(Object.keys(one).join(' ')).toBe(fields)
      expect(Object.keys(one.axes)).toEqual(['reporting', 'presence', 'authorisation', 'excuse'])
      expect(Object.keys(one.axes.reporting)).toEqual(['midterm', 'final'])
      expect(Object.keys(one.headcount)).toEqual(['lo', 'hi'])
    }
  })

  test('without the register, knows nothing of any state', async () => {
    const all = await ask('--no-register')
    expect(new Set(all.map(({ label }) => label))).toEqual(new Set(['no_information']))
    expect(all.flatMap(({ proof }) => proof)).toEqual([])
  })

  test('adds statements of a file, and tells of rows that it cannot read', async () => {
    const line = '--no-register --statements notes.csv --on 2020-06 NPL'
    const [npl] = await ask(line)
    expect(npl).toMatchObject({ label: 'breach_indicated', proof: ['a', 'b'] })
    const { stderr, exit } = await run(`states ${line} --format jsonl`)
    expect([exit, stderr]).toEqual([0, expect.stringContaining('no known date')])
  })

  test('uses nothing that was learned after the day of knowledge', async () => {
    const [npl] = await ask(
      'npl --no-register --statements notes.csv --on 2020-06 --known 2020-02-03',
    )
    expect(npl).toMatchObject({ label: 'no_information', axes: { presence: 'alleged' } })
  })

  test('gives the label of a flip when its statement is added', async () => {
    const line = 'NPL --on 2020-06-30 --known 2020-06-30'
    const [before] = await ask(line)
    expect(before?.flips.length).toBeGreaterThan(3)
    for (const { add, label } of before?.flips ?? []) {
      const [after] = await ask(`${line} --statements -`, `${JSON.stringify(add)}\n`)
      expect(after?.label).toBe(label)
    }
  })

  test('answers where a state stands under every other duty, and what one statement would change', async () => {
    const line = 'NPL --on 2018-06-30 --known 2018-06-30'
    const [before] = await ask(line)
    for (const one of before?.duties ?? [])
      expect(Object.keys(one).join(' ')).toBe('duty paragraph status due proof flips')
    const of = (answer: Answer | undefined, id: string) =>
      answer?.duties.find(({ duty }) => duty === id)
    expect(of(before, 'F-1718-8d')).toMatchObject({ status: 'owed', due: null, flips: [] })
    const report = of(before, 'R-2397-17')
    expect(report).toMatchObject({
      paragraph: '2397 OP17',
      status: 'unknown',
      due: '2018-03-22',
      proof: [],
    })
    expect(report?.flips.map(({ status }) => status)).toEqual(['filed', 'owed'])
    for (const { add, status } of report?.flips ?? []) {
      const [after] = await ask(`${line} --statements -`, `${JSON.stringify(add)}\n`)
      expect(of(after, 'R-2397-17')).toMatchObject({ status, proof: [add.id] })
    }
  })

  test('tells of the duties of one state, those of every member together', async () => {
    const { stdout } = await run('states QAT --format table')
    expect(stdout).toMatch(/2397 OP17 {2}unknown, due 2018-03-22 {2}\(must; R-2397-17\)/)
    expect(stdout).toMatch(/st-qat-implementation-report .*of which\s+resolution\s+is not told/)
    expect(stdout).toContain('owed, as by every member: 1718 OP8(a)(i)')
    expect(stdout).not.toMatch(/owed, as by every member: [^:]*2087 OP10/)
  })

  test('shows the whole proof of one state', async () => {
    const { stdout } = await run('states RUS --on 2020-04-01 --known 2020-04-01 --format table')
    expect(stdout).toContain('label  overdue_admitted: the state itself says that workers remain')
    expect(stdout).toMatch(/st-rus-remaining-2020-03 {2}B2 {2}RUS-final-report, by nknews/)
    expect(stdout).toContain('authorisation  visa_switch_indicated')
    expect(stdout).toContain('it would be resolved if at least 389 workers returned in between')
    expect(stdout).toContain('breach_documented: if workers are found present')
  })

  test('tells what is said and bears on nothing, and why', async () => {
    const { stdout } = await run('states POL --format table')
    expect(stdout).toMatch(/st-pol-none-2019 .*\(lapsed after 12 months\)/)
  })

  test('is a table of all states where none is named', async () => {
    const { stdout, stderr } = await run('states --format table')
    expect(stdout.split('\n').filter((line) => line.startsWith('RUS'))).toHaveLength(1)
    expect(stderr).toContain('no_information is never a clean bill')
  })

  test.each([
    ['states XYZ', 'XYZ is not the code of a member state'],
    ['states --on yesterday', '--on yesterday is no date'],
    ['states --known 2020-02-30', '--known 2020-02-30 is no date'],
    ['states --statements nowhere.csv', 'nowhere.csv'],
  ])('refuses %s', async (line, says) => {
    const { exit, stderr } = await run(line)
    expect([exit, stderr]).toEqual([2, expect.stringContaining(says)])
  })
})
