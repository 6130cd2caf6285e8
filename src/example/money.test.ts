import { expect, test } from 'vitest'
import { makeExample } from './index.ts'

const example = makeExample({ accounts: 3_000, rings: 20, seed: 3 })
const transfers = [...example.transfers()]
const labels = [...example.labels()]
const labelled = new Map(labels.map(({ address, kind }) => [address, kind]))
const services = new Set(labelled.keys())
const ringOf = new Map([...example.truth()].map(({ account, ring }) => [account, ring]))
const walletsOf = new Map<string, string>()
for (const { account, kind, value } of example.observations())
  if (kind === 'wallet' && ringOf.get(account)) walletsOf.set(value, ringOf.get(account) as string)
const truth = [...example.moneyTruth()]
const genuine = transfers.filter(({ asset, amount }) => asset === 'USDX' && amount !== '0')
const hours = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 3.6e6

test('the same transfers come each time, by time, and in whole base units', () => {
  expect([...makeExample({ accounts: 3_000, rings: 20, seed: 3 }).transfers()]).toEqual(transfers)
  const places = transfers.map(({ block, index }) => Number(block) * 10_000 + Number(index))
  expect(places.every((place, i) => i === 0 || place > (places[i - 1] as number))).toBe(true)
  expect(transfers.filter(({ amount }) => !/^(?:0|[1-9]\d*)$/.test(amount))).toEqual([])
  expect(new Set(transfers.map(({ tx }) => tx)).size).toBe(transfers.length)
})

test('nobody but the platform sends what has not arrived', () => {
  const held = new Map<string, bigint>()
  const short: string[] = []
  for (const { src, dst, amount } of genuine) {
    const left = (held.get(src) ?? 0n) - BigInt(amount)
    if (left < 0n && labelled.get(src) !== 'service') short.push(src)
    held.set(src, left)
    held.set(dst, (held.get(dst) ?? 0n) + BigInt(amount))
  }
  expect(short).toEqual([])
})

test('what a ring is paid loses 10 to 30 %, and the rest leaves it within two days', () => {
  const paid = genuine.filter(({ src, dst }) => services.has(src) && walletsOf.has(dst))
  expect(paid.length).toBeGreaterThan(20)
  let ended = 0
  for (const { dst, time, amount } of paid) {
    const parts = genuine.filter((each) => each.src === dst && each.time > time)
    const cut = parts.find((each) =>
      parts.some((rest) => BigInt(rest.amount) + BigInt(each.amount) === BigInt(amount)),
    )
    if (cut === undefined || hours(time, cut.time) > 8) continue
    const share = Number(cut.amount) / Number(amount)
    expect(Math.min(share, 1 - share)).toBeGreaterThanOrEqual(0.0999)
    expect(Math.min(share, 1 - share)).toBeLessThanOrEqual(0.3001)
    const rest = BigInt(amount) - BigInt(cut.amount)
    // Wallet to wallet it stays whole; the last is the collector, or the ring's own at an exchange.
    const way = genuine.filter((each) => each.amount === String(rest) && each.time > time)
    const collector = way.findLast(({ dst: to }) => !services.has(to))
    if (collector === undefined) continue
    ended++
    expect(hours(time, collector.time)).toBeLessThanOrEqual(48)
  }
  expect(ended).toBeGreaterThan(0.9 * paid.length)
})

test('the truth of money adds up, and every way out is gone', () => {
  const total = (end: string): bigint =>
    truth.reduce((sum, row) => sum + BigInt(row[end] as string), 0n)
  for (const row of truth) {
    const gone = ['cuts', 'to_exchange', 'to_mixer', 'to_bridge', 'to_designated', 'still_held']
    expect(gone.reduce((sum, end) => sum + BigInt(row[end] as string), 0n)).toBe(
      BigInt(row.paid as string),
    )
    for (const end of gone) expect(BigInt(row[end] as string)).toBeGreaterThanOrEqual(0n)
  }
  for (const end of ['cuts', 'to_exchange', 'to_mixer', 'to_bridge', 'to_designated', 'payout'])
    expect(total(end)).toBeGreaterThan(0n)
  expect(truth.filter(({ to_designated }) => to_designated !== '0')).toHaveLength(1)
})

test('what rings were paid is what the platform sent to their wallets', () => {
  const paid = new Map<string, bigint>()
  for (const { src, dst, amount } of genuine) {
    const ring = walletsOf.get(dst)
    if (ring && services.has(src)) paid.set(ring, (paid.get(ring) ?? 0n) + BigInt(amount))
  }
  for (const row of truth) expect(String(paid.get(row.ring) ?? 0n)).toBe(row.paid)
})

test('two wallets of rings are poisoned, with nothing and with tokens of nobody', () => {
  const nothing = transfers.filter(({ amount }) => amount === '0')
  expect(nothing).toHaveLength(2)
  for (const { src, dst } of nothing) {
    expect(walletsOf.has(src)).toBe(true)
    const like = genuine.filter(
      (each) =>
        each.src === src &&
        each.dst.slice(0, 5) === dst.slice(0, 5) &&
        each.dst.slice(-4) === dst.slice(-4),
    )
    expect(like.length).toBeGreaterThan(0)
    expect(like.filter((each) => each.dst === dst)).toEqual([])
  }
  const spoofed = transfers.filter(({ asset }) => asset !== 'USDX')
  expect(new Set(spoofed.map(({ asset }) => asset)).size).toBe(2)
  expect(spoofed.filter(({ asset }) => !/^0x[0-9a-f]{40}$/.test(asset))).toEqual([])
})

test('honest people mix and use bridges too', () => {
  const ways = (kind: string): number =>
    new Set(genuine.filter(({ dst }) => labelled.get(dst) === kind).map(({ src }) => src)).size
  // Rings have one collector each, and fewer than twenty hide.
  expect(ways('mixer') + ways('bridge')).toBeGreaterThan(truth.length / 2)
})
