import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { TransferOptions } from './take.ts'
import { lineOf, type TakenFiles, takeFiles } from './taking.fixture.ts'

const data = join(
  process.env.MUSTER_DATA ?? resolve(import.meta.dirname, '../../../../shared/data'),
  'chain',
)

const take = (paths: readonly string[], options: TransferOptions = {}): Promise<TakenFiles> =>
  takeFiles(Object.fromEntries(paths.map((path) => [path, { path: join(data, path) }])), options)

/** How many transfers of each kind there are and what they sum to. */
const sums = ({ moved }: TakenFiles, native: string): Readonly<Record<string, string>> => {
  const all = new Map<string, [number, bigint]>()
  for (const { kind, asset, amount } of moved) {
    const key = `${asset === native ? '' : 'token '}${kind}`
    const [count, sum] = all.get(key) ?? [0, 0n]
    all.set(key, [count + 1, asset === native ? sum + BigInt(amount as number) : 0n])
  }
  return Object.fromEntries([...all].map(([key, [count, sum]]) => [key, `${count}: ${sum}`]))
}

const etl = 'samples/ethereum-etl'

describe.skipIf(!existsSync(data))('files of real blocks (need MUSTER_DATA)', () => {
  test('transactions, receipts, logs and token transfers of one block', async () => {
    const taken = await take([
      `${etl}/test_export_blocks_job/block_with_logs/expected_transactions.csv`,
      `${etl}/test_export_blocks_job/block_with_logs/expected_blocks.csv`,
      `${etl}/test_export_receipts_job/receipts_with_logs/expected_receipts.csv`,
      `${etl}/test_export_receipts_job/receipts_with_logs/expected_logs.json`,
      `${etl}/test_export_token_transfers_job/block_with_transfers/expected_token_transfers.csv`,
    ])
    expect(sums(taken, 'ETH')).toEqual({
      'token transfer': '2: 0',
      // 50853 + 50853 + 21000 + 21000 units of gas at 50 gwei.
      fee: `4: ${143_706n * 50_000_000_000n}`,
      transfer: `2: ${11_000_440_000_000_000n + 1_530_219_620_000_000_000n}`,
    })
    expect([taken.rejected, taken.ignored]).toEqual([[], []])
  })

  test('traces: failed calls, code of others, a contract that ends, rewards', async () => {
    const taken = await take(
      ['create', 'error', 'subtraces', 'suicide'].map(
        (name) => `${etl}/test_export_traces_job/block_with_${name}/expected_traces.csv`,
      ),
    )
    expect(sums(taken, 'ETH')).toEqual({
      transfer: `5: ${64_655_529_900_000_002_048n + 1_100_000_000_000_000_000n + 100_000_000_000_000_000_000n + 437_194_980_000_000_000n + 50_000_000_000_000_000n}`,
      mint: `4: ${20n * 10n ** 18n}`,
    })
    expect(taken.rejected).toEqual([])
    expect(taken.left.map((line) => line.replace(/^\S+ /, '')).sort()).toEqual([
      '1 a call that failed, or in one that did',
      '1 a call that runs code of another account on its own',
      '1 a call without value',
      '1 a call without value',
    ])
  })

  test('a stream of two blocks: each token transfer is one log, and ids are told by topics', async () => {
    const stream = `${etl}/test_stream/blocks_17173049_17173050/expected_`
    const files = ['blocks', 'logs', 'token_transfers', 'transactions'].map(
      (name) => `${stream}${name}.json`,
    )
    const taken = await take(files)
    expect(taken.rejected).toEqual([])
    // 298 transactions: 127 move value, 162 have none, 9 failed; all paid.
    expect(sums(taken, 'ETH')).toMatchObject({
      'token transfer': '273: 0',
      'token mint': '6: 0',
      'token burn': '3: 0',
    })
    expect(
      taken.moved.filter(({ asset, kind }) => asset === 'ETH' && kind === 'transfer'),
    ).toHaveLength(127)
    expect(taken.moved.filter(({ kind }) => kind === 'fee')).toHaveLength(298)
    expect(taken.moved.filter(({ time }) => time === null)).toEqual([])
    // An amount beyond 2^64 that stands in JSON as a number.
    expect(taken.moved.map(({ amount }) => amount)).toContain(
      150_188_698_577_042_438_264_952_193_024n,
    )
    const tokens = async (path: string): Promise<string[]> =>
      (await take([path])).moved.map((row) => [row.tx, row.asset, lineOf(row)].join(' '))
    // 291 rows, 9 of them ids, which without the logs nothing tells.
    const [fromLogs, fromRows] = [
      await tokens(files[1] as string),
      await tokens(files[2] as string),
    ]
    expect([fromLogs.length, fromRows.length]).toEqual([282, 291])
    const told = new Set(fromRows)
    expect(fromLogs.filter((row) => !told.has(row))).toEqual([])
  })

  test('camel case and ids of traces in place of addresses', async () => {
    const taken = await take(
      ['blocks.csv', 'transactions.csv', 'traces.csv', 'logs.json.gz'].map(
        (name) => `samples/graphsense/eth-tokens/${name}`,
      ),
    )
    expect(taken.rejected).toEqual([])
    expect(taken.moved.filter(({ kind }) => kind === 'fee')).toHaveLength(332)
    expect(taken.left).toContain(
      'samples/graphsense/eth-tokens/logs.json.gz 389 an id of a token, which is no amount',
    )
  })

  test('outputs of Bitcoin, whose values come from the outputs that are spent', async () => {
    const taken = await take(
      ['block_0', 'block_1', 'block_with_transactions', 'stream_50001_50002'].map(
        (name) => `samples/bitcoin-etl/bitcoin/${name}/expected_transactions.json`,
      ),
    )
    expect(taken.rejected).toEqual([])
    // Four coinbases; one transaction spends two outputs of 50 BTC and one spends one.
    expect(sums(taken, 'BTC')).toEqual({
      mint: `4: ${4n * 5_000_000_000n}`,
      transfer: `5: ${2n * 15_000_000_000n}`,
    })
    const unspent = await take([
      'samples/bitcoin-etl/bitcoin/block_with_transactions/expected_transactions.json',
    ])
    expect(unspent.rejected).toHaveLength(3)
  })

  test('pages of an explorer in its three layouts', async () => {
    const folder = 'exports/etherscan'
    const taken = await take([
      `${folder}/etherscan-0x5d94309e5a0090b165fa4181519701637b6daeba.csv`,
      `${folder}/export-advanced-filtered-1723019647591.csv`,
      ...['494218', '497535', '506301'].map(
        (n) => `${folder}/export-transaction-list-1720566${n}.csv`,
      ),
    ])
    expect(taken.moved.filter(({ kind }) => kind === 'burn')).toHaveLength(100)
    expect(taken.moved.filter(({ kind }) => kind === 'fee')).toHaveLength(243)
    expect(new Set(taken.rejected.map((line) => line.replace(/^\S+ \S+ /, '')))).toEqual(
      new Set(['the transaction failed']),
    )
    expect(taken.rejected).toHaveLength(236)
    expect(taken.ignored).toEqual([])
  })

  test.each([
    ['flows/harmony-2022/edges.csv', 3_887, 'From_label, To_label'],
    ['flows/phish54m-2024/edges.csv', 292, 'From_label, To_label'],
  ])('the edges of %s, by a map', async (path, rows, ignored) => {
    const map = new Map(
      Object.entries({
        time: 'Timestamp',
        block: 'Block',
        tx: 'Tx_hash',
        src: 'From',
        dst: 'To',
        amount: 'Value_in_USD',
      }),
    )
    const taken = await take([path], { map, decimals: 2, round: true })
    expect(taken.moved).toHaveLength(rows)
    expect([taken.rejected, taken.ignored]).toEqual([[], [`${path}: ${ignored}`]])
  })
})
