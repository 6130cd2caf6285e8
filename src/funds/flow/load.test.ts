import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ToldRow, withRows } from '../moved.fixture.ts'
import { moveKinds, nobody } from './flow.ts'
import type { Flows } from './load.ts'

type Row = Omit<ToldRow, 'tx' | 'amount'> & { readonly amount: bigint }

/** What flows hold, in words. */
type Told = { readonly addresses: readonly string[]; readonly moves: readonly string[] }

const flowsOf = (rows: readonly Row[]): Promise<Flows> =>
  withRows(
    rows.map((row) => ({ ...row, tx: null })),
    async (_, flows) => flows,
  )

const toldOf = ({ addresses, assets }: Flows): Told => ({
  addresses,
  moves: assets.flatMap(({ asset, flow }) =>
    Array.from(
      flow.src,
      (src, i) =>
        `${asset} ${moveKinds[flow.kind[i] as number]} ${addresses[src] ?? (src === nobody ? '-' : '?')} > ${addresses[flow.dst[i] as number] ?? '-'} ${BigInt(flow.amount[i] as number | bigint)}`,
    ),
  ),
})

const isEvm = /^0[xX][0-9a-fA-F]{40}$/
const keyOf = (text: string): string => (isEvm.test(text) ? text.toLowerCase() : text)
const last = Number.POSITIVE_INFINITY

/** The same, the long way round. */
const plainly = (rows: readonly Row[]): Told => {
  const texts = new Map<string, string>()
  for (const text of rows.flatMap(({ src, dst }) => [src, dst])) {
    if (text === null) continue
    const before = texts.get(keyOf(text))
    if (before === undefined || text < before) texts.set(keyOf(text), text)
  }
  const name = (text: string | null): string =>
    text === null ? '-' : (texts.get(keyOf(text)) as string)
  const assets = [...new Set(rows.map(({ asset }) => asset))].sort()
  const moves = assets.flatMap((asset) => {
    const own = rows.filter((row) => row.asset === asset)
    const isTimed = own.some(({ block }) => block === null)
    const keys = (row: Row): readonly number[] => [
      ...(isTimed ? [row.time ?? last] : []),
      row.block ?? last,
      row.position ?? last,
      row.source,
      row.row,
    ]
    return own
      .sort((a, b) => {
        const [left, right] = [keys(a), keys(b)]
        const at = left.findIndex((key, i) => key !== right[i])
        return (left[at] as number) < (right[at] as number) ? -1 : 1
      })
      .map(
        ({ kind, src, dst, amount }) =>
          `${asset} ${moveKinds[kind]} ${name(src)} > ${name(dst)} ${amount}`,
      )
  })
  const addresses = [...texts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text)
  return { addresses, moves }
}

const [low, high] = ['abcdef', 'ABCDEF'].map((letters) => `0x${letters.repeat(7).slice(0, 40)}`)
const end = fc.constantFrom(
  'a',
  'b',
  'B',
  low as string,
  high as string,
  `${low?.slice(0, 41)}F`,
  `0X${high?.slice(2)}`,
)
const few = fc.option(fc.nat(3), { nil: null })
const row = fc.record({
  source: fc.nat(1),
  block: few,
  position: few,
  time: few,
  src: fc.option(end, { nil: null }),
  dst: fc.option(end, { nil: null }),
  asset: fc.constantFrom('X', 'Y', 'Z'),
  amount: fc.oneof(fc.bigInt(0n, 9n), fc.bigInt(0n, 2n ** 60n)),
  kind: fc.nat(moveKinds.length - 1),
})
const rows = fc
  .array(row, { maxLength: 30 })
  .map((all): readonly Row[] => all.map((each, i) => ({ ...each, row: i + 1 })))

test('flows hold what a plain sort gives, whatever the order of the rows', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (all) => {
      const told = plainly([...all])
      expect(toldOf(await flowsOf(all))).toEqual(told)
      expect(toldOf(await flowsOf([...all].reverse()))).toEqual(told)
    }),
    { numRuns: 15 },
  )
})

test('more moves and addresses than fit into a chunk keep their order and numbers', async () => {
  const many = Array.from({ length: 10_000 }, (_, i): Row => {
    const at = (i * 7919) % 10_000
    return {
      source: 0,
      row: i + 1,
      block: at,
      position: 0,
      time: null,
      src: `from ${String(at % 5_000).padStart(5, '0')}`,
      dst: `to ${at % 3}`,
      asset: at % 2 === 0 ? 'X' : 'Y',
      amount: at % 2 === 0 ? BigInt(at) : 10n ** 18n + BigInt(at),
      kind: 0,
    }
  })
  const flows = await flowsOf(many)
  expect(toldOf(flows)).toEqual(plainly(many))
  expect(flows.assets.map(({ start, flow }) => [start, flow.amount.constructor.name])).toEqual([
    [0, 'Float64Array'],
    [5_000, 'Array'],
  ])
})

test('a transfer takes at most 24 bytes in memory where amounts are narrow', async () => {
  const all = Array.from(
    { length: 100 },
    (_, i): Row => ({
      source: 0,
      row: i,
      block: i,
      position: 0,
      time: 0,
      src: 'a',
      dst: 'b',
      asset: 'X',
      amount: 1n,
      kind: 0,
    }),
  )
  const [{ flow } = { flow: undefined }] = (await flowsOf(all)).assets
  const arrays = [flow?.src, flow?.dst, flow?.amount, flow?.kind] as readonly {
    readonly byteLength: number
  }[]
  expect(
    arrays.reduce((sum, { byteLength }) => sum + byteLength, 0) / all.length,
  ).toBeLessThanOrEqual(24)
})
