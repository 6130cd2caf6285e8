import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { camt, detail, entry, other } from '../src/sources/bank/camt.fixture.ts'
import { makeFolder, muster } from './program.ts'

const folder = makeFolder()
const cwd = folder.path

const bob = `0x${'b'.repeat(40)}`
const shop = `0x${'c'.repeat(40)}`

beforeAll(() => {
  const put = (name: string, text: string): void => writeFileSync(join(cwd, name), text)
  put(
    'transfers.csv',
    `time,block,tx,index,src,dst,asset,amount
2026-01-01T00:01:00Z,2,0x02,0,${bob},exchange,USDX,60
2026-01-01T00:00:00Z,1,0x01,0,alice,${bob},USDX,100
2026-01-01T00:01:00.250Z,3,0x03,0,${bob},carol,USDX,x
`,
  )
  put(
    'again.csv',
    `time,block,tx,index,src,dst,asset,amount
2026-01-01T00:00:00Z,1,0x01,0,alice,${bob.toUpperCase().replace('0X', '0x')},USDX,100
`,
  )
  put('labels.csv', 'address,kind,label\nexchange,service,Example Exchange\nshop,shoe,Shoes\n')
  put(
    'transactions.csv',
    `hash,nonce,block_number,transaction_index,from_address,to_address,value,gas,gas_price,block_timestamp
0x${'1'.repeat(64)},1,5,0,${bob},${shop},70,21000,1,1700000000
0x${'2'.repeat(64)},2,5,1,${bob},${shop},80,21000,1,1700000000
`,
  )
  put(
    'receipts.csv',
    `transaction_hash,block_number,transaction_index,cumulative_gas_used,gas_used,effective_gas_price,status
0x${'1'.repeat(64)},5,0,21000,21000,1,1
0x${'2'.repeat(64)},5,1,42000,21000,1,0
`,
  )
})
afterAll(() => folder.remove())

const run = (...words: string[]) =>
  muster([...words, '--format', 'json'], { cwd, env: { MUSTER_NOW: '2026-11-24T00:00:00Z' } })

const ask = async (workspace: string, query: string): Promise<unknown[]> =>
  JSON.parse((await run('sql', query, '--workspace', workspace)).stdout)

