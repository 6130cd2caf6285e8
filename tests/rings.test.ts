import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeFolder, muster } from './program.ts'

const folder = makeFolder()
const cwd = folder.path
afterAll(() => folder.remove())

const countries = ['us', 'de', 'in', 'ua', 'br', 'jp', 'pl', 'ng']
const ids = Array.from({ length: 120 }, (_, i) => `acc-${i}`)

/** Accounts with things of their own, and five that one operator runs. */
beforeAll(() => {
  const accounts = ids.map(
    (id, i) =>
      `${id},Given${i} Family${i},19${60 + (i % 40)}-03-0${1 + (i % 9)},${countries[i % 8]},Street ${i}`,
  )
  writeFileSync(
    join(cwd, 'accounts.csv'),
    `id,name,birthDate,country,address\n${accounts.join('\n')}\n`,
  )
  const seen = (id: number, kind: string, value: string): string =>
    `acc-${id},${kind},${value},2025-01-01T00:00:00Z,2025-06-01T00:00:00Z,3`
  const rows = [
    ...ids.map((_, i) => seen(i, 'device', `own-device-${i}`)),
    ...[11, 22, 33, 44].map((i) => seen(i, 'device', 'shared-device-77')),
    ...[11, 22, 55].map((i) => seen(i, 'payout', 'shared-payout-88')),
    ...[33, 44, 55].map((i) => seen(i, 'recovery_email', 'shared.mailbox@example.org')),
    ...[11, 33].map((i) => seen(i, 'document_image', 'shared-scan-99')),
    ...[22, 44, 55].map((i) => seen(i, 'cv', 'shared-text-66')),
    'acc-1,aura,blue,2025-01-01T00:00:00Z,,1',
  ]
  writeFileSync(
    join(cwd, 'seen.csv'),
    `account,kind,value,first_seen,last_seen,count\n${rows.join('\n')}\n`,
  )
})

const run = (...words: string[]) =>
  muster(['rings', 'accounts.csv', '--observations', 'seen.csv', ...words], { cwd })

const members = [11, 22, 33, 44, 55].map((i) => `acc-${i}`)

