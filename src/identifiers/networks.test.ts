import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readIp, writeIp } from './ip.ts'
import { type Network, NetworkSet, parseNetwork } from './networks.ts'

const parsed = (texts: readonly string[]): Network[] =>
  texts.map((text) => {
    const network = parseNetwork(text)
    if (!network) throw new Error(`${text} is no network`)
    return network
  })

test.each([
  ['203.0.113.0/24', '203.0.113.0', true],
  ['203.0.113.0/24', '203.0.113.255', true],
  ['203.0.113.0/24', '203.0.114.0', false],
  ['203.0.113.77/24', '203.0.113.1', true],
  ['203.0.113.7', '203.0.113.7', true],
  ['0.0.0.0/0', '255.255.255.255', true],
  ['2001:db8::/32', '2001:db8:ffff::1', true],
  ['2001:db8::/32', '2001:db9::', false],
  ['::/0', '203.0.113.7', false],
  ['203.0.113.0/24', 'no address', false],
])('of %s, %s is one: %s', (network, address, is) => {
  expect(new NetworkSet(parsed([network])).has(address)).toBe(is)
})

test.each([
  '203.0.113.0/33',
  '203.0.113/24',
  '203.0.113.0/24/1',
  '2001:db8::/129',
  'x',
  '1.2.3.4/',
])('%s is no network', (text) => {
  expect(parseNetwork(text)).toBeUndefined()
})

const network = fc.oneof(
  fc.tuple(fc.ipV4(), fc.integer({ min: 4, max: 32 })).map(([ip, bits]) => `${ip}/${bits}`),
  fc.tuple(fc.ipV6(), fc.integer({ min: 4, max: 128 })).map(([ip, bits]) => `${ip}/${bits}`),
)

test('a set holds what any of its networks holds, whatever their order and overlaps', () => {
  fc.assert(
    fc.property(
      fc.array(network, { maxLength: 30 }),
      fc.array(fc.oneof(fc.ipV4(), fc.ipV6()), { maxLength: 30 }),
      (texts, addresses) => {
        const networks = parsed(texts)
        const set = new NetworkSet(networks)
        const edges = networks.flatMap(({ version, first, last }) =>
          [first, last].map((number) => writeIp({ version, number })),
        )
        for (const address of [...addresses, ...edges]) {
          const ip = readIp(address)
          const is = networks.some(
            ({ version, first, last }) =>
              ip?.version === version && ip.number >= first && ip.number <= last,
          )
          // An IPv4 address inside IPv6 is written as IPv4, so the end of such a block reads as one.
          if (ip && writeIp(ip) === address) expect(set.has(address), address).toBe(is)
        }
      },
    ),
  )
})

test('an address is read the same again from what was written', () => {
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (text) => {
      const ip = readIp(text)
      expect(ip && readIp(writeIp(ip))).toEqual(ip)
      expect(ip).toBeDefined()
    }),
  )
})