describe('muster import of transfers and labels', () => {
  test('keeps transfers in their order, labels with who says so, and what cannot be read', async () => {
    const ran = await run('import', 'labels.csv', 'transfers.csv', '--workspace', 'ws')
    expect(JSON.parse(ran.stdout)).toMatchObject([
      { path: 'labels.csv', kind: 'labels', labels: 1, rejected: 1, state: 'new' },
      { path: 'transfers.csv', kind: 'transfers', transfers: 2, rejected: 1, state: 'new' },
    ])
    expect(
      await ask('ws', 'select seq, time, tx, src, amount, kind, row from transfer order by seq'),
    ).toEqual([
      {
        seq: 0,
        time: '2026-01-01T00:00:00Z',
        tx: '0x01',
        src: 'alice',
        amount: '100',
        kind: 'transfer',
        row: 2,
      },
      {
        seq: 1,
        time: '2026-01-01T00:01:00Z',
        tx: '0x02',
        src: bob,
        amount: '60',
        kind: 'transfer',
        row: 1,
      },
    ])
    expect(await ask('ws', 'select address, kind, label, origin from label')).toEqual([
      { address: 'exchange', kind: 'service', label: 'Example Exchange', origin: 'labels.csv' },
    ])
    expect(await ask('ws', 'select place, reason from rejected order by place')).toEqual([
      { place: 'row:2', reason: expect.stringContaining('shoe is no kind') },
      { place: 'row:3', reason: 'x is no amount' },
    ])
  })

  test('changes nothing when a file comes a second time', async () => {
    const before = await ask('ws', 'select * from transfer order by seq')
    const ran = await run('import', 'transfers.csv', 'labels.csv', '--workspace', 'ws')
    expect(JSON.parse(ran.stdout)).toMatchObject([{ state: 'held' }, { state: 'held' }])
    expect(await ask('ws', 'select * from transfer order by seq')).toEqual(before)
  })

  test('takes a payout of a platform as a transfer and as an observation of the payee', async () => {
    writeFileSync(
      join(cwd, 'payouts.csv'),
      `time,account,src,dst,asset,amount
2026-02-01T09:00:00Z,u-1,platform,GB82 WEST 1234 5698 7654 32,EUR,12300
2026-02-02T09:00:00Z,,platform,shop,EUR,500
2026-02-03T09:00:00Z,u-2,platform,${bob},EUR,none
`,
    )
    const ran = await run('import', 'payouts.csv', '--workspace', 'paid')
    expect(JSON.parse(ran.stdout)).toMatchObject([{ transfers: 2, rejected: 1 }])
    expect(
      await ask(
        'paid',
        'select account, channel, kind, value, first_seen, row, original from observation',
      ),
    ).toEqual([
      {
        account: 'u-1',
        channel: 'money',
        kind: 'payout',
        value: 'GB82WEST12345698765432',
        first_seen: '2026-02-01T09:00:00Z',
        row: 1,
        original: 'GB82 WEST 1234 5698 7654 32',
      },
    ])
  })

  test('takes files together, so that a receipt tells which transaction failed', async () => {
    await run('import', 'receipts.csv', 'transactions.csv', '--workspace', 'etl')
    expect(await ask('etl', "select amount from transfer where kind = 'transfer'")).toEqual([
      { amount: '70' },
    ])
  })

  test('is what trace and exposure ask where no file is named, and is proved again from there', async () => {
    const trace = (...words: string[]) => muster(['trace', '--seed', 'alice', ...words], { cwd })
    const lines = (name: string) =>
      readFileSync(join(cwd, name), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
        .map(({ made_from: _, path: __, ...line }) => line)
    expect((await trace('--workspace', 'ws', '-o', 'held.jsonl')).stderr).toBe('')
    await trace('--transfers', 'transfers.csv', '--labels', 'labels.csv', '-o', 'files.jsonl')
    expect(lines('held.jsonl')).toEqual(lines('files.jsonl'))
    expect(lines('held.jsonl')).toMatchObject([{ stop: { kind: 'service' } }, {}, {}])
    const proved = await muster(['trace', '--verify', 'held.jsonl', '--workspace', 'ws'], { cwd })
    expect(proved.exit).toBe(0)
    const exposed = await run('exposure', bob, '--workspace', 'ws')
    expect(JSON.parse(exposed.stdout)).toMatchObject([{ address: bob }, { address: bob }])
  })

  test('appends later transfers, says where some come in between, and answers as from all files at once', async () => {
    const file = (name: string, ...blocks: readonly number[]): string => {
      const rows = blocks.map(
        (block) => `${block},0x${block},${block % 2 ? 'alice,bob' : 'bob,carol'},USDX,${block}`,
      )
      writeFileSync(join(cwd, name), `block,tx,src,dst,asset,amount\n${rows.join('\n')}\n`)
      return name
    }
    const files = [file('p1.csv', 1, 2, 5), file('p2.csv', 7, 6), file('p3.csv', 3, 4)]
    const said: string[] = []
    for (const name of files) said.push((await run('import', name, '--workspace', 'parts')).stderr)
    expect(said.map((text) => text.includes('put in order anew are those of USDX'))).toEqual([
      false,
      false,
      true,
    ])
    const trace = async (...words: string[]): Promise<unknown> =>
      JSON.parse((await run('trace', '--seed', 'alice', '--policy', 'fifo', ...words)).stdout).map(
        ({ made_from: _, ...line }: Record<string, unknown>) => line,
      )
    const held = await trace('--workspace', 'parts')
    expect(held).toEqual(await trace(...files.flatMap((name) => ['--transfers', name])))
    expect(held).toMatchObject([{ amount: '9' }, { amount: '7' }, {}])
  })

  test('takes a statement of a bank', async () => {
    const creditor = other
    const paid = entry('8.85 EUR', 'DBIT', detail('8.85 EUR', 'E1', { creditor }))
    writeFileSync(join(cwd, 'bank.xml'), camt(paid))
    const ran = await run('import', 'bank.xml', '--workspace', 'bank')
    expect(JSON.parse(ran.stdout)).toMatchObject([{ kind: 'transfers', transfers: 1 }])
    expect(await ask('bank', 'select asset, amount, dst from transfer')).toEqual([
      { asset: 'EUR', amount: '885', dst: other },
    ])
  })
})
