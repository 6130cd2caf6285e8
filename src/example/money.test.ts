import { expect, test } from 'vitest'
import { makeExample } from './index.ts'

const example = makeExample({ accounts: 3_000, rings: 20, seed: 3 })
const transfers = [...example.transfers()]
const services = new Set([...example.labels()].map(({ address }) => address))
const ringAccounts = new Set(
  [...example.truth()].flatMap(({ account, ring }) => (ring ? [account] : [])),
)
const ringWallets = new Set(
  [...example.observations()].flatMap(({ account, kind, value }) =>
    kind === 'wallet' && ringAccounts.has(account) ? [value] : [],
  ),
)

test('the same transfers come each time, by time, and in whole base units', () => {
  expect([...example.transfers()]).toEqual(transfers)
  const places = transfers.map(({ block, index }) => Number(block) * 10_000 + Number(index))
  expect(places.every((place, i) => i === 0 || place > (places[i - 1] as number))).toBe(true)
  expect(transfers.filter(({ amount }) => !/^[1-9]\d*$/.test(amount))).toEqual([])
  expect(new Set(transfers.map(({ tx }) => tx)).size).toBe(transfers.length)
})

test('nobody but the platform sends what has not arrived', () => {
  const held = new Map<string, bigint>()
  const short: string[] = []
  for (const { src, dst, amount } of transfers) {
    const left = (held.get(src) ?? 0n) - BigInt(amount)
    if (left < 0n && !services.has(src)) short.push(src)
    held.set(src, left)
    held.set(dst, (held.get(dst) ?? 0n) + BigInt(amount))
  }
  expect(short).toEqual([])
})

test('what a ring is paid loses 10 to 30 % and is at an exchange within two days and a sweep', () => {
  const paid = transfers.filter(({ src, dst }) => services.has(src) && ringWallets.has(dst))
  expect(paid.length).toBeGreaterThan(20)
  const hours = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 3.6e6
  let ended = 0
  for (const { dst, time, amount } of paid) {
    const cut = transfers.find(
      (each) =>
        each.src === dst &&
        hours(time, each.time) > 0 &&
        hours(time, each.time) <= 8 &&
        transfers.some(
          (rest) =>
            rest.src === dst && BigInt(rest.amount) + BigInt(each.amount) === BigInt(amount),
        ),
    )
    if (cut === undefined) continue
    const share = Number(cut.amount) / Number(amount)
    expect(Math.min(share, 1 - share)).toBeGreaterThanOrEqual(0.0999)
    expect(Math.min(share, 1 - share)).toBeLessThanOrEqual(0.3001)
    const rest = String(BigInt(amount) - BigInt(cut.amount))
    const way = transfers.filter((each) => each.amount === rest && each.time > time)
    const end = way.find((each) => services.has(each.dst))
    if (end === undefined) continue
    ended++
    expect(way.indexOf(end)).toBeGreaterThanOrEqual(3)
    expect(way.indexOf(end)).toBeLessThanOrEqual(5)
    expect(hours(time, end.time)).toBeLessThanOrEqual(72)
  }
  expect(ended).toBeGreaterThan(0.9 * paid.length)
})
