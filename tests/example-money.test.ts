import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeExample } from '../src/cli/example-files.ts'
import { makeTemporaries } from '../src/cli/temporaries.ts'
import { type Engine, openInMemory } from '../src/engine/index.ts'
import { makeExample } from '../src/example/index.ts'
import { openFile } from '../src/formats/index.ts'
import { type Policy, traceFlows } from '../src/funds/index.ts'
import { parseIban } from '../src/identifiers/index.ts'
import type { Label, Source, SourceId } from '../src/model/index.ts'
import { readLabels, takeTransfers } from '../src/sources/index.ts'
import { makeFolder, muster } from './program.ts'

const parameters = { accounts: 1_500, rings: 12, seed: 2 }
const example = makeExample(parameters)
const truth = [...example.moneyTruth()]
const ringOf = new Map([...example.truth()].map(({ account, ring }) => [account, ring]))
/** Values of a kind that accounts of each ring were seen with and no other account was. */
const seenBy = (kind: string): ReadonlyMap<string, ReadonlySet<string>> => {
  const rows = [...example.observations()].filter((each) => each.kind === kind)
  const others = new Set(rows.flatMap(({ account, value }) => (ringOf.get(account) ? [] : [value])))
  const seen = new Map<string, Set<string>>()
  for (const { account, value } of rows) {
    const ring = ringOf.get(account)
    if (ring && !others.has(value)) seen.set(ring, (seen.get(ring) ?? new Set()).add(value))
  }
  return seen
}

const folder = makeFolder()
afterAll(() => folder.remove())

const given = async (name: string) => {
  const path = join(folder.path, name)
  const source: Source = {
    id: name as SourceId,
    path,
    sha256: '',
    kind: '',
    bytes: 0,
    learned: null,
  }
  return { file: await openFile(path), source }
}

let labels: readonly Label[]
beforeAll(async () => {
  await writeExample(folder.path, parameters, { temporaries: makeTemporaries() })
  const { file, source } = await given('labels.csv')
  const read = await readLabels(file, source)
  expect(read.rejected).toEqual([])
  labels = read.labels
})

const withMoved = async (name: string, work: (engine: Engine) => Promise<void>): Promise<void> => {
  const engine = await openInMemory({ memory: '1GB', spill: join(folder.path, 'spill') })
  try {
    const taken = await takeTransfers(engine, {
      files: [await given(name)],
      folder: folder.path,
    })
    expect(taken.rejected).toBe(0)
    await work(engine)
  } finally {
    await engine.close()
  }
}

const rings = truth.filter(({ paid }) => paid !== '0')

test('the example has rings of every way out', () => {
  for (const end of ['to_exchange', 'to_mixer', 'to_bridge', 'to_designated', 'payout'])
    expect(rings.filter((row) => row[end] !== '0').length).toBeGreaterThan(0)
})

test.each<Policy>(['haircut', 'fifo'])(
  'a trace by %s of what rings were paid ends where their books say, to the last unit',
  async (policy) => {
    const wallets = seenBy('wallet')
    const kinds = new Map(labels.map(({ address, kind, label }) => [address, { kind, label }]))
    const payments = [...example.transfers()].filter(
      ({ src, amount }) => kinds.get(src)?.label.startsWith('Example Platform') && amount !== '0',
    )
    for (const row of rings)
      await withMoved('transfers.csv', async (engine) => {
        const own = wallets.get(row.ring) as ReadonlySet<string>
        const seeds = payments.filter(({ dst }) => own.has(dst)).map(({ tx }) => tx)
        const asked = { seeds, policy, backward: false, labels, assets: [], hub: 1_000 }
        const { assets, missing, flows } = await traceFlows(engine, asked)
        expect(missing).toEqual([])
        const traced = assets.filter(({ seeded }) => seeded > 0n)
        expect(traced.map(({ asset }) => asset)).toEqual([row.asset])
        const [{ seeded, held, gaps, holders }] = traced as [(typeof traced)[number]]
        const at = (kind: string): string =>
          String(
            holders
              .filter(({ address }) => kinds.get(flows.addresses[address] as string)?.kind === kind)
              .reduce((sum, { amount }) => sum + amount, 0n),
          )
        expect({
          paid: String(seeded),
          to_exchange: at('service'),
          to_mixer: at('mixer'),
          to_bridge: String(gaps),
          to_designated: at('designated'),
          held: String(held),
        }).toEqual({
          paid: row.paid,
          to_exchange: row.to_exchange,
          to_mixer: row.to_mixer,
          to_bridge: row.to_bridge,
          to_designated: row.to_designated,
          // Whoever takes a cut keeps it, so both are still held by somebody.
          held: String(BigInt(row.cuts as string) + BigInt(row.still_held as string)),
        })
      })
  },
  120_000,
)

