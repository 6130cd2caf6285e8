import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Files, lineOf, takeFiles } from '../taking.fixture.ts'

const [a, b, c, token, zero] = ['a', 'b', 'c', 'd', '0'].map(
  (digit) => `0x${digit.repeat(40)}`,
) as [string, string, string, string, string]
const hash = (n: number): string => `0x${n.toString(16).padStart(64, '0')}`
const short = (line: string): string =>
  line.replace(/0x0{40,}([0-9a-f]+)/g, 't$1').replace(/0x([0-9a-f])\1{39}/g, '$1')

/** Rows as texts, addresses and hashes as one letter. */
const lines = async (files: Files): Promise<string[]> =>
  (await takeFiles(files)).moved.map((row) => short(lineOf(row)))

const table = (columns: string, rows: readonly (readonly (string | number)[])[]): string =>
  [columns, ...rows.map((cells) => cells.join(','))].map((line) => `${line}\n`).join('')

const transactions = (...rows: (readonly (string | number)[])[]): string =>
  table(
    'hash,nonce,block_hash,block_number,transaction_index,from_address,to_address,value,gas,gas_price,input,block_timestamp,max_fee_per_gas,max_priority_fee_per_gas,transaction_type',
    rows.map(
      ([tx, index, from, to, value]) =>
        [
          ...[
            hash(tx as number),
            0,
            hash(99),
            5,
            index,
            from,
            to,
            value,
            21000,
            10,
            '0x',
            1600000000,
          ],
          ...['', '', 0],
        ] as (string | number)[],
    ),
  )

const receipts = (...rows: (readonly (string | number)[])[]): string =>
  table(
    'transaction_hash,transaction_index,block_hash,block_number,cumulative_gas_used,gas_used,contract_address,root,status,effective_gas_price,l1_fee,l1_gas_used,l1_gas_price,l1_fee_scalar',
    rows.map(
      ([tx, index, gas, price, status, made = '']) =>
        [
          ...[
            hash(tx as number),
            index,
            hash(99),
            5,
            gas,
            gas,
            made,
            '',
            status,
            price,
            '',
            '',
            '',
            '',
          ],
        ] as (string | number)[],
    ),
  )

const traces = (...rows: (readonly (string | number)[])[]): string =>
  table(
    'block_number,transaction_hash,transaction_index,from_address,to_address,value,input,output,trace_type,call_type,reward_type,gas,gas_used,subtraces,trace_address,error,status,trace_id',
    rows.map(([tx, index, from, to, value, type, path, error = '']) => {
      const [name, call = ''] = `${type}`.split('/')
      const at = tx === '' ? '' : hash(tx as number)
      const status = error === '' ? 1 : 0
      return [
        ...[5, at, index, from, to, value, '0x', '0x', name, call, '', '', '', 0],
        ...[`"${path}"`, error, status, `${name}_${at}_${`${path}`.replaceAll(',', '_')}`],
      ] as (string | number)[]
    }),
  )

const tokenTransfers = (...rows: (readonly (string | number)[])[]): string =>
  table(
    'token_address,from_address,to_address,value,transaction_hash,log_index,block_number',
    rows.map(
      ([asset, from, to, value, tx, log]) =>
        [...[asset, from, to, value, hash(tx as number), log, 5]] as (string | number)[],
    ),
  )

const event = '0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef'
const word = (text: string | bigint): string =>
  typeof text === 'bigint' ? text.toString(16).padStart(64, '0') : text.slice(2).padStart(64, '0')

/** A log with some words as topics and the others as data. */
const logs = (
  ...rows: readonly { asset: string; log: number; topics: string[]; data: string[] }[]
): string =>
  table(
    'log_index,transaction_hash,transaction_index,block_hash,block_number,address,data,topics',
    rows.map(({ asset, log, topics, data }) => [
      ...[log, hash(1), 0, hash(99), 5, asset, `0x${data.join('')}`, `"${topics.join(',')}"`],
    ]),
  )

const transferLog = (log: number, amount: bigint, asset = token) => ({
  asset,
  log,
  topics: [event, `0x${word(a)}`, `0x${word(b)}`],
  data: [word(amount)],
})
const idLog = (log: number, id: bigint, asset = token) => ({
  asset,
  log,
  topics: [event, `0x${word(a)}`, `0x${word(b)}`, `0x${word(id)}`],
  data: [],
})

