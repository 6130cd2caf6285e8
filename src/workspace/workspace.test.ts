import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sql } from '../engine/index.ts'
import {
  createWorkspace,
  dump,
  findWorkspace,
  openTemporaryWorkspace,
  openWorkspace,
  type WorkspaceHints,
} from './index.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-workspace-'))
})

afterEach(() => rm(folder, { recursive: true }))

test('a workspace that was made can be opened again and is not made twice', async () => {
  const made = await createWorkspace(join(folder, 'new', 'ws'))
  await made.close()
  await expect(createWorkspace(made.dir)).rejects.toMatchObject({ code: 'workspace-exists' })
  const opened = await openWorkspace(made.dir)
  expect(opened).toMatchObject({ dir: made.dir, temporary: false })
  await opened.close()
})

test('a folder without muster.toml is no workspace', async () => {
  await expect(openWorkspace(folder)).rejects.toMatchObject({
    code: 'workspace-missing',
    hint: `run: muster init ${folder}`,
  })
})

test('the tables of the contract can be asked, and are empty at first', async () => {
  const workspace = await createWorkspace(folder)
  const shape = sql`
    select table_name || '(' || string_agg(column_name, ', ' order by ordinal_position) || ')' as line
    from information_schema.columns group by table_name order by table_name`
  const lines: unknown[] = []
  for await (const { line } of workspace.engine.query(shape)) lines.push(line)
  expect(lines).toMatchInlineSnapshot(`
    [
      "case_file(id, title, subjects, rank, why, marking, findings, run)",
      "case_log(id, title, subjects, rank, why, marking, findings, run, state, ord)",
      "decision(id, time, who, what, target, why)",
      "entity(id, source, schema, key, ord)",
      "evidence(finding, feature, outcome, left_value, right_value, bits, grp, facts, innocent, how, ord)",
      "evidence_log(finding, revision, feature, outcome, left_value, right_value, millibits, grp, facts, innocent, how, ord)",
      "finding(id, revision, question, claim, subjects, weight, run)",
      "finding_log(id, revision, question, claim, subjects, weight, run, state, ord)",
      "flow_address(number, text)",
      "flow_asset(number, asset, moves, blocks, total)",
      "flow_extent(transfers, sorted)",
      "flow_move(asset, place, src, dst, high, low, kind, time, origin)",
      "flow_unvalued(asset, transfers)",
      "label(address, kind, category, label, origin, confidence, valid_from, valid_to, said, actor, source, place, ord)",
      "list_version(list, version, date, entries, sha256, files, sources, format, state, why, ord)",
      "listed_value(kind, value, known, name, source, place, ord)",
      "muster(layout)",
      "observation(account, channel, kind, value, first_seen, last_seen, count, source, row, original, flaw)",
      "rejected(source, place, reason, text, ord)",
      "ring_log(ring, accounts, millibits, shared, past, run, state, ord)",
      "run(id, question, lists, sources, settings, asked, found)",
      "source(id, path, sha256, kind, bytes, learned, list)",
      "state_statement(id, state, cohort, prop, lo, hi, unit, kind, valid_from, valid_to, known, origin, carrier, reliability, credibility, relation, target, text, source, place, ord)",
      "statement(id, source, place, learned, entity, schema, prop, value, lang, original, valid_from, valid_to, grade, marking, ord)",
      "transfer(seq, time, tx, src, dst, asset, amount, kind, source, row, block, position)",
    ]
  `)
  const rows: string[] = []
  for await (const row of dump(workspace)) rows.push(row)
  expect(rows).toEqual(['muster\t{"layout":1}'])
  await workspace.close()
})

test('several programs may read a workspace that nobody writes', async () => {
  await (await createWorkspace(folder)).close()
  const reading = await openWorkspace(folder, { readOnly: true })
  const change = reading.engine.transaction((session) => session.run(sql`delete from source`))
  await expect(change).rejects.toMatchObject({ code: 'sql-failed' })
  await reading.close()
})

test('a workspace of a newer layout is left alone', async () => {
  const workspace = await createWorkspace(folder)
  await workspace.engine.transaction((session) => session.run(sql`update muster set layout = 99`))
  await workspace.close()
  await expect(openWorkspace(folder)).rejects.toMatchObject({ code: 'workspace-newer' })
  // The file was closed again.
  await expect(openWorkspace(folder)).rejects.toMatchObject({ code: 'workspace-newer' })
})

test('a temporary workspace leaves nothing behind', async () => {
  const workspace = await openTemporaryWorkspace()
  expect(workspace.temporary).toBe(true)
  await workspace.close()
  await expect(openWorkspace(workspace.dir)).rejects.toMatchObject({ code: 'workspace-missing' })
})

test.each<[string, (dir: string) => WorkspaceHints, string | undefined]>([
  ['the flag first', (dir) => ({ flag: 'a', env: { MUSTER_WORKSPACE: 'b' }, cwd: dir }), 'a'],
  ['then the environment', (dir) => ({ env: { MUSTER_WORKSPACE: 'b' }, cwd: dir }), 'b'],
  ['then a parent', (dir) => ({ env: { MUSTER_WORKSPACE: '' }, cwd: join(dir, 'x', 'y') }), '.'],
  ['else nothing', (dir) => ({ env: {}, cwd: join(dir, '..') }), undefined],
])('a workspace is looked for: %s', async (_, hints, found) => {
  await writeFile(join(folder, 'muster.toml'), '')
  expect(findWorkspace(hints(folder))).toBe(found === undefined ? undefined : join(folder, found))
})
