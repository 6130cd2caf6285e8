import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseWallet, walletId } from './wallet.ts'

type Case = [text: string, network: string, address?: string]

/** From the published specifications: EIP-55, BIP 173 and 350, CashAddr, XLS-5, chain genesis. */
const sound: readonly Case[] = [
  ['0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed', 'evm'],
  ['0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359', 'evm'],
  ['0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB', 'evm'],
  ['0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb', 'evm'],
  ['1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', 'bitcoin'],
  ['3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy', 'bitcoin'],
  [
    'BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4',
    'bitcoin',
    'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4',
  ],
  ['bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kt5nd6y', 'bitcoin'],
  ['BC1SW50QGDZ25J', 'bitcoin', 'bc1sw50qgdz25j'],
  ['bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0', 'bitcoin'],
  ['tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx', 'bitcoin-testnet'],
  [
    'bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a',
    'bitcoin',
    '1BpEi6DfDAUFd7GtittLSdBeYJvcoaVggu',
  ],
  [
    'BITCOINCASH:QPM2QSZNHKS23Z7629MMS6S4CWEF74VCWVY22GDX6A',
    'bitcoin',
    '1BpEi6DfDAUFd7GtittLSdBeYJvcoaVggu',
  ],
  ['ppm2qsznhks23z7629mms6s4cwef74vcwvn0h829pq', 'bitcoin', '3CWFddi6m4ndiGyKqzYvsFYagqDLPVMTzC'],
  ['TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t', 'tron'],
  ['rrrrrrrrrrrrrrrrrrrrrhoLvTp', 'xrp'],
  ['rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh', 'xrp'],
  ['X7AcgcsBL6XDcUb289X4mJ8djcdyKaGZMhc9YTE92ehJ2Fu', 'xrp', 'r9cZA1mLK5R5Am25ArfXFmqgNwjZgnfk59'],
  [
    '44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A',
    'monero',
  ],
  [
    '888tNkZrPN6JsEgekjMnABU4TBzc2Dt29EPAvkRxbANsAnjyPbb3iQ1YBRk1UXcdRsiKc9dhwMVgN5S9cQUiyoogDavup3H',
    'monero',
  ],
]

