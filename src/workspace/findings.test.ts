import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Row, type Sql, sql } from '../engine/index.ts'
import {
  type Case,
  caseId,
  type EntityId,
  type Evidence,
  type Finding,
  finding,
  sumMillibits,
} from '../model/index.ts'
import {
  dump,
  keepCases,
  keepFindings,
  openTemporaryWorkspace,
  type Run,
  toRun,
  type Workspace,
} from './index.ts'

let workspace: Workspace
beforeEach(async () => {
  workspace = await openTemporaryWorkspace()
})
afterEach(() => workspace.close())

const ask = async (query: Sql): Promise<Row[]> => {
  const rows: Row[] = []
  for await (const row of workspace.engine.query(query)) rows.push(row)
  return rows
}
const dumped = async (): Promise<string[]> => {
  const lines: string[] = []
  for await (const line of dump(workspace)) lines.push(line)
  return lines
}

const runOf = (version: string): Run =>
  toRun({
    question: 'screening',
    lists: [`un ${version}`],
    sources: [],
    settings: { 'min-bits': 8 },
  })
const first = runOf('2025-04-19')
const second = runOf('2026-02-27')

const piece = (feature: string, millibits: number): Evidence => ({
  feature,
  outcome: millibits > 0 ? 'agree' : 'differ',
  left: 'left',
  millibits,
  group: feature,
  facts: ['st-1', 'st-2'],
})
const found = (subject: string, ...evidence: readonly Evidence[]): Finding =>
  finding({
    question: 'screening',
    claim: 'is_designated',
    subjects: [subject as EntityId, 'designation:un/KPi.001' as EntityId],
    weight: { kind: 'bits', prior: -9966, total: sumMillibits(evidence) - 9966 },
    evidence,
  })
const ann = found('person:staff/1', piece('name', 12_345), piece('birthDate', -1001))
const bea = found('person:staff/2', piece('name', 9000))
const keep = (run: Run, ...findings: Finding[]) =>
  keepFindings(workspace, run, findings, { asked: () => 3 })

test('bits of a finding and its evidence add up in the tables', async () => {
  expect(await keep(first, ann, bea)).toEqual({
    found: 2,
    added: 2,
    changed: 0,
    unchanged: 0,
    gone: 0,
  })
  expect(
    await ask(sql`
      select f.id, f.claim, f.subjects, f.run, f.weight, sum(e.bits) as bits,
        cast(f.weight->>'$.total' as decimal(18, 3)) - cast(f.weight->>'$.prior' as decimal(18, 3)) as told
      from finding f join evidence e on e.finding = f.id group by all order by f.subjects`),
  ).toMatchObject([
    {
      id: ann.id,
      claim: 'is_designated',
      subjects: ann.subjects,
      run: first.id,
      weight: '{"kind":"bits","prior":-9.966,"total":1.378}',
      bits: 11.344,
      told: 11.344,
    },
    { id: bea.id, bits: 9, told: 9 },
  ])
  expect(await ask(sql`select * from run`)).toEqual([
    {
      id: first.id,
      question: 'screening',
      lists: ['un 2025-04-19'],
      sources: [],
      settings: '{"min-bits":8}',
      asked: 3,
      found: 2,
    },
  ])
})

test('to find the same again writes nothing', async () => {
  await keep(first, ann, bea)
  const before = await dumped()
  expect(await keep(first, bea, ann)).toMatchObject({ added: 0, changed: 0, unchanged: 2, gone: 0 })
  expect(await dumped()).toEqual(before)
})

test('a changed finding is added, a gone one leaves the view, and the log keeps both', async () => {
  await keep(first, ann, bea)
  const changed = found('person:staff/1', piece('name', 12_345), piece('birthDate', 4000))
  expect(await keep(second, changed)).toMatchObject({ added: 0, changed: 1, gone: 1 })
  expect(await ask(sql`select id, revision, run from finding`)).toEqual([
    { id: ann.id, revision: changed.revision, run: second.id },
  ])
  expect(await ask(sql`select feature, bits from evidence order by ord`)).toEqual([
    { feature: 'name', bits: 12.345 },
    { feature: 'birthDate', bits: 4 },
  ])
  expect(await ask(sql`select id, state, run from finding_log order by ord`)).toEqual([
    { id: ann.id, state: 'held', run: first.id },
    { id: bea.id, state: 'held', run: first.id },
    { id: ann.id, state: 'held', run: second.id },
    { id: bea.id, state: 'gone', run: second.id },
  ])
})

test('a finding that comes back as it was shows its evidence once', async () => {
  await keep(first, ann)
  await keep(second)
  expect(await ask(sql`select id from finding`)).toEqual([])
  expect(await keep(first, ann)).toMatchObject({ added: 1 })
  expect(await ask(sql`select count(*) as n from evidence`)).toEqual([{ n: 2 }])
})

test('findings of another question are left alone', async () => {
  await keep(first, ann)
  const other = toRun({ question: 'identity', lists: [], sources: [], settings: {} })
  await keep(other)
  expect(await ask(sql`select id from finding`)).toEqual([{ id: ann.id }])
})

test('cases are kept as they change, and closed ones leave the view', async () => {
  const opened = (subject: string, rank: number): Case => ({
    id: caseId([subject as EntityId]),
    title: subject,
    subjects: [subject as EntityId],
    findings: [ann.id],
    priority: { rank, why: 'by bits' },
    marking: 'RED',
  })
  const [a, b] = [opened('person:staff/1', 1), opened('person:staff/2', 2)]
  expect(await keepCases(workspace, first, [a, b])).toEqual({ written: 2, closed: 0 })
  const before = await dumped()
  expect(await keepCases(workspace, first, [a, b])).toEqual({ written: 0, closed: 0 })
  expect(await dumped()).toEqual(before)
  expect(await keepCases(workspace, second, [opened('person:staff/2', 1)])).toEqual({
    written: 1,
    closed: 1,
  })
  expect(await ask(sql`select id, title, rank, marking, findings, run from case_file`)).toEqual([
    { id: b.id, title: b.title, rank: 1, marking: 'RED', findings: [ann.id], run: second.id },
  ])
})