describe('transactions', () => {
  test('move their value, in wei and at the time of their block', async () => {
    const { moved, rejected, left, ignored } = await takeFiles({
      t: transactions(
        [1, 1, a.toUpperCase().replace('X', 'x'), b, '12345678901234567890123'],
        [2, 0, b, c, 0],
      ),
    })
    expect(moved.map(lineOf).map(short)).toEqual([
      '5.16777217 t1 a > b 12345678901234567890123 ETH transfer',
    ])
    expect(moved.map(({ time }) => time)).toEqual([1_600_000_000_000])
    expect([rejected, left, ignored]).toEqual([[], ['t 1 a transaction without value'], []])
  })

  test('that failed move nothing, and pay for their gas all the same', async () => {
    expect(
      await lines({
        t: transactions([1, 0, a, b, 100], [2, 1, b, c, 50]),
        r: receipts([1, 0, 21_000, 7, 0], [2, 1, 40_000, 8, 1]),
      }),
    ).toEqual([
      '5.0 t1 a > - 147000 ETH fee',
      '5.16777216 t2 b > - 320000 ETH fee',
      '5.16777217 t2 b > c 50 ETH transfer',
    ])
  })

  test('of the stream say themselves what became of them', async () => {
    const object = (status: number): string =>
      `{"type":"transaction","hash":"${hash(1)}","nonce":1,"transaction_index":0,"from_address":"${a}","to_address":"${b}","value":7056176614974947328123,"gas":1,"gas_price":9,"input":"0x","block_timestamp":1600000000,"block_number":5,"block_hash":"${hash(9)}","receipt_gas_used":2,"receipt_status":${status},"receipt_effective_gas_price":3,"receipt_contract_address":null}`
    expect(await lines({ t: object(1) })).toEqual([
      '5.0 t1 a > - 6 ETH fee',
      '5.1 t1 a > b 7056176614974947328123 ETH transfer',
    ])
    expect(await lines({ t: object(0) })).toEqual(['5.0 t1 a > - 6 ETH fee'])
  })

  test('that make a contract pay the one their receipt names', async () => {
    const t = transactions([1, 0, a, '', 9])
    expect(await lines({ t, r: receipts([1, 0, 1, 1, 1, c]) })).toEqual([
      '5.0 t1 a > - 1 ETH fee',
      '5.1 t1 a > c 9 ETH transfer',
    ])
    const { moved, rejected } = await takeFiles({ t })
    expect(moved).toEqual([])
    expect(rejected).toEqual([
      't row:1 it makes a contract whose address is not given; its receipt or traces name it',
    ])
  })
})

describe('traces', () => {
  test('move value at each call, in the order in which calls are made, and stand for their transaction', async () => {
    const files = {
      t: transactions([1, 3, a, b, 100]),
      c: traces(
        [1, 3, b, c, 10, 'call/call', '10'],
        [1, 3, a, b, 100, 'call/call', ''],
        [1, 3, b, a, 20, 'suicide', '2'],
        [1, 3, b, c, 30, 'create', '2,0'],
        ['', '', '', c, 5, 'reward', ''],
      ),
    }
    expect(await lines(files)).toEqual([
      '5.50331649 t1 a > b 100 ETH transfer',
      '5.50331650 t1 b > a 20 ETH transfer',
      '5.50331651 t1 b > c 30 ETH transfer',
      '5.50331652 t1 b > c 10 ETH transfer',
      '5.4503599627370497 - - > c 5 ETH mint',
    ])
    expect((await takeFiles(files)).left).toEqual(['t 1 a transaction whose traces are given'])
  })

  test('that run code of another account on their own move nothing', async () => {
    const { moved, left } = await takeFiles({
      c: traces(
        [1, 0, a, b, 1, 'call/delegatecall', '0'],
        [1, 0, a, b, 1, 'call/callcode', '1'],
        [1, 0, a, b, 1, 'call/staticcall', '2'],
      ),
    })
    expect(moved).toEqual([])
    expect(left).toEqual(['c 3 a call that runs code of another account on its own'])
  })

  test('that failed take all calls inside them back, and no other', async () => {
    const { moved, left } = await takeFiles({
      c: traces(
        [1, 0, a, b, 1, 'call/call', ''],
        [1, 0, a, b, 2, 'call/call', '1', 'Reverted'],
        [1, 0, a, b, 3, 'call/call', '1,0'],
        [1, 0, a, b, 4, 'call/call', '1,0,7'],
        [1, 0, a, b, 5, 'call/call', '10'],
        [2, 1, a, b, 6, 'call/call', '', 'Out of gas'],
        [2, 1, a, b, 7, 'call/call', '0'],
        [3, 2, a, b, 8, 'call/call', '1'],
      ),
      t: transactions([2, 1, a, b, 6]),
    })
    expect(moved.map(({ amount }) => amount)).toEqual([1, 5, 8])
    expect(left).toContain('c 5 a call that failed, or in one that did')
  })

  test('of geth, which name no transaction, are joined by its place in the block', async () => {
    const nameless = traces([1, 4, a, b, 9, 'call/call', '']).replaceAll(hash(1), '')
    expect(await lines({ c: nameless, t: transactions([1, 4, a, b, 9]) })).toEqual([
      '5.67108865 t1 a > b 9 ETH transfer',
    ])
    expect(await lines({ c: nameless })).toEqual(['5.67108865 5/4 a > b 9 ETH transfer'])
  })

  test('the sender of a call at the top pays for the gas of a receipt', async () => {
    expect(
      await lines({ c: traces([1, 0, a, b, 9, 'call/call', '']), r: receipts([1, 0, 3, 5, 1]) }),
    ).toEqual(['5.0 t1 a > - 15 ETH fee', '5.1 t1 a > b 9 ETH transfer'])
  })
})

