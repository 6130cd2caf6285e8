import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sql } from '../../engine/index.ts'
import type { Label } from '../../model/index.ts'
import { openTemporaryWorkspace, type Workspace } from '../../workspace/index.ts'
import { toHolderAnswers, toSummary } from '../answer.ts'
import { exposeFlows, traceFlows } from '../ask.ts'
import { takeHeld } from '../held.ts'
import { moveKinds } from './flow.ts'
import { keepFlows } from './keep.ts'

/** A transfer as a workspace holds it; `file` is a number. */
type Held = {
  readonly file: number
  readonly row: number
  readonly block: number | null
  readonly position: number | null
  readonly hour: number | null
  readonly tx: string | null
  readonly src: string | null
  readonly dst: string | null
  readonly asset: string
  readonly amount: bigint
  readonly kind: (typeof moveKinds)[number]
}

const idOf = (file: number): string => `transfers-${file}`

/** Takes transfers in as an import does, in one transaction with their flows. */
const takeIn = ({ engine }: Workspace, came: readonly Held[]): Promise<readonly string[]> =>
  engine.transaction(async (session) => {
    let seq = 0
    for await (const { next } of session.query(
      sql`select coalesce(max(seq) + 1, 0)::integer as next from transfer`,
    ))
      seq = next as number
    const rows = await session.append('transfer')
    for (const { file, row, block, position, hour, tx, src, dst, asset, amount, kind } of came) {
      const time =
        hour === null
          ? null
          : `2026-01-01T${String(hour).padStart(2, '0')}:00:00${row % 2 ? 'Z' : '.250Z'}`
      rows.add([
        seq++,
        time,
        tx,
        src,
        dst,
        asset,
        `${amount}`,
        kind,
        idOf(file),
        row,
        block,
        position,
      ])
    }
    rows.end()
    const sources = await session.append('source')
    for (const file of new Set(came.map((each) => each.file)))
      sources.add([idOf(file), `${file}.csv`, `${file}`, 'transfers', 0, null, null])
    sources.end()
    return keepFlows(session)
  })

/** All that trace and exposure answer, as text. */
const answersOf = async (workspace: Workspace): Promise<string> => {
  const said: unknown[] = []
  const labels: readonly Label[] = [
    {
      ...{ address: 'shop', kind: 'service', category: 'service', label: 'Shop' },
      ...{ source: '', confidence: 100, place: '' },
    },
  ]
  const known = { labels, assets: [], hub: 3 } as const
  for (const backward of [false, true]) {
    const { engine, sources } = await takeHeld(workspace)
    const traced = await traceFlows(engine, {
      ...{ ...known, policy: 'haircut', backward },
      seeds: ['a', `0x${'Ab'.repeat(20)}`, 'tx 1'],
    })
    for (const asset of traced.assets) {
      for await (const line of toHolderAnswers(engine, { ...traced, sources }, asset))
        said.push(line)
      said.push(toSummary(asset))
    }
    said.push(traced.missing, traced.unvalued, traced.lookalikes)
    await engine.close()
  }
  const { engine } = await takeHeld(workspace)
  const { exposures, flows } = await exposeFlows(engine, { ...known, of: [] })
  for (const { address, direct, indirect, ...rest } of exposures)
    said.push({
      address: flows.addresses[address],
      direct: `${direct}`,
      indirect: `${indirect}`,
      ...rest,
    })
  await engine.close()
  return said.map((line) => JSON.stringify(line)).join('\n')
}

const forget = ({ engine }: Workspace): Promise<void> =>
  engine.transaction((session) => session.run(sql`delete from flow_extent`))

const within = async <T>(work: (workspace: Workspace) => Promise<T>): Promise<T> => {
  const workspace = await openTemporaryWorkspace()
  try {
    return await work(workspace)
  } finally {
    await workspace.close()
  }
}

