import { type AccountRow, type Example, makeExample } from '../../src/example/index.ts'
import { findRings } from '../../src/identity/rings/index.ts'
import { toPlatform } from '../rings/platform.ts'

/** Each text becomes the next one of all, in the order of their code units; blanks stay. */
const rotate = (texts: Iterable<string>): ((text: string) => string) => {
  const sorted = [...new Set(texts)].filter((text) => text !== '').sort()
  const next = new Map(sorted.map((text, i) => [text, sorted[(i + 1) % sorted.length] as string]))
  return (text) => next.get(text) ?? text
}

const changed = (example: Example, change: (row: AccountRow) => AccountRow): Example => ({
  ...example,
  *accounts() {
    for (const row of example.accounts()) yield change(row)
  },
})

/** What was found, without what leads back to the platform. */
const answer = (example: Example): string =>
  JSON.stringify(
    findRings(toPlatform(example)).rings.map(({ accounts, total, stated, values }) => ({
      accounts: [...accounts],
      total,
      stated,
      values,
    })),
  )

type Held = {
  readonly accounts: number
  readonly rings: number
  readonly same: Readonly<Record<string, boolean>>
}

/** Whether rings, weights and evidence stay when all countries, or all names, change places. */
export const sameUnderBijection = (accounts: number, seed: number): Held => {
  const example = makeExample({ accounts, seed })
  const rows = [...example.accounts()]
  const country = rotate(rows.flatMap((row) => [row.nationality, row.country]))
  const name = rotate(rows.map((row) => row.name))
  const before = answer(example)
  const changes: Readonly<Record<string, (row: AccountRow) => AccountRow>> = {
    'countries and nationalities': (row) => ({
      ...row,
      country: country(row.country),
      nationality: country(row.nationality),
    }),
    names: (row) => ({ ...row, name: name(row.name) }),
  }
  return {
    accounts,
    rings: (JSON.parse(before) as unknown[]).length,
    same: Object.fromEntries(
      Object.entries(changes).map(([what, change]) => [
        what,
        answer(changed(example, change)) === before,
      ]),
    ),
  }
}
