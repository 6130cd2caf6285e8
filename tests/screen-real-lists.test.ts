import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { parseWallet, walletId } from '../src/identifiers/index.ts'
import { type LoadedList, loadLists } from '../src/lists/index.ts'
import { type Listed, Screener, toListed, toProfile } from '../src/screening/index.ts'
import { made } from '../src/screening/screening.fixture.ts'
import { dataFile, dataFolder } from './editions.ts'

/** The text of a file, gzipped or not, read without Muster's readers. */
const textOf = (...path: string[]): string => {
  const bytes = readFileSync(dataFile(...path))
  return (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('latin1')
}

describe.skipIf(!dataFolder)('screening the real UN and OFAC lists (needs MUSTER_DATA)', () => {
  const lists: LoadedList[] = []
  let listed: Listed[] = []
  let screener: Screener

  beforeAll(async () => {
    for (const folder of ['un', 'ofac'])
      lists.push(...(await loadLists(dataFile('lists', folder))).lists)
    listed = lists.flatMap(({ id, entities }) => entities.map((entity) => toListed(id, entity)))
    screener = new Screener(listed)
  })

  const ask = (schema: Parameters<typeof made>[1], properties: Parameters<typeof made>[2]) =>
    screener.screen(toProfile(made('s', schema, properties))).matches

  test('finds each of the 155 UN DPRK entries by its own names and good aliases, itself first', () => {
    const dprk = listed.filter(({ list, programs }) => list === 'un' && programs.includes('DPRK'))
    expect(dprk).toHaveLength(155)
    let [asked, first] = [0, 0]
    const missed: string[] = []
    for (const entry of dprk)
      for (const { kind, value } of entry.profile.names) {
        if (kind === 'weakAlias') continue
        asked++
        const found = ask('Thing', { name: value }).findIndex((match) => match.listed === entry)
        if (found < 0) missed.push(`${entry.reference} ${value}`)
        if (found === 0) first++
      }
    expect(missed).toEqual([])
    expect(first / asked).toBeGreaterThanOrEqual(0.97)
  })

  test('finds the owner of every digital currency address that OFAC prints', () => {
    const parties = new Set(
      listed.filter(({ list }) => list === 'ofac-sdn').map((each) => each.reference),
    )
    const texts = [
      textOf('lists', 'ofac', 'sdn.csv.gz'),
      textOf('lists', 'ofac', 'sdn_comments.csv'),
    ]
    const printed = texts.flatMap((text) =>
      text.split(/\r?\n(?=\d+,)/).flatMap((row) => {
        const party = /^\d+/.exec(row)?.[0] ?? ''
        if (!parties.has(party)) return []
        return [...row.matchAll(/Digital Currency Address - (\w+) ([0-9A-Za-z]+)/g)].map(
          ([, currency, address]) => ({ party, currency, address }) as Record<string, string>,
        )
      }),
    )
    // A remark is cut at 1,000 characters and goes on in the comments: such an address is no whole one.
    const whole = printed.filter(({ address, currency }) => {
      const wallet = parseWallet(address as string, { currency: currency as string })
      return wallet && wallet.valid !== 'broken' && walletId(wallet)
    })
    expect(whole.length).toBeGreaterThan(80)
    const missed = whole.filter(
      ({ party, address }) =>
        !ask('CryptoWallet', { publicKey: address as string }).some(
          (match) => match.listed.reference === party,
        ),
    )
    expect(missed).toEqual([])
  })

  test('finds every ship and company by its IMO number', () => {
    const parties = new Set(listed.map((each) => each.reference))
    const rows = textOf('lists', 'ofac', 'sdn.csv.gz').split(/\r?\n(?=\d+,)/)
    const printed = rows.flatMap((row) =>
      [...row.matchAll(/\bIMO (\d{7})\b/g)].map(([, number]) => ({
        party: /^\d+/.exec(row)?.[0] ?? '',
        number: number as string,
      })),
    )
    expect(printed.length).toBeGreaterThan(400)
    const missed = printed.filter(
      ({ party, number }) =>
        parties.has(party) &&
        !ask('Vessel', { imoNumber: number }).some((match) => match.listed.reference === party),
    )
    expect(missed).toEqual([])
  })

  test('finds the UN entries whose comments give an IMO number', () => {
    const entries = textOf('lists', 'un', 'consolidated-2026-02-27.xml.gz').split(
      /<(?:INDIVIDUAL|ENTITY)>/,
    )
    const printed = entries.flatMap((entry) =>
      [...entry.matchAll(/\(IMO\)\s+Number:?\s*(\d{7})/g)].map(([, number]) => ({
        reference: /<REFERENCE_NUMBER>([^<]+)/.exec(entry)?.[1]?.trim() ?? '',
        number: number as string,
      })),
    )
    expect(printed.length).toBeGreaterThan(0)
    for (const { reference, number } of printed)
      expect(ask('Thing', { imoNumber: number }).map((match) => match.listed.reference)).toContain(
        reference,
      )
  })
})
