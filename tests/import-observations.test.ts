import { spawn } from 'node:child_process'
import { chmodSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeFolder, muster, program, type RunOptions, surroundings } from './program.ts'

const folder = makeFolder()
const cwd = folder.path
const many = 60_000

beforeAll(() => {
  const put = (name: string, text: string): void => writeFileSync(join(cwd, name), text)
  put('accounts.csv', 'id,name,email\na,Jonas Example,j@example.org\n')
  put(
    'seen.csv',
    `account,kind,value,first_seen,last_seen,count
a,phone,+82 70 1234 5678,2025-03-01T10:00:07Z,,2
b,ip,203.0.113.7:443,,2025-03-02,
b,iban,GB82 WEST 1234 5698 7654 31,,,
c,shoe,44,,,
`,
  )
  put('named.csv', 'who,what,it\na,device,d1\n')
  const rows = Array.from({ length: many }, (_, i) => `u${i % 999},device,d${i},2025-01-01,,`)
  put('many.csv', `account,kind,value,first_seen,last_seen,count\n${rows.join('\n')}\n`)
})
afterAll(() => folder.remove())

const run = (words: readonly string[], options: Partial<RunOptions> = {}) =>
  muster([...words, '--format', 'json'], {
    cwd,
    ...options,
    env: { MUSTER_NOW: '2026-11-24T00:00:00Z', ...options.env },
  })

const ask = async (workspace: string, query: string): Promise<unknown[]> =>
  JSON.parse((await run(['sql', query, '--workspace', workspace])).stdout)

const observations = 'select * exclude (source) from observation order by row'

