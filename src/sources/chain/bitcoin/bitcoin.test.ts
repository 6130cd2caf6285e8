import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Files, lineOf, takeFiles } from '../taking.fixture.ts'

type Output = { readonly at?: string | readonly string[]; readonly value: number | string }
type Input = { readonly spends: string; readonly at?: string; readonly value?: number }

/** A transaction as bitcoin-etl writes it, with sums that are wrong where inputs lack their value. */
const transaction = (
  hash: string,
  index: number,
  {
    inputs = [],
    outputs,
  }: { readonly inputs?: readonly Input[]; readonly outputs: readonly Output[] },
): string =>
  JSON.stringify({
    hash,
    size: 135,
    virtual_size: 135,
    version: 1,
    lock_time: 0,
    block_number: 5,
    block_hash: 'ff',
    block_timestamp: 1270917100,
    is_coinbase: inputs.length === 0,
    index,
    inputs: inputs.map(({ spends, at, value = null }, i) => ({
      index: i,
      spent_transaction_hash: spends.split(':')[0],
      spent_output_index: Number(spends.split(':')[1]),
      script_asm: '',
      addresses: at === undefined ? [] : [at],
      value,
    })),
    outputs: outputs.map(({ at = [], value }, i) => ({
      index: i,
      script_asm: '',
      type: 'pubkeyhash',
      addresses: [at].flat(),
      value,
    })),
    input_count: inputs.length,
    output_count: outputs.length,
    input_value: 0,
    output_value: 0,
    fee: -1,
  })

const lines = async (files: Files): Promise<string[]> => (await takeFiles(files)).moved.map(lineOf)

const made = transaction('m', 0, { outputs: [{ at: 'A', value: 5_000_000_000 }] })
const spent = transaction('s', 1, {
  inputs: [{ spends: 'm:0' }],
  outputs: [
    { at: 'B', value: 1_000_000_000 },
    { at: 'A', value: 3_999_990_000 },
    { at: ['C', 'D'], value: 5_000 },
    { value: 0 },
  ],
})

test('value goes from the addresses spent to the transaction, then to those paid, then the fee', async () => {
  const { moved, rejected, left, ignored } = await takeFiles({ x: `${made}\n${spent}\n` })
  expect(moved.map(lineOf)).toEqual([
    '5.1 m - > A 5000000000 BTC mint',
    '5.16777217 s A > s 5000000000 BTC transfer',
    '5.16777218 s s > B 1000000000 BTC transfer',
    '5.16777219 s s > A 3999990000 BTC transfer',
    '5.16777220 s s > s:2 5000 BTC transfer',
    '5.16777222 s s > - 5000 BTC fee',
  ])
  expect(new Set(moved.map(({ time }) => time))).toEqual(new Set([1_270_917_100_000]))
  expect([rejected, left, ignored]).toEqual([[], ['x 1 an output without value'], []])
})

test('an output without an address, or with several, is an address of its own when it is spent', async () => {
  const files = {
    x: [
      transaction('m', 0, { outputs: [{ at: ['C', 'D'], value: 7 }, { value: 8 }] }),
      transaction('s', 1, {
        inputs: [{ spends: 'm:0' }, { spends: 'm:1' }],
        outputs: [{ at: 'B', value: 15 }],
      }),
    ].join('\n'),
  }
  expect(await lines(files)).toEqual([
    '5.1 m - > m:0 7 BTC mint',
    '5.2 m - > m:1 8 BTC mint',
    '5.16777217 s m:0 > s 7 BTC transfer',
    '5.16777218 s m:1 > s 8 BTC transfer',
    '5.16777219 s s > B 15 BTC transfer',
  ])
})

