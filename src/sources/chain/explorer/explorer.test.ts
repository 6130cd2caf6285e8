import { expect, test } from 'vitest'
import { type Files, lineOf, takeFiles } from '../taking.fixture.ts'

const [a, b] = [`0x${'a'.repeat(40)}`, `0x${'b'.repeat(40)}`]
const zero = `0x${'0'.repeat(40)}`
const hash = (n: number): string => `0x${`${n}`.padStart(64, '0')}`
const short = (line: string): string =>
  line.replace(/0x0{40,}([0-9]+)/g, 't$1').replace(/0x([0-9a-f])\1{39}/g, '$1')

const quoted = (cells: readonly string[]): string => cells.map((cell) => `"${cell}"`).join(',')

/** With a mark of its byte order, an unquoted header and amounts with their unit. */
const list = (
  ...rows: readonly (readonly [
    n: number,
    status: string,
    block: number,
    value: string,
    fee?: string,
  ])[]
) =>
  [
    '\uFEFFTransaction Hash,Status,Method,Blockno,DateTime (UTC),From,From_Nametag,To,To_Nametag,Value,Txn Fee',
    ...rows.map(([n, status, block, value, fee = '0.002']) =>
      quoted([
        hash(n),
        status,
        'Update',
        `${block}`,
        '2022-12-14 20:06:11',
        a,
        'Exchange 7',
        b,
        '',
        value,
        fee,
      ]),
    ),
  ].join('\n')

/** Of one contract: no quotes, an amount and its value in dollars. */
const contract = (amount: string): string =>
  `Transaction Hash,Status,Method,Blockno,DateTime (UTC),From,From_Nametag,To,To_Nametag,Amount,Value (USD),Txn Fee
${hash(1)},Success,Prove,7,2023-08-09 18:11:11,${a},,${b},Bridge: Pool,${amount},$0.00,0.01108157
`

/** All kinds of transfers, with their age in place of a time. */
const advanced = (
  ...rows: readonly (readonly [
    n: number,
    type: string,
    to: string,
    amount: string,
    asset: string,
  ])[]
) =>
  [
    quoted([
      'Transaction Hash',
      'Status',
      'Type',
      'Method',
      'Block',
      'Age',
      'From',
      'From_NameTag',
      'To',
      'To_NameTag',
      'Amount',
      'Value (USD)',
      'Asset',
      'Txn Fee',
    ]),
    ...rows.map(([n, type, to, amount, asset]) =>
      quoted([
        hash(n),
        'Success',
        type,
        'Send',
        '9',
        '614 days ago',
        a.toUpperCase().replace('X', 'x'),
        ' ',
        to,
        ' ',
        amount,
        '$0.00',
        asset,
        '0.003',
      ]),
    ),
  ].join('\n')

const lines = async (files: Files): Promise<string[]> =>
  (await takeFiles(files)).moved.map(lineOf).map(short)

test('a list of transactions: value and fee, the newest first, names of addresses', async () => {
  const { moved, nametags, ignored, rejected } = await takeFiles({
    x: list(
      [3, 'Success', 8, '1.5 ETH'],
      [2, 'Success', 7, '2 ETH'],
      [1, 'Success', 7, '1,000.25 ETH'],
    ),
  })
  expect(moved.map(lineOf).map(short)).toEqual([
    '7.0 t1 a > b 1000250000000000000000 ETH transfer',
    '7.0 t1 a > - 2000000000000000 ETH fee',
    '7.1 t2 a > b 2000000000000000000 ETH transfer',
    '7.1 t2 a > - 2000000000000000 ETH fee',
    '8.2 t3 a > b 1500000000000000000 ETH transfer',
    '8.2 t3 a > - 2000000000000000 ETH fee',
  ])
  expect(moved[0]?.time).toBe(Date.parse('2022-12-14T20:06:11Z'))
  expect(nametags).toEqual([{ source: 'x', address: a, name: 'Exchange 7' }])
  expect([ignored, rejected]).toEqual([[], []])
})

