import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import table from '../../data/thefts.json' with { type: 'json' }
import schema from '../../data/thefts.schema.json' with { type: 'json' }
import { parseWallet } from '../identifiers/index.ts'
import { addressKey, toSpan } from '../model/index.ts'
import { findTheft, theftSources, thefts } from './thefts.ts'

/** Ids that seeds and cases may hold: what is added to the register is added here. */
const published = `banco-del-austro-2015 bank-in-guatemala-2015 tien-phong-bank-2015 bangladesh-bank-2016
standard-bank-atm-2016 bank-in-india-2016 bank-in-nigeria-2016 bitcurex-2016 bithumb-2017-02
youbit-2017-04 bithumb-2017-07 coinis-2017 bank-in-tunisia-2017
far-eastern-international-bank-2017 nicehash-2017 youbit-2017-12 institution-in-costa-rica-2018
bancomext-2018 coincheck-2018 city-union-bank-2018 cypherium-2018 bank-in-malaysia-2018
coinsecure-2018 gate-io-2018 banco-de-chile-2018 bank-in-liberia-2018 coinrail-2018 bithumb-2018
bancor-2018 cosmos-bank-2018 indodax-2018 zaif-2018 victim-in-bangladesh-2018 trade-io-2018
bankislami-2018 cryptopia-2019 bank-in-spain-2019 bank-of-valletta-2019 bank-in-gambia-2019
bank-in-nigeria-2019 bank-in-kuwait-2019 etbox-2019 dragonex-2019 coinbene-2019 biki-2019
bithumb-2019 cointiger-2019 algo-capital-2019 upbit-2019 financial-firm-in-new-york-2020
eterbase-2020 kucoin-2020 nexus-mutual-founder-2020 exmo-2020 paid-network-2021 easyfi-2021
unknown-990-btc-2021 finnexus-2021 market-maker-2021 coinsquare-2021 advcash-2021 bondly-2021
dao-maker-2021 liquid-2021 mgnr-2021 bzx-2021 ronin-2022 harmony-2022 dwf-labs-2022 deribit-2022
atomic-wallet-2023 investment-platform-2023 poly-network-2023 alphapo-2023 coinspaid-2023
steadefi-2023 stake-2023 coinex-2023 fantom-foundation-2023 maverick-2023 poloniex-2023
kronos-research-2023 htx-heco-2023 orbit-bridge-2023 hector-network-2024 concentric-2024
wall-street-memes-2024 playdapp-2024 nfprompt-2024 individual-or-fund-2024 munchables-2024
prisma-2024 rain-2024 alex-lab-2024 dmm-bitcoin-2024 lykke-2024 loopring-users-2024 uwu-lend-2024
btcturk-2024 coinstats-2024 kyrrex-2024 irys-2024 wazirx-2024 nexera-2024 indodax-2024
deltaprime-2024-09 bingx-2024 truflation-2024 onyx-dao-2024 radiant-2024 tapioca-2024 m2-2024
deltaprime-2024-11 individual-ton-2024 phemex-2025 dimitra-2025 ripio-2025 bybit-2025
individual-1900-btc-2025 zoth-2025 bitopro-2025 favrr-2025 bigone-2025 coindcx-2025 woo-x-2025
btcturk-2025 venus-user-2025 swissborg-2025 uxlink-2025 seedify-2025 sbi-crypto-2025
garden-finance-2025 upbit-2025 bitrefill-2026 drift-2026 kelpdao-2026`