describe('tokens', () => {
  test('move amounts of their contract; from or to the zero address they are made or end', async () => {
    const { moved } = await takeFiles({
      k: tokenTransfers(
        [token, a, b, 1, 1, 7],
        [token, zero, b, 2, 1, 3],
        [token, a, zero, 3, 1, 5],
      ),
      b: `number,hash,parent_hash,nonce,sha3_uncles,logs_bloom,transactions_root,state_root,receipts_root,miner,difficulty,total_difficulty,size,extra_data,gas_limit,gas_used,timestamp,transaction_count,base_fee_per_gas,withdrawals_root,withdrawals\n5,0x1,0x2,0,,,,,,${c},0,0,0,0x,0,0,1600000000,1,,,\n`,
    })
    expect(moved.map(lineOf).map(short)).toEqual([
      '5.3 t1 - > b 2 d mint',
      '5.5 t1 a > - 3 d burn',
      '5.7 t1 a > b 1 d transfer',
    ])
    expect(new Set(moved.map(({ time }) => time))).toEqual(new Set([1_600_000_000_000]))
  })

  test('a log says the same as the row made of it, once', async () => {
    const k = tokenTransfers([token, a, b, 5, 1, 2])
    const l = logs(transferLog(2, 5n))
    const expected = ['5.2 t1 a > b 5 d transfer']
    for (const files of [{ k }, { l }, { k, l }, { l, k }])
      expect(await lines(files)).toEqual(expected)
  })

  test.each([
    ['two topics', [event, word(a), word(b)], [word(7n)]],
    ['no topic', [event], [word(a), word(b), word(7n)]],
    ['a topic', [event, word(a)], [word(b), word(7n)]],
  ])('a log with %s beside its own is read', async (_, topics, data) => {
    const log = {
      asset: token,
      log: 2,
      topics: topics.map((text) => `0x${text.replace('0x', '')}`),
      data,
    }
    expect(await lines({ l: logs(log) })).toEqual(['5.2 t1 a > b 7 d transfer'])
  })

  test('a log of another event is left, one that breaks its event is rejected', async () => {
    const { moved, left, rejected } = await takeFiles({
      l: logs(
        { asset: token, log: 1, topics: [`0x${word(9n)}`], data: [word(1n)] },
        { asset: token, log: 2, topics: [], data: [] },
        { asset: token, log: 3, topics: [event, `0x${word(a)}`], data: [word(1n)] },
      ),
    })
    expect(moved).toEqual([])
    expect(left).toEqual(['l 2 an event of another kind'])
    expect(rejected).toEqual(['l row:3 a transfer of 2 words where its event has 3'])
  })

  test('an id is no amount: told by four topics, by other logs of its contract, or by contracts', async () => {
    const rows = tokenTransfers([token, a, b, 77, 1, 2], [c, a, b, 5, 1, 3])
    const kept = ['5.3 t1 a > b 5 c transfer']
    expect(await lines({ k: rows, l: logs(idLog(2, 77n)) })).toEqual(kept)
    expect(await lines({ k: rows, l: logs(idLog(9, 1n)) })).toEqual(kept)
    expect(
      await lines({
        k: rows,
        i: `address,bytecode,function_sighashes,is_erc20,is_erc721,block_number\n${token},0x,,False,True,1\n${c},0x,,True,False,1\n`,
      }),
    ).toEqual(kept)
    // Nothing else tells it.
    expect(await lines({ k: rows })).toHaveLength(2)
  })

  test('an amount beyond 2^127 is rejected, an id of any size is none', async () => {
    const huge = 2n ** 127n
    const { moved, rejected } = await takeFiles({
      l: logs(transferLog(1, huge), transferLog(2, huge - 1n), idLog(3, huge * 2n - 1n, c)),
      k: tokenTransfers([token, b, a, `${huge}`, 2, 9], [c, a, b, `${huge}`, 2, 8]),
    })
    expect(moved.map(({ amount }) => amount)).toEqual([huge - 1n])
    expect([...rejected].sort()).toEqual([
      'k row:1 its amount passes 2^127',
      'l row:1 its amount passes 2^127',
    ])
  })
})