describe('muster import of observations', () => {
  test('keeps values as they are compared, with the text of the file and what is wrong', async () => {
    const ran = await run(['import', 'accounts.csv', 'seen.csv', '--workspace', 'ws'])
    expect(ran.exit).toBe(0)
    expect(JSON.parse(ran.stdout)).toMatchObject([
      { path: 'accounts.csv', kind: 'subjects', entities: 1, state: 'new' },
      { path: 'seen.csv', kind: 'observations', observations: 3, rejected: 1, state: 'new' },
    ])
    const none = { first_seen: null, last_seen: null, count: 1, original: null, flaw: null }
    expect(await ask('ws', observations)).toEqual([
      {
        account: 'a',
        channel: 'contact',
        kind: 'phone',
        value: '+827012345678',
        first_seen: '2025-03-01T10:00:07Z',
        last_seen: '2025-03-01T10:00:07Z',
        count: 2,
        row: 1,
        original: '+82 70 1234 5678',
        flaw: null,
      },
      {
        ...none,
        account: 'b',
        channel: 'network',
        kind: 'ip',
        value: '203.0.113.7',
        first_seen: '2025-03-02',
        last_seen: '2025-03-02',
        row: 2,
        original: '203.0.113.7:443',
      },
      {
        ...none,
        account: 'b',
        channel: 'money',
        kind: 'iban',
        value: 'GB82WEST12345698765431',
        row: 3,
        original: 'GB82 WEST 1234 5698 7654 31',
        flaw: 'its check digits fail',
      },
    ])
    expect(await ask('ws', 'select place, reason, text from rejected')).toEqual([
      { place: 'row:4', reason: 'there is no kind of observation shoe', text: 'c,shoe,44,,,' },
    ])
  })

  test('changes nothing when the same file comes again', async () => {
    const again = await run(['import', 'seen.csv', '--workspace', 'ws'])
    expect(JSON.parse(again.stdout)).toMatchObject([{ observations: 0, state: 'held' }])
    expect(await ask('ws', observations)).toHaveLength(3)
  })

  test('knows columns of other names by the map, and takes standard input when told', async () => {
    const map = 'account=who,kind=what,value=it'
    const mapped = await run(['import', 'named.csv', '--map', map, '--workspace', 'named'])
    expect(JSON.parse(mapped.stdout)).toMatchObject([{ kind: 'observations', observations: 1 }])
    const piped = await run(['import', '-', '--as', 'observations', '--workspace', 'named'], {
      input: '{"account":"z","kind":"device","value":"d2"}\n',
    })
    expect(JSON.parse(piped.stdout)).toMatchObject([{ observations: 1 }])
    expect(await ask('named', 'select account from observation order by 1')).toEqual([
      { account: 'a' },
      { account: 'z' },
    ])
  })

  test('keeps keyed hashes where a key is named, which it makes for its owner alone', async () => {
    const env = { MUSTER_OBSERVATIONS_KEY: 'secret.key' }
    const words = ['import', 'seen.csv', '--workspace', 'hashed']
    expect((await run(words, { env })).stderr).toContain('made the key')
    expect(statSync(join(cwd, 'secret.key')).mode & 0o777).toBe(0o600)
    const kept = (await ask('hashed', observations)) as { value: string; original: unknown }[]
    for (const { value, original } of kept) {
      expect(value).toMatch(/^[0-9a-f]{64}$/)
      expect(original).toBeNull()
    }
    expect(new Set(kept.map(({ value }) => value)).size).toBe(3)
    expect(JSON.parse((await run(words, { env })).stdout)).toMatchObject([{ state: 'held' }])
    chmodSync(join(cwd, 'secret.key'), 0o644)
    const open = await run(['import', 'named.csv', '--as', 'observations', ...words.slice(2)], {
      env,
    })
    expect(open.stderr).toMatch(/read by others[\s\S]*chmod 600[\s\S]*setting-invalid/)
    expect(open.exit).toBe(2)
  })

  test('takes the lists of an operator, told by what they hold or named', async () => {
    const put = (name: string, text: string): void => writeFileSync(join(cwd, name), text)
    put('my_vpn.txt', '203.0.113.0/24 # exit\nnothing\n')
    put('vpn.txt', '203.0.113.0/24 # exit\n')
    put('plain.txt', '198.51.100.0/24\n')
    put('between.csv', 'kind,value,name\nemployer,Acme Staffing,Acme\n')
    const taken = async (...words: string[]): Promise<unknown> =>
      JSON.parse((await run(['import', ...words, '--workspace', 'lists'])).stdout)
    expect(await taken('vpn.txt', 'between.csv')).toMatchObject([
      { kind: 'known', values: 1, rejected: 0, state: 'new' },
      { kind: 'known', values: 1, rejected: 0, state: 'new' },
    ])
    expect(await taken('vpn.txt')).toMatchObject([{ values: 0, state: 'held' }])
    expect(await taken('my_vpn.txt', '--as', 'networks-vpn')).toMatchObject([
      { values: 1, rejected: 1 },
    ])
    expect(await taken('plain.txt', '--as', 'networks-hosting')).toMatchObject([{ values: 1 }])
    expect(
      await ask('lists', 'select kind, value, known, name, place from listed_value order by ord'),
    ).toEqual([
      { kind: 'network', value: '203.0.113.0/24', known: 'vpn', name: 'exit', place: 'line:1' },
      {
        kind: 'employer',
        value: 'Acme Staffing',
        known: 'intermediary',
        name: 'Acme',
        place: 'row:1',
      },
      { kind: 'network', value: '203.0.113.0/24', known: 'vpn', name: 'exit', place: 'line:1' },
      { kind: 'network', value: '198.51.100.0/24', known: 'hosting', name: '', place: 'line:1' },
    ])
    const untold = await run(['import', 'plain.txt', '--workspace', 'lists'])
    expect(untold.stderr).toMatch(/no reader knows[\s\S]*--as networks-vpn[\s\S]*kind-unknown/)
  })

  test('lets muster rings look in the workspace, and gives what the files give', async () => {
    const put = (name: string, text: string): void => writeFileSync(join(cwd, name), text)
    const ids = Array.from({ length: 40 }, (_, i) => `m${i}`)
    put(
      'members.csv',
      `id,name,country\n${ids.map((id, i) => `${id},Name ${id},${['US', 'KR', 'BR', 'PL'][i % 4]}`).join('\n')}\n`,
    )
    const shared = ids.map((id, i) =>
      i < 5
        ? `${id},device,d-one\n${id},payout,acct_one\n${id},document,X 77-1`
        : `${id},device,d-${id}\n${id},payout,acct_${id}`,
    )
    put('uses.csv', `account,kind,value\n${shared.join('\n')}\n`)
    put('agencies.csv', 'kind,value,name\npayout,acct_one,Agency\n')
    const ask = async (...words: string[]): Promise<string> =>
      (await muster(['rings', ...words, '--format', 'jsonl'], { cwd })).stdout
    const files = ['members.csv', '--observations', 'uses.csv']
    await run(['import', 'members.csv', 'uses.csv', '--workspace', 'rings'])
    const found = await ask(...files)
    expect(JSON.parse(found)).toMatchObject({ accounts: ['m0', 'm1', 'm2', 'm3', 'm4'] })
    expect(await ask('--workspace', 'rings')).toBe(found)
    const known = await ask(...files, '--intermediaries', 'agencies.csv')
    expect(known).not.toBe(found)
    await run(['import', 'agencies.csv', '--workspace', 'rings'])
    expect(await ask('--workspace', 'rings')).toBe(known)
    await muster(['init', 'empty'], { cwd })
    const none = await muster(['rings', '--workspace', 'empty'], { cwd })
    expect(none.stderr).toMatch(/no observation of an account[\s\S]*usage/)
  }, 120_000)

  test('is whole or nothing when it is killed, and whole after it runs again', async () => {
    const words = ['import', 'many.csv', '--workspace', 'killed']
    await muster(['init', 'killed'], { cwd })
    const start = performance.now()
    await run(['import', 'many.csv', '--workspace', 'undisturbed'])
    const whole = performance.now() - start
    for (const share of [0.6, 0.9]) {
      await killed(words, whole * share)
      const [{ n, sources }] = (await ask(
        'killed',
        'select (select count(*) from observation) as n, (select count(*) from source) as sources',
      )) as [{ n: number; sources: number }]
      expect([n, sources]).toEqual(sources === 0 ? [0, 0] : [many, 1])
    }
    await run(words)
    const sum =
      'select count(*) as n, sum(row) as rows, count(distinct value) as v from observation'
    expect(await ask('killed', sum)).toEqual(await ask('undisturbed', sum))
    expect(await ask('killed', sum)).toMatchObject([{ n: many, v: many }])
  }, 180_000)
})

const killed = (words: readonly string[], ms: number): Promise<void> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...words], { cwd, env: surroundings(cwd) })
    child.on('close', () => resolve())
    setTimeout(() => child.kill('SIGKILL'), ms)
  })