describe('parseWallet', () => {
  test.each(sound)('proves %s by its checksum as %s', (text, network, address) => {
    const wallet = parseWallet(text)
    const written = network === 'evm' ? text.toLowerCase() : (address ?? text)
    expect(wallet).toMatchObject({ network, address: written, valid: 'checksum' })
  })

  test.each<Case>([
    ['0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed', 'evm'],
    [
      '0X5AAEB6053F3E94C9B9A09F33669435E7EF1BEAED',
      'evm',
      '0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed',
    ],
    ['11111111111111111111111111111111', 'solana'],
    ['TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA', 'solana'],
  ])('takes %s without a checksum as %s', (text, network, address) => {
    expect(parseWallet(text)).toEqual({ network, address: address ?? text, valid: 'no-checksum' })
  })

  test.each<Case>([
    [
      '0x5AAeb6053F3E94C9b9A09f33669435E7Ef1BeAed',
      'evm',
      '0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed',
    ],
    ['0x5aaeb6053f3e94c9b9a09f33669435e7ef1beae', 'evm'],
    ['1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb', 'bitcoin'],
    ['1A1zP1eP5QGefi2DMPTfTL5SLmv7D0vfNa', 'bitcoin'],
    ['bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5', 'bitcoin'],
    ['bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvpql3jow4', 'bitcoin'],
    ['BC1QW508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4', 'bitcoin'],
    // Version 0 in bech32m, version 1 in bech32, and a program too short (BIP 350).
    ['bc1q0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd', 'bitcoin'],
    ['bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd', 'bitcoin'],
    ['bc1pw5dgrnzv', 'bitcoin'],
    [
      'qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6c',
      'bitcoin-cash',
      'bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6c',
    ],
    ['TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6u', 'tron'],
    ['rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTi', 'xrp'],
    [
      '44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3B',
      'monero',
    ],
  ])('keeps and flags %s, whose checksum fails, as %s', (text, network, address) => {
    const wallet = parseWallet(text)
    expect(wallet).toMatchObject({ network, address: address ?? text, valid: 'broken' })
    expect(wallet?.note).toBeTruthy()
  })

  test.each([
    ['', {}],
    ['   ', { currency: 'XBT' }],
    ['Kim Example', {}],
    ['0x5aaeb6053f3e94c9b9a09f33669435e7ef', {}],
    ['0x'.padEnd(66, 'a'), {}],
    ['u1example', {}],
    ['1'.repeat(300), { currency: 'SOL' }],
  ])('finds no wallet in %j with %j', (text, hint) => {
    expect(parseWallet(text, hint)).toBeUndefined()
  })

  test('tells a token of several networks by the form of the address', () => {
    const networks = [
      '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa',
      '0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed',
      'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t',
    ].map((text) => parseWallet(text, { currency: 'USDT' })?.network)
    expect(networks).toEqual(['bitcoin', 'evm', 'tron'])
  })

  test('gives one id to one key on Bitcoin and Bitcoin Cash, and on every EVM chain', () => {
    const ids = (texts: readonly string[], currencies: readonly string[]): Set<string> =>
      new Set(
        texts.flatMap((text) =>
          currencies.map((currency) => {
            const wallet = parseWallet(text, { currency })
            return wallet ? walletId(wallet) : 'none'
          }),
        ),
      )
    const bitcoin = [
      '1BpEi6DfDAUFd7GtittLSdBeYJvcoaVggu',
      'qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a',
    ]
    expect(ids(bitcoin, ['XBT', 'BCH', 'BSV', 'USDT'])).toEqual(
      new Set(['wallet:bitcoin/1BpEi6DfDAUFd7GtittLSdBeYJvcoaVggu']),
    )
    expect(
      ids(['0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed'], ['ETH', 'ETC', 'ARB', 'BSC', 'USDC']),
    ).toEqual(new Set(['wallet:evm/0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed']))
  })

  test('reads an integrated Monero address as the wallet that it pays into', () => {
    const wallet = parseWallet(
      '4LL9oSLmtpccfufTMvppY6JwXNouMBzSkbLYfpAV5Usx3skxNgYeYTRj5UzqtReoS44qo9mtmXCqY45DJ852K5Jv2bYXZKKQePHES9khPK',
    )
    expect(wallet).toMatchObject({ network: 'monero', valid: 'checksum' })
    expect(wallet?.address).toHaveLength(95)
    expect(wallet?.address).toMatch(/^4/)
  })

  test('says so where the currency beside an address is another network’s', () => {
    expect(parseWallet('TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t', { currency: 'XBT' })).toMatchObject({
      network: 'tron',
      note: 'said to be XBT, written as a tron address',
    })
  })

  test('loses no listed wallet: a form it does not know is kept under its currency', () => {
    expect(parseWallet('addr1example', { currency: 'ADA' })).toMatchObject({
      network: 'ada',
      address: 'addr1example',
      valid: 'no-checksum',
    })
    expect(parseWallet('somewhere', { currency: 'XBT' })).toMatchObject({
      network: 'bitcoin',
      address: 'somewhere',
      valid: 'broken',
    })
  })

  test.each<Case>([
    ['bitcoin:1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa?amount=0.1', 'bitcoin'],
    ['ethereum:0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed@1', 'evm'],
    ['eip155:56:0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed', 'evm'],
  ])('reads the payment link %s', (text, network) => {
    expect(parseWallet(text)?.network).toBe(network)
  })

  test('reads TRON in hexadecimal and an EVM address without 0x where the currency says so', () => {
    expect(
      parseWallet('41a614f803b6fd780986a42c78ec9c7f77e6ded13c', { currency: 'TRX' })?.address,
    ).toBe('TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t')
    expect(
      parseWallet('5aaeb6053f3e94c9b9a09f33669435e7ef1beaed', { currency: 'ETH' })?.address,
    ).toBe('0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed')
  })

  test('the hint never changes the id of an address that proves itself', () => {
    const currency = fc.constantFrom('XBT', 'ETH', 'XMR', 'LTC', 'ZEC', 'TRX', 'SOL', 'USDT', 'NEW')
    fc.assert(
      fc.property(fc.constantFrom(...sound), currency, ([text], hint) => {
        const [plain, hinted] = [parseWallet(text), parseWallet(text, { currency: hint })]
        expect(hinted && walletId(hinted)).toBe(plain && walletId(plain))
      }),
    )
  })

  test('reading what it wrote gives the same wallet again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sound), ([text]) => {
        const once = parseWallet(text)
        const again = parseWallet(once?.address ?? '')
        expect([again?.network, again?.address]).toEqual([once?.network, once?.address])
      }),
    )
  })

  test('one wrong letter in a checked address is never proved', () => {
    const letters = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
    fc.assert(
      fc.property(
        fc.constantFrom(...sound.filter(([text]) => !/^bc1s|^bitcoincash|^0x/i.test(text))),
        fc.nat(),
        fc.constantFrom(...letters),
        ([text], at, letter) => {
          const i = at % text.length
          if (text[i]?.toLowerCase() === letter.toLowerCase()) return
          const wrong = text.slice(0, i) + letter + text.slice(i + 1)
          expect(parseWallet(wrong)?.valid).not.toBe('checksum')
        },
      ),
    )
  })

  test('no text makes it throw', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string({ unit: fc.constantFrom(...'13bcqpt0xLMTXrz48') }),
          fc
            .tuple(
              fc.constantFrom('1', '0x', 'bc1', 'r', 'X', '4', 'T', 't1', 'q'),
              fc.base64String(),
            )
            .map(([a, b]) => a + b),
        ),
        fc.option(fc.constantFrom('XBT', 'XMR', 'XRP', 'SOL', 'ABC'), { nil: undefined }),
        (text, currency) => {
          const wallet = parseWallet(text, currency === undefined ? {} : { currency })
          if (currency !== undefined && text.trim() !== '' && text.length <= 256)
            expect(wallet).toBeDefined()
        },
      ),
      { numRuns: 500 },
    )
  })
})

const folder = join(process.env.MUSTER_DATA ?? '../shared/data', 'chain/labels/ofac')

test.skipIf(!existsSync(folder))(
  'every address of the OFAC snapshot has a network and none is broken',
  () => {
    const wallets = readdirSync(folder).flatMap((name) => {
      const currency = /_([A-Z]+)\.json$/.exec(name)?.[1] as string
      const addresses = JSON.parse(readFileSync(join(folder, name), 'utf8')) as string[]
      return addresses.map((address) => ({ address, wallet: parseWallet(address, { currency }) }))
    })
    expect(wallets).toHaveLength(643)
    expect(wallets.filter(({ wallet }) => !wallet || wallet.valid === 'broken')).toEqual([])
  },
)