test('rows that cannot be read are told', async () => {
  const { moved, rejected } = await takeFiles({
    t: transactions([1, 0, a, b, 'much'], [2, 'x', a, b, 1], [3, 0, '', b, 1], [4, 0, a, b, 1]),
    r: receipts([4, 0, 'gas', 1, 1], [5, 0, 1, 1, 'ok']),
    c: traces(
      [6, 0, a, b, 1, 'gift', ''],
      [7, 0, '', b, 1, 'call/call', ''],
      [8, 0, a, '', 1, 'call/call', ''],
    ),
    k: tokenTransfers([token, a, b, 'all', 1, 1], ['', a, b, 1, 1, 2]),
  })
  expect(moved.map(({ tx }) => tx)).toEqual([hash(4)])
  expect([...rejected].sort()).toEqual([
    'c row:1 there is no type of trace gift',
    'c row:2 the sender is missing',
    'c row:3 the receiver is missing',
    'k row:1 all is no amount',
    'k row:2 the address of the token is missing',
    'r row:1 gas is no gas used',
    'r row:2 ok is no status',
    't row:1 much is no value in wei',
    't row:2 x is no transaction index',
    't row:3 the sender is missing',
  ])
})

test('a file of rows of several kinds is refused', async () => {
  const mixed = [
    { hash: hash(1), nonce: 0, from_address: a, to_address: b, value: 1, gas_price: 1 },
    { token_address: token, from_address: a, to_address: b, value: 1, log_index: 1 },
  ]
  await expect(
    takeFiles({ mixed: mixed.map((row) => JSON.stringify(row)).join('\n') }),
  ).rejects.toMatchObject({ code: 'kind-ambiguous' })
})

test('any order of files gives the same table, however they overlap', async () => {
  const files = {
    t1: transactions([1, 0, a, b, 9], [2, 1, b, c, 8]),
    t2: transactions([2, 1, b, c, 8], [3, 2, c, a, 7]),
    r: receipts([1, 0, 3, 5, 1], [2, 1, 3, 5, 0], [3, 2, 3, 5, 1]),
    c1: traces(
      [3, 2, c, a, 7, 'call/call', ''],
      ['', '', '', c, 5, 'reward', ''],
      ['', '', '', c, 5, 'reward', ''],
    ),
    c2: traces(['', '', '', c, 5, 'reward', ''], [3, 2, c, a, 7, 'call/call', '']),
    l: logs(transferLog(4, 5n)),
    k: tokenTransfers([token, a, b, 5, 1, 4]),
  }
  const once = await takeFiles(files)
  expect(once.moved.map(lineOf).map(short)).toEqual([
    '5.0 t1 a > - 15 ETH fee',
    '5.1 t1 a > b 9 ETH transfer',
    '5.4 t1 a > b 5 d transfer',
    '5.16777216 t2 b > - 15 ETH fee',
    '5.33554432 t3 c > - 15 ETH fee',
    '5.33554433 t3 c > a 7 ETH transfer',
    '5.4503599627370497 - - > c 5 ETH mint',
    '5.4503599627370498 - - > c 5 ETH mint',
  ])
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(Object.entries(files), { minLength: 7 }),
      async (order) => {
        const again = await takeFiles(Object.fromEntries(order))
        expect([again.moved, again.rejected, again.left]).toEqual([
          once.moved,
          once.rejected,
          once.left,
        ])
      },
    ),
    { numRuns: 5 },
  )
})