test('an input says itself what it is worth, or it is told that nobody does', async () => {
  const { moved, rejected } = await takeFiles({
    x: [
      transaction('s', 1, {
        inputs: [
          { spends: 'q:3', at: 'Q', value: 9 },
          { spends: 'r:0', value: 2 },
        ],
        outputs: [{ at: 'B', value: 10 }],
      }),
      transaction('u', 2, { inputs: [{ spends: 'v:0' }], outputs: [{ at: 'B', value: 10 }] }),
      transaction('w', 3, {
        inputs: [{ spends: 'q:4', at: 'Q', value: 1 }],
        outputs: [{ at: 'B', value: 2 }],
      }),
    ].join('\n'),
  })
  expect(moved.map(lineOf)).toEqual([
    '5.16777217 s Q > s 9 BTC transfer',
    '5.16777218 s r:0 > s 2 BTC transfer',
    '5.16777219 s s > B 10 BTC transfer',
    '5.16777220 s s > - 1 BTC fee',
    '5.33554434 u u > B 10 BTC transfer',
    '5.50331649 w Q > w 1 BTC transfer',
    '5.50331650 w w > B 2 BTC transfer',
  ])
  expect([...rejected].sort()).toEqual([
    'x line:2 the value of an input is not given, nor the output that it spends',
    'x line:3 its outputs are worth more than its inputs',
  ])
})

test('rows that cannot be read are told', async () => {
  const { moved, rejected } = await takeFiles({
    x: [
      made,
      transaction('o', 1, { outputs: [{ at: 'A', value: 'much' }] }),
      '{"hash":"h","inputs":[],"outputs":"none","is_coinbase":true,"block_number":1,"index":0}',
      '{"inputs":[],"outputs":[],"is_coinbase":true,"block_number":1,"index":0}',
    ].join('\n'),
  })
  expect(moved).toHaveLength(1)
  expect(rejected).toEqual([
    'x line:3 its outputs are no list in JSON',
    'x line:4 the hash is missing',
    'x line:2 the value of an output is no amount',
  ])
})

/** Transactions one after another, each spending outputs that are there. */
const ledger = fc
  .array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 3 }), fc.nat({ max: 5 })), {
    minLength: 1,
    maxLength: 8,
  })
  .map((steps) => {
    const unspent: { place: string; value: number }[] = []
    const rows: string[] = []
    let fees = 0
    steps.forEach(([draw, parts, fee], n) => {
      const [input] = n === 0 ? [] : unspent.splice(draw % unspent.length, 1)
      const value = input?.value ?? 1_000
      const paid = Math.min(fee, input ? value : 0)
      fees += paid
      const outputs = Array.from({ length: parts }, (_, i) =>
        i === 0
          ? value - paid - (parts - 1) * Math.floor((value - paid) / parts)
          : Math.floor((value - paid) / parts),
      )
      rows.push(
        transaction(`t${n}`, n, {
          inputs: input ? [{ spends: input.place }] : [],
          outputs: outputs.map((value, i) => ({ at: `a${(draw + i) % 5}`, value })),
        }),
      )
      unspent.push(...outputs.map((value, i) => ({ place: `t${n}:${i}`, value })))
    })
    return { rows, fees }
  })

test('no unit is lost: what is made is held or paid in fees, in any order of files', async () => {
  await fc.assert(
    fc.asyncProperty(ledger, async ({ rows, fees }) => {
      const files = rows.map((row, i) => [`f${i}`, row] as const)
      const { moved, rejected } = await takeFiles(Object.fromEntries(files))
      const sum = (kind: string, wanted = true): number =>
        moved
          .filter((row) => (row.kind === kind) === wanted)
          .reduce((all, row) => all + Number(row.amount), 0)
      const held = new Map<unknown, number>()
      for (const { src, dst, amount } of moved) {
        held.set(src, (held.get(src) ?? 0) - Number(amount))
        held.set(dst, (held.get(dst) ?? 0) + Number(amount))
      }
      expect(rejected).toEqual([])
      expect(sum('fee')).toBe(fees)
      expect([...held].filter(([at, value]) => at !== null && value < 0)).toEqual([])
      expect(
        [...held].filter(([at]) => `${at}`.startsWith('t')).every(([, value]) => value === 0),
      ).toBe(true)
      expect(await takeFiles(Object.fromEntries([...files].reverse()))).toMatchObject({ moved })
    }),
    { numRuns: 5 },
  )
})