test('a trace of the bank of exchanges finds what was paid out for each ring', async () => {
  const ibans = seenBy('iban')
  const banks = labels.flatMap(({ address }) => (/^BE\d+$/.test(address) ? [address] : []))
  await withMoved('payments.xml', async (engine) => {
    const asked = { policy: 'haircut' as const, backward: false, labels, assets: [], hub: 1_000 }
    const { assets, flows } = await traceFlows(engine, { ...asked, seeds: banks })
    expect(assets.map(({ asset }) => asset)).toEqual(['USD'])
    const paid = new Map(
      (assets[0] as (typeof assets)[number]).holders.map(({ address, amount }) => [
        flows.addresses[address] as string,
        amount,
      ]),
    )
    for (const { ring, payout } of rings) {
      const own = [...(ibans.get(ring) ?? [])].reduce(
        (sum, iban) => sum + (paid.get(iban) ?? 0n),
        0n,
      )
      expect(String(own)).toBe(payout)
    }
  })
})

type Link = {
  readonly to: string
  readonly paid_out: readonly { readonly row: number; readonly amount: string }[]
}

test('a check links what exchanges took in from rings to what their banks paid the rings, to the last cent', async () => {
  const files = ['accounts', 'observations', 'intermediaries', 'transfers', 'labels']
  const named = [...files.map((name) => `${name}.csv`), 'payments.xml', 'vpn-networks.txt']
  const ran = await muster(
    ['check', ...named, '--assets', 'assets.csv', '--no-report', '--format', 'json'],
    { cwd: folder.path, env: { MUSTER_NOW: '2026-11-30T00:00:00Z' } },
  )
  const { cases } = JSON.parse(ran.stdout) as {
    readonly cases: readonly {
      readonly money?: { readonly links: readonly { readonly links: readonly Link[] }[] }
    }[]
  }
  const links = cases.flatMap(({ money }) => money?.links.flatMap((each) => each.links) ?? [])
  const ibans = seenBy('iban')
  const cashed = rings.filter((row) => row.to_exchange !== '0')
  expect(cashed.length).toBeGreaterThan(1)
  for (const { ring, payout } of cashed) {
    const own = links.filter(({ to }) => ibans.get(ring)?.has(to))
    const rows = new Map(own.flatMap((link) => link.paid_out.map((out) => [out.row, out.amount])))
    expect([...rows.values()].reduce((sum, amount) => sum + BigInt(amount), 0n)).toBe(
      BigInt(payout as string),
    )
  }
}, 60_000)

test('numbers of bank accounts hold their check digits, and no bank can give them out', () => {
  const ibans = new Set(
    [...example.observations()].flatMap(({ kind, value }) => (kind === 'iban' ? [value] : [])),
  )
  expect(ibans.size).toBeGreaterThan(300)
  for (const iban of ibans) {
    expect(parseIban(iban)).toEqual({ number: iban })
    // The national check of Belgium is 01 to 97.
    expect(iban).toMatch(/^BE\d{12}00$/)
  }
})