describe('muster rings', () => {
  test('writes which account is in which ring', async () => {
    const { exit, stdout } = await run('--format', 'csv')
    const [header, ...rows] = stdout
      .trim()
      .split('\n')
      .map((line) => line.split(','))
    expect(exit).toBe(0)
    expect(header).toEqual(['account', 'ring', 'bits'])
    expect(rows.map(([account]) => account)).toEqual(members)
    expect(new Set(rows.map(([, ring]) => ring)).size).toBe(1)
    for (const [, , bits] of rows) expect(bits).toMatch(/^\d+\.\d{3}$/)
  })

  test('takes several files of observations, and files in any order', async () => {
    const [header, ...rows] = readFileSync(join(cwd, 'seen.csv'), 'utf8').trim().split('\n')
    writeFileSync(join(cwd, 'seen-1.csv'), `${[header, ...rows.slice(0, 130)].join('\n')}\n`)
    writeFileSync(join(cwd, 'seen-2.csv'), `${[header, ...rows.slice(130)].join('\n')}\n`)
    const whole = await run('--format', 'csv')
    const observed = ['--observations', 'seen-1.csv', 'seen-2.csv']
    const orders = [
      ['accounts.csv', ...observed],
      [...observed, 'accounts.csv'],
      ['accounts.csv', 'seen-2.csv', '--observations', 'seen-1.csv'],
    ]
    for (const words of orders) {
      const { exit, stdout } = await muster(['rings', '--format', 'csv', ...words], { cwd })
      expect(exit).toBe(0)
      expect(stdout).toBe(whole.stdout)
    }
  })

  test('tells programs all that speaks for a ring and against it', async () => {
    const { stdout } = await run('--format', 'jsonl')
    const [ring, ...more] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(more).toEqual([])
    expect(ring.accounts).toEqual(members)
    expect(ring.low).toBeLessThan(ring.bits)
    expect(ring.high).toBeGreaterThan(ring.bits)
    expect(ring.channels).toEqual(['endpoint', 'money', 'contact', 'paper', 'artefact'])
    expect(ring.linked_rings).toEqual([])
    expect(ring.values.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
      'cv',
      'device',
      'document_image',
      'payout',
      'recovery_email',
    ])
    const device = ring.values.find(({ kind }: { kind: string }) => kind === 'device')
    expect(device).toMatchObject({ value: 'shared-device-77', held_by: 4, in_ring: 4 })
    expect(device.rows.map(({ row }: { row: number }) => row)).toEqual([121, 122, 123, 124])
    const parts = [
      ring.prior,
      ring.rival.bits,
      ...[...ring.stated, ...ring.values].map(({ bits }) => bits),
    ]
    expect(Math.round(parts.reduce((sum, part) => sum + part * 1000, 0))).toBe(
      Math.round(ring.bits * 1000),
    )
  })

  test('masks values in the table unless they are asked for', async () => {
    const masked = await run('--format', 'table')
    expect(masked.stdout).toContain('acc-55')
    expect(masked.stdout).not.toMatch(/shared-device-77|shared\.mailbox/)
    expect(masked.stdout).toContain('s…@example.org')
    const open = await run('--format', 'table', '--show-values')
    expect(open.stdout).toContain('shared-device-77')
  })

  test('gives the same bytes in any order of rows', async () => {
    const turn = (name: string) => {
      const [header, ...rows] = readFileSync(join(cwd, name), 'utf8').trim().split('\n')
      writeFileSync(join(cwd, `turned-${name}`), `${[header, ...rows.reverse()].join('\n')}\n`)
    }
    for (const name of ['accounts.csv', 'seen.csv']) turn(name)
    const words = ['rings', 'turned-accounts.csv', '--observations', 'turned-seen.csv']
    const turned = await muster([...words, '--format', 'csv'], { cwd })
    expect(turned.stdout).toBe((await run('--format', 'csv')).stdout)
  })

  test('keeps the names of an earlier answer', async () => {
    await run('--format', 'jsonl', '-o', 'last.jsonl')
    const named = readFileSync(join(cwd, 'last.jsonl'), 'utf8').replace(
      /ring-[0-9a-f]{12}/,
      'ring-of-old',
    )
    writeFileSync(join(cwd, 'named.jsonl'), named)
    const { stdout } = await run('--previous', 'named.jsonl', '--format', 'csv')
    expect(stdout).toContain('acc-11,ring-of-old,')
  })

  test('refuses an earlier answer that is none, with its line', async () => {
    writeFileSync(join(cwd, 'none.jsonl'), '{"ring":1}\n')
    const { exit, stderr } = await run('--previous', 'none.jsonl')
    expect(exit).toBe(1)
    expect(stderr).toContain('none.jsonl line:1')
  })

  test('keeps rows that it cannot read', async () => {
    const { stderr } = await run('--format', 'csv', '--rejected', 'rejected.jsonl')
    expect(stderr).toMatch(/1 rows could not be read/)
    expect(readFileSync(join(cwd, 'rejected.jsonl'), 'utf8')).toContain('aura')
  })

  test('exits with 3 where it is asked to fail on findings', async () => {
    expect((await run('--format', 'csv', '--fail-on', 'findings')).exit).toBe(3)
  })
})