test('a failed transaction is told, moves nothing and pays its fee', async () => {
  const { moved, rejected, left } = await takeFiles({
    x: list([2, 'Error in Main Txn : execution reverted', 8, '5 ETH'], [1, 'Success', 7, '0 ETH']),
  })
  expect(moved.map(({ tx, kind }) => [short(`${tx}`), kind])).toEqual([
    ['t1', 'fee'],
    ['t2', 'fee'],
  ])
  expect(rejected).toEqual(['x row:1 the transaction failed'])
  expect(left).toEqual(['x 1 a transaction without value'])
})

test('the layout of a contract', async () => {
  const { moved, nametags } = await takeFiles({ x: contract('0.25 BNB') })
  expect(moved.map(lineOf).map(short)).toEqual([
    '7.1 t1 a > b 250000000000000000 BNB transfer',
    '7.1 t1 a > - 11081570000000000 ETH fee',
  ])
  expect(nametags).toEqual([{ source: 'x', address: b, name: 'Bridge: Pool' }])
})

test('the layout of all transfers: tokens by a name that anyone may give, ids, ages', async () => {
  const { moved, left, rejected } = await takeFiles({
    x: advanced(
      [1, 'ERC-20', b, '1,450.5', 'Wrapped GLMR(WGLMR)'],
      [1, 'ERC-20', b, '1,450.5', 'Wrapped GLMR(WGLMR)'],
      [2, 'ERC-20', zero, '3', 'Wrapped GLMR(WGLMR)'],
      [3, 'ERC-721', b, '1', 'Punks(P)'],
      [4, 'Transaction', b, '2', 'ETH'],
      [5, 'Internal Txn', b, '1', 'ETH'],
      [6, 'ERC-20', b, '0', 'Fake(ETH)'],
      [7, 'ERC-20', b, 'lots', 'Fake(ETH)'],
    ),
  })
  expect(moved.map(lineOf).map(short)).toEqual([
    '9.1 t1 a > b 1450500000000000000000 token:Wrapped GLMR(WGLMR) transfer',
    '9.2 t1 a > b 1450500000000000000000 token:Wrapped GLMR(WGLMR) transfer',
    '9.3 t2 a > - 3000000000000000000 token:Wrapped GLMR(WGLMR) burn',
    '9.5 t4 a > b 2000000000000000000 ETH transfer',
    '9.5 t4 a > - 3000000000000000 ETH fee',
    '9.6 t5 a > b 1000000000000000000 ETH transfer',
    '9.7 t6 a > b 0 token:Fake(ETH) transfer',
  ])
  expect(new Set(moved.map(({ time }) => time))).toEqual(new Set([null]))
  expect(left).toEqual(['x 1 an id of a token, which is no amount'])
  expect(rejected).toEqual(['x row:8 lots is no amount'])
})

test('pages that overlap, and files of the chain itself, count a transaction once', async () => {
  const [x, y] = [
    list([2, 'Success', 8, '2 ETH'], [1, 'Success', 7, '1 ETH']),
    list([3, 'Success', 9, '3 ETH'], [2, 'Success', 8, '2 ETH']),
  ]
  const sent = (line: string): boolean => line.endsWith('transfer')
  const once = await lines({ x, y })
  expect(once.filter(sent).map((line) => line.split(' ')[1])).toEqual(['t1', 't2', 't3'])
  expect(await lines({ y, x })).toEqual(once)
  const exact = `hash,nonce,block_number,transaction_index,from_address,to_address,value,gas_price\n${hash(1)},0,7,0,${a},${b},1000000000000000001,1\n`
  const { moved, left } = await takeFiles({ x, exact })
  expect(
    moved
      .filter(({ tx }) => tx === hash(1))
      .map(lineOf)
      .map(short),
  ).toEqual(['7.1 t1 a > b 1000000000000000001 ETH transfer'])
  expect(left).toEqual(['x 1 told by files of the chain itself'])
})