const wallet = `0x${'ab'.repeat(20)}`
const end = fc.constantFrom(
  'a',
  'b',
  'c',
  'shop',
  'z',
  wallet,
  wallet.replaceAll('a', 'A'),
  `0X${'AB'.repeat(20)}`,
)
const few = fc.option(fc.nat(3), { nil: null, freq: 6 })
const counterfeit = `0x${'bad0'.repeat(10)}`
const held = fc.record({
  file: fc.nat(3),
  block: few,
  position: few,
  hour: few,
  tx: fc.option(fc.constantFrom('tx 1', 'tx 2', 'tx 3'), { nil: null }),
  src: fc.option(end, { nil: null, freq: 9 }),
  dst: fc.option(end, { nil: null, freq: 9 }),
  asset: fc.constantFrom('X', 'Y', counterfeit),
  amount: fc.oneof(fc.bigInt(1n, 3n), fc.bigInt(1n, 2n ** 60n)),
  kind: fc.constantFrom(...moveKinds),
})
/** Files in any order, each whole in one import; several may come in together. */
const imports = fc
  .tuple(
    fc.array(held, { minLength: 1, maxLength: 25 }),
    fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
    fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
    fc.boolean(),
  )
  .map(([all, order, together, shares]) => {
    const rows = all.map(
      (each, i): Held => ({ ...each, row: i + 1, tx: shares ? each.tx : `tx ${i}` }),
    )
    const groups: Held[][] = []
    order.forEach((file, i) => {
      const own = rows.filter((row) => row.file === file)
      if (i > 0 && together[i]) groups.at(-1)?.push(...own)
      else groups.push(own)
    })
    return groups.filter((group) => group.length > 0)
  })

test('kept and appended in any splits, flows give what they give when built at once, to the byte', async () => {
  await fc.assert(
    fc.asyncProperty(imports, async (groups) => {
      const appended = await within(async (workspace) => {
        for (const group of groups) await takeIn(workspace, group)
        const kept = await answersOf(workspace)
        await forget(workspace)
        expect(await answersOf(workspace)).toBe(kept)
        return kept
      })
      await within(async (workspace) => {
        await takeIn(workspace, [...groups.flat()].reverse())
        expect(await answersOf(workspace)).toBe(appended)
      })
    }),
    { numRuns: 6 },
  )
}, 300_000)

const plain = (block: number, more: Partial<Held> = {}): Held => ({
  ...{ file: 0, row: block, block, position: 0, hour: 1, tx: `tx ${block}`, src: 'a', dst: 'b' },
  ...{ asset: 'X', amount: 5n, kind: 'transfer', ...more },
})

test.each<[string, readonly Held[], readonly Held[], readonly string[]]>([
  ['later ones are appended', [plain(1), plain(2)], [plain(3, { file: 1 })], []],
  ['earlier ones are put in between', [plain(1), plain(3)], [plain(2, { file: 1 })], ['X']],
  ['those of another asset are appended', [plain(5)], [plain(1, { file: 1, asset: 'Y' })], []],
  ['one without a block lets time decide', [plain(1)], [plain(2, { file: 1, block: null })], ['X']],
  ['the same, told by another file, counts once', [plain(1)], [plain(1, { file: 1 })], ['X']],
  ['ties are decided by the file', [plain(1, { file: 1 })], [plain(1, { tx: 'other' })], ['X']],
])('%s', async (_, first, second, merged) => {
  await within(async (workspace) => {
    expect(await takeIn(workspace, first)).toEqual([])
    expect(await takeIn(workspace, second)).toEqual(merged)
  })
})

test('addresses keep their numbers, and answers follow the order of texts all the same', async () => {
  await within(async (workspace) => {
    const numbers = async (): Promise<readonly unknown[]> => {
      const all: unknown[] = []
      for await (const { text } of workspace.engine.query(
        sql`select text from flow_address order by number`,
      ))
        all.push(text)
      return all
    }
    await takeIn(workspace, [plain(1, { src: 'm', dst: 'n' })])
    await takeIn(workspace, [plain(2, { file: 1, src: 'z', dst: 'a' })])
    expect(await numbers()).toEqual(['m', 'n', 'a', 'z'])
    const { engine } = await takeHeld(workspace)
    const { flows } = await exposeFlows(engine, { labels: [], assets: [], hub: 9, of: [] })
    expect(flows.addresses).toEqual(['a', 'm', 'n', 'z'])
    await engine.close()
    expect(await numbers()).toEqual(['m', 'n', 'a', 'z'])
  })
})

test('a contract that is vouched for is traced though the kept flows leave it out', async () => {
  await within(async (workspace) => {
    await takeIn(workspace, [plain(1), plain(2, { asset: counterfeit })])
    const assetsOf = async (contracts: readonly string[]): Promise<readonly string[]> => {
      const { engine } = await takeHeld(workspace)
      const assets = contracts.map((contract) => ({ contract, symbol: 'C', decimals: 0 }))
      const { flows } = await exposeFlows(engine, { labels: [], assets, hub: 9, of: [] })
      await engine.close()
      return flows.assets.map(({ asset }) => asset)
    }
    expect(await assetsOf([])).toEqual(['X'])
    expect(await assetsOf([counterfeit])).toEqual([counterfeit, 'X'])
    expect(await assetsOf([])).toEqual(['X'])
  })
})