describe('what people decided about groups', () => {
  const decide = (name: string, rows: readonly string[], columns: string) =>
    writeFileSync(join(cwd, name), `${columns}\n${rows.join('\n')}\n`)
  const all = 'account,ring,decision,explanation,decided'
  const jsonLines = (text: string) =>
    text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))

  test('stands beside the ring, and each weight is told before and after', async () => {
    decide(
      'confirmed.csv',
      members.map((id) => `${id},case-1`),
      'account,ring',
    )
    const words = ['--decided', 'confirmed.csv', '--weights', 'weights.jsonl', '--format', 'jsonl']
    const { stdout, stderr } = await run(...words)
    expect(JSON.parse(stdout).decided).toEqual([
      { group: 'case-1', decision: 'confirmed', explanation: null, accounts: 5 },
    ])
    expect(stderr).toMatch(/1 confirmed rings and 0 cleared groups move \d+ of \d+ weights/)
    const weights = jsonLines(readFileSync(join(cwd, 'weights.jsonl'), 'utf8'))
    const of = (kind: string, rival: string) =>
      weights.find((row) => row.kind === kind && row.rival === rival)
    expect(of('device', 'household')).toEqual({
      kind: 'device',
      rival: 'household',
      before: 0.5,
      after: expect.closeTo(0.5 + Math.log2(4.8 / 4.6), 2),
      confirmed: { groups: 1, share: 0.8 },
      cleared: { groups: 0, share: 0 },
    })
    const key = of('ssh_key', 'household')
    expect(key.after).toBe(key.before)
  })

  test('leaves out what was cleared, and says so', async () => {
    decide(
      'cleared.tsv',
      members.map((id) => `${id}\tflat 7\tcleared\thousehold\t2025-06-30`),
      all.replaceAll(',', '\t'),
    )
    const { stdout, stderr } = await run('--decided', 'cleared.tsv', '--format', 'csv')
    expect(stdout).toBe('account,ring,bits\n')
    expect(stderr).toContain(
      'left out: 5 accounts, cleared as flat 7 (household); 0.0 bits are new',
    )
  })

  test('shows it again where it was cleared before most of it was seen', async () => {
    decide(
      'early.csv',
      members.map((id) => `${id},flat 7,cleared,household,2024-12-31`),
      all,
    )
    const { stdout } = await run('--decided', 'early.csv', '--format', 'table')
    expect(stdout).toMatch(/5 of its accounts are of flat 7, which was cleared as household/)
    expect(stdout).toMatch(/shown again: \+\d+\.\d bits are new/)
  })

  test('changes nothing where no row can be read, and keeps those rows', async () => {
    const rows = [
      ',r1,,,',
      'acc-1,,,,',
      'acc-1,r2,maybe,,',
      'acc-1,r3,cleared,,',
      'acc-1,r4,cleared,aunt,',
      'acc-1,r5,confirmed,household,',
      'acc-1,r6,,,30.11.2026',
      'acc-1,r7,,,2026-02-30',
      'acc-1,r8,cleared,person,',
      'acc-1,r9,cleared,person,',
      'acc-2,r9,confirmed,,',
      'acc-1,r10',
    ]
    decide('faults.csv', rows, all)
    const words = ['--decided', 'faults.csv', '--rejected', 'faults.jsonl', '--format', 'jsonl']
    const { stdout, stderr } = await run(...words)
    expect(stdout).toBe((await run('--format', 'jsonl')).stdout)
    const kept = jsonLines(readFileSync(join(cwd, 'faults.jsonl'), 'utf8')).filter(
      ({ file }) => file === 'faults.csv',
    )
    expect(kept.map(({ place }) => place).sort()).toEqual(rows.map((_, i) => `row:${i + 1}`).sort())
    expect(stderr).toContain('12 rows do not count')
    expect(stderr).toContain('0 confirmed rings and 0 cleared groups move 0 of')
  })

  test('is the same in any order of rows', async () => {
    const rows = [
      ...members.slice(0, 3).map((id) => `${id},case-1,confirmed,,`),
      ...members.slice(3).map((id) => `${id},case-2,cleared,chance,2024-12-31`),
      ...['acc-1', 'acc-2'].map((id) => `${id},case-0,cleared,person,`),
    ]
    decide('rows.csv', rows, all)
    decide('turned.csv', [...rows].reverse(), all)
    const told = async (name: string) => {
      const words = ['--decided', name, '--weights', `${name}.jsonl`, '--format', 'jsonl']
      return [(await run(...words)).stdout, readFileSync(join(cwd, `${name}.jsonl`), 'utf8')]
    }
    expect(await told('turned.csv')).toEqual(await told('rows.csv'))
  })

  test('tells which column is missing, and which accounts are gone', async () => {
    decide('column.csv', ['acc-1,x'], 'account,case')
    expect((await run('--decided', 'column.csv')).stderr).toContain('has no column ring')
    decide(
      'gone.csv',
      [...members, 'acc-999'].map((id) => `${id},case-1`),
      'account,ring',
    )
    expect((await run('--decided', 'gone.csv')).stderr).toContain('1 accounts of decided groups')
  })
})