describe('the register of thefts', () => {
  const check = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0])

  test('is as its schema says', () => {
    expect(check.safeParse(table).error?.issues ?? []).toEqual([])
  })

  test.each<[string, object]>([
    ['without a source', { sources: [] }],
    ['without who attributes it', { attributedBy: '' }],
    ['with a part of a dollar', { amountUsd: 1.5 }],
    ['with an address of no source', { addresses: [{ address: `0x${'1'.repeat(40)}` }] }],
    ['that is disputed by nobody', { disputed: '' }],
    ['with a member that nobody knows', { thief: 'x' }],
  ])('a theft %s is refused', (_name, fault) => {
    const planted = { ...table, thefts: [{ ...table.thefts[0], ...fault }] }
    expect(check.safeParse(planted).success).toBe(false)
  })

  test('is in the order of its dates, with no theft twice', () => {
    const days = thefts.map(({ date }) => toSpan(date).first)
    expect(days).toEqual([...days].sort((a, b) => a - b))
    expect(new Set(thefts.map(({ id }) => id)).size).toBe(thefts.length)
    expect(new Set(thefts.map(({ victim, date }) => `${victim} ${date}`)).size).toBe(thefts.length)
    for (const { id, date } of thefts)
      expect(id).toMatch(new RegExp(`-${date.slice(0, 4)}(-\\d\\d)?$`))
  })

  test('keeps every id that was ever published', () => {
    const ids = new Set(thefts.map(({ id }) => id))
    expect(published.split(/\s+/).filter((id) => !ids.has(id))).toEqual([])
  })

  test('says of each theft since when it is attributed, or that a list alone does', () => {
    for (const { attributed, date, sources } of thefts)
      if (attributed === undefined) expect(sources).toContain('list')
      else expect(toSpan(attributed).last).toBeGreaterThanOrEqual(toSpan(date).first)
  })

  test('uses each source that it explains', () => {
    const used = new Set(
      thefts.flatMap(({ sources, addresses = [] }) => [
        ...sources,
        ...addresses.map(({ source }) => source),
      ]),
    )
    expect(Object.keys(theftSources).filter((key) => !used.has(key))).toEqual([])
  })

  test('names sound addresses, each of one theft', () => {
    const all = thefts.flatMap(({ addresses = [] }) => addresses)
    expect(all.length).toBeGreaterThan(90)
    expect(new Set(all.map(({ address }) => addressKey(address))).size).toBe(all.length)
    for (const { address, network } of all) {
      const wallet = parseWallet(address)
      expect([address, wallet?.network, wallet?.valid === 'broken']).toEqual([
        address,
        network === 'bitcoin' ? 'bitcoin' : 'evm',
        false,
      ])
    }
  })
})

describe('a seed', () => {
  test('that names a theft is its addresses', () => {
    expect(findTheft('theft:ronin-2022')?.addresses).toMatchObject([
      { address: '0x098B716B8Aaf21512996dC57EB0615e2383E2f96', role: 'first' },
    ])
    expect(findTheft(' Theft:BYBIT-2025')?.addresses).toHaveLength(52)
  })

  test('that is no theft is left alone', () => {
    expect(findTheft('0x098B716B8Aaf21512996dC57EB0615e2383E2f96')).toBeUndefined()
  })

  test.each([
    ['theft:ronin-2023', /Did you mean theft:ronin-2022/],
    ['theft:', /known of/],
    ['theft:coincheck-2018', /--seed ADDRESS/],
  ])('%s is refused with a way out', (seed, hint) => {
    expect(() => findTheft(seed)).toThrow(
      expect.objectContaining({ code: 'usage', hint: expect.stringMatching(hint) }),
    )
  })
})

const data = join(
  process.env.MUSTER_DATA ?? resolve(import.meta.dirname, '../../../shared/data'),
  'context/thefts.tsv',
)

test.skipIf(!existsSync(data))('every theft of the collection is there (needs MUSTER_DATA)', () => {
  const rows = readFileSync(data, 'utf8').trim().split(/\r?\n/).slice(1)
  const found = rows.map((row) => row.split('\t')).map(([, , date, amount]) => `${date} ${amount}`)
  const ours = thefts.map(({ date, amountUsd }) => `${date} ${amountUsd ?? ''}`)
  expect(ours).toEqual(found)
})
