import { expect, test } from 'vitest'
import { type Person, type Seen, toPlatform } from './platform.fixture.ts'
import { findRings } from './rings.ts'

/** Honest accounts, each with things of its own, so that shares are those of a platform. */
const crowd = (many: number): { people: Person[]; seen: Seen[] } => {
  const countries = ['us', 'de', 'in', 'ua', 'br', 'jp', 'pl', 'ng']
  const ids = Array.from({ length: many }, (_, i) => `h${String(i).padStart(4, '0')}`)
  return {
    people: ids.map((id, i) => ({
      id,
      name: `name ${id}`,
      birthDate: `day ${i % 97}`,
      country: countries[i % countries.length] as string,
      address: `street ${id}`,
    })),
    seen: ids.flatMap((id) =>
      ['device', 'payout', 'phone'].map((kind) => ({ account: id, kind, value: `${kind} ${id}` })),
    ),
  }
}

const share = (accounts: readonly string[], kind: string, value: string): Seen[] =>
  accounts.map((account) => ({ account, kind, value }))

const ring: readonly Seen[] = [
  ...share(['h0001', 'h0010', 'h0019', 'h0028'], 'device', 'ring laptop'),
  ...share(['h0001', 'h0010', 'h0037'], 'payout', 'ring payout'),
  ...share(['h0019', 'h0028', 'h0037'], 'phone', 'ring phone'),
  ...share(['h0001', 'h0019'], 'document_image', 'scan'),
]

const namesOf = (people: Person[], seen: readonly Seen[]): string[][] => {
  const platform = toPlatform(people, seen)
  return findRings(platform).rings.map(({ accounts }) =>
    [...accounts].map((account) => platform.accounts[account] as string),
  )
}

test('accounts of one operator are one ring', () => {
  const { people, seen } = crowd(400)
  expect(namesOf(people, [...seen, ...ring])).toEqual([
    ['h0001', 'h0010', 'h0019', 'h0028', 'h0037'],
  ])
})

test('the order of rows changes nothing', () => {
  const { people, seen } = crowd(400)
  const rows = [...seen, ...ring]
  const turned = toPlatform([...people].reverse(), [...rows].reverse())
  expect(findRings(turned).rings).toEqual(findRings(toPlatform(people, rows)).rings)
})

test('a hub that half of all accounts share changes no ring', () => {
  const { people, seen } = crowd(400)
  const rows = [...seen, ...ring]
  const half = people.filter((_, i) => i % 2 === 0).map(({ id }) => id)
  const hubs = ['device', 'payout', 'document', 'ship_to'].flatMap((kind) =>
    share(half, kind, 'of everybody'),
  )
  expect(namesOf(people, [...rows, ...hubs])).toEqual(namesOf(people, rows))
})