describe('what has become of rings', () => {
  test('is written with the evidence gained and lost', async () => {
    const less = readFileSync(join(cwd, 'seen.csv'), 'utf8')
      .split('\n')
      .filter((line) => !line.includes('shared-text'))
    writeFileSync(join(cwd, 'seen-less.csv'), less.join('\n'))
    const early = ['rings', 'accounts.csv', '--observations', 'seen-less.csv']
    await muster([...early, '--format', 'jsonl', '-o', 'early.jsonl'], { cwd })
    const words = ['--previous', 'early.jsonl', '--changes', 'changes.jsonl', '--format', 'jsonl']
    const { stdout, stderr } = await run(...words)
    const change = JSON.parse(readFileSync(join(cwd, 'changes.jsonl'), 'utf8'))
    const ring = JSON.parse(stdout)
    expect(change.event).toBe('grown')
    expect(change.accounts).toEqual({ gained: [], lost: [] })
    expect(change.values).toEqual({
      gained: [{ kind: 'cv', value: 'shared-text-66', bits: expect.any(Number) }],
      lost: [],
    })
    expect(change.after).toEqual([{ ring: ring.ring, bits: ring.bits, accounts: 5 }])
    expect(ring.was).toEqual([{ ring: ring.ring, share: 1 }])
    expect(stderr).toContain(`1 grown: ${ring.ring}`)
  })

  test('is said to be nothing where nothing changed', async () => {
    await run('--format', 'jsonl', '-o', 'same.jsonl')
    expect((await run('--previous', 'same.jsonl')).stderr).toContain('no ring has changed')
  })

  test('is all new where the earlier answer has no ring', async () => {
    writeFileSync(join(cwd, 'no-rings.jsonl'), '')
    expect((await run('--previous', 'no-rings.jsonl')).stderr).toMatch(/1 new: ring-[0-9a-f]{12}\n/)
  })

  test('needs an earlier answer', async () => {
    const { exit, stderr } = await run('--changes', 'changes.jsonl')
    expect(exit).toBe(2)
    expect(stderr).toContain('--changes needs --previous')
  })
})

test('muster check opens a case for a ring, with its weight and what it rests on', async () => {
  const words = ['check', 'accounts.csv', 'seen.csv', '--format', 'json', '--no-report']
  const first = await muster(words, { cwd })
  const { cases } = JSON.parse(first.stdout)
  const ring = cases.find((each: { findings: { claim: string }[] }) =>
    each.findings.some(({ claim }) => claim === 'same_operator'),
  )
  expect(ring.subjects).toEqual([expect.stringMatching(/^ring-/)])
  const [{ weight, evidence }] = ring.findings
  const parts = evidence.reduce((sum: number, { bits }: { bits: number }) => sum + bits * 1000, 0)
  expect(Math.round(weight.prior * 1000 + parts)).toBe(Math.round(weight.bits * 1000))
  expect(
    evidence.find(({ feature }: { feature: string }) => feature === 'payout').facts,
  ).toHaveLength(3)
  expect((await muster(words, { cwd })).stdout).toBe(first.stdout)
})
