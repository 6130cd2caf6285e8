import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { patternsIn, type Row } from './rules/scene.fixture.ts'
import { hourMs } from './rules/scene.ts'

const flows = join(
  process.env.MUSTER_DATA ?? resolve(import.meta.dirname, '../../../../shared/data'),
  'chain/flows',
)

const tableOf = (path: string): readonly (readonly string[])[] =>
  readFileSync(join(flows, path), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','))

const thief = '0x47666fab8bd0ac7003bce3f5c3585383f09486e2'

test.skipIf(!existsSync(flows))(
  'the forty equal transfers of the Bybit theft are one run within an hour (needs MUSTER_DATA)',
  () => {
    const rows = tableOf('bybit-2025/hop1_outbound.csv').flatMap(
      ([, time, to, amount, , , kind]): Row[] =>
        kind === 'native'
          ? [
              {
                at: Date.parse(`${time}Z`) / hourMs,
                src: thief,
                dst: to as string,
                amount: BigInt(Math.round(Number(amount))) * 10n ** 18n,
              },
            ]
          : [],
    )
    const found = patternsIn(rows, { stable: false })
    expect(found).toMatchObject([
      { pattern: 'structuring', subject: thief, strength: 40, facts: { recipients: 40 } },
    ])
    expect(found[0]?.facts.minutes).toBeLessThan(60)
    expect(new Set(found[0]?.moves.map((move) => move.split(' ').at(-1)))).toEqual(
      new Set([`${10_000n * 10n ** 18n}`]),
    )
  },
)

test.skipIf(!existsSync(flows))(
  'most addresses of the Harmony theft are pass-throughs, and no end of it is one (needs MUSTER_DATA)',
  () => {
    const ends = readFileSync(join(flows, 'harmony-2022/terminals.csv'), 'utf8')
      .trim()
      .split(/\r?\n/)
    const rows = tableOf('harmony-2022/edges.csv').map(
      ([time, , , src, , dst, , value]): Row => ({
        at: Date.parse(`${time}Z`) / hourMs,
        src: src as string,
        dst: dst as string,
        amount: Math.round(100 * Number(value)),
      }),
    )
    const stops = Object.fromEntries(ends.map((end) => [end, 'service'] as const))
    const relays = patternsIn(rows, { stops }).filter(({ pattern }) => pattern === 'pass-through')
    const addresses = new Set(rows.flatMap(({ src, dst }) => [src, dst]))
    expect(relays.length).toBeGreaterThan(addresses.size / 2)
    expect(relays.filter(({ subject }) => ends.includes(subject))).toEqual([])
  },
)
