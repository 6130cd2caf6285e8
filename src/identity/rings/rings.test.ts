import { describe, expect, test } from 'vitest'
import { toRingAnswers } from './answer.ts'
import { crowd, ids, restate, ring, share, type Written } from './crowd.fixture.ts'
import { type Person, type Seen, toPlatform } from './platform.fixture.ts'
import { findRings } from './rings.ts'

const { people, seen } = crowd(400)

const membersOf = (rows: readonly Seen[], stating: readonly Person[] = people): string[][] => {
  const platform = toPlatform(stating, rows)
  return findRings(platform).rings.map(({ accounts }) =>
    [...accounts].map((account) => platform.accounts[account] as string),
  )
}

const all = (first: number): readonly string[] => ids(...[0, 1, 2, 3, 4].map((i) => first + i))

test('accounts of one operator are one ring', () => {
  expect(membersOf([...seen, ...ring(10, 'a')])).toEqual([all(10)])
})

test('a crowd without one has none', () => {
  expect(membersOf(seen)).toEqual([])
})

test('the order of rows changes nothing', () => {
  const rows = [...seen, ...ring(10, 'a'), ...ring(40, 'b')]
  const turned = toPlatform([...people].reverse(), [...rows].reverse())
  expect(findRings(turned).rings).toEqual(findRings(toPlatform(people, rows)).rings)
})

test.each(['device', 'payout', 'document', 'ship_to', 'ip'])(
  'a %s that half of all accounts share changes no ring',
  (kind) => {
    const rows = [...seen, ...ring(10, 'a'), ...ring(40, 'b')]
    const half = people.filter((_, i) => i % 2 === 0).map(({ id }) => id)
    const before = findRings(toPlatform(people, rows)).rings
    const after = findRings(toPlatform(people, [...rows, ...share(half, kind, 'hub')])).rings
    const told = (rings: typeof before) =>
      rings.map(({ id, accounts, total }) => [id, accounts, total])
    expect(told(after)).toEqual(told(before))
    expect(after).toHaveLength(2)
  },
)

/** Accounts of two rings. */
const served = [...ids(10, 11, 12), ...ids(40, 41, 42)]
const twoRings = [...seen, ...ring(10, 'a'), ...ring(40, 'b')]

describe('two rings that one facilitator serves', () => {
  const rows = [
    ...twoRings,
    ...share(served, 'ship_to', 'the house'),
    ...share(served, 'mac', 'the router'),
    ...share(served, 'phone', 'the line'),
  ]

  test('stay two', () => {
    expect(membersOf(rows).sort()).toEqual([all(10), all(40)])
  })

  test('and are linked by what it lent', () => {
    const answers = [...toRingAnswers(findRings(toPlatform(people, rows)))]
    expect(answers.map(({ linked_rings }) => linked_rings)).toEqual(
      answers.map(({ ring: own }) => answers.map((other) => other.ring).filter((id) => id !== own)),
    )
    expect(answers[0]?.links[0]?.values.map(({ kind }) => kind).sort()).toEqual([
      'mac',
      'phone',
      'ship_to',
    ])
  })
})

test('two facilitators who both serve the same accounts serve one ring', () => {
  const rows = [
    ...twoRings,
    ...share(served, 'ship_to', 'the house'),
    ...share(served, 'ship_to', 'another house'),
  ]
  expect(membersOf(rows)).toEqual([[...all(10), ...all(40)].sort()])
})

test('the other clients of a bookkeeper who serves two of a ring are not of it', () => {
  const clients = share([...ids(10, 11), ...ids(50, 51, 52, 53, 54, 55)], 'payout', 'a bookkeeper')
  expect(membersOf([...seen, ...ring(10, 'a'), ...clients])).toEqual([all(10)])
})

test('one value that two rings share does not make them one', () => {
  const shared = share([...ids(10, 11), ...ids(40, 41)], 'payout', 'a common payee')
  expect(membersOf([...twoRings, ...shared]).sort()).toEqual([all(10), all(40)])
})

test('the network alone never makes a ring', () => {
  const rows = ['one', 'two', 'three'].flatMap((exit) => share(all(10), 'ip', exit))
  expect(membersOf([...seen, ...rows])).toEqual([])
})

test('one channel alone never makes a ring', () => {
  const rows = ['one', 'two', 'three'].flatMap((scan) => [
    ...share(all(10), 'document_image', scan),
    ...share(all(10), 'document', scan),
  ])
  expect(membersOf([...seen, ...rows])).toEqual([])
})

/** Honest sharers, as people and rows. */
const lookAlikes: Readonly<Record<string, (of: Written) => Written>> = {
  'a household': (of) => ({
    people: restate(of.people, all(10), { address: 'one street', country: 'de' }),
    seen: ['device', 'payout', 'phone', 'ship_to', 'recovery_email'].flatMap((kind) =>
      share(all(10), kind, 'at home'),
    ),
  }),
  'a household that states no address': (of) => ({
    people: restate(of.people, ids(10, 11, 12), { address: '', country: 'de' }),
    seen: ['device', 'payout', 'phone', 'ship_to'].flatMap((kind) =>
      share(ids(10, 11, 12), kind, 'at home'),
    ),
  }),
  'a family of several countries': (of) => ({
    people: restate(of.people, ids(10, 11, 12, 13), { address: 'one street' }),
    seen: ['device', 'payout', 'phone', 'mac'].flatMap((kind) =>
      share(ids(10, 11, 12, 13), kind, 'at home'),
    ),
  }),
  'a couple of translators': (of) => ({
    people: restate(of.people, ids(10, 11), { address: 'one street' }),
    seen: ['device', 'payout', 'template', 'cv'].flatMap((kind) =>
      share(ids(10, 11), kind, 'of both'),
    ),
  }),
  'an agency': (of) => ({
    people: restate(of.people, ids(...range(10, 40)), { employer: 'an agency' }),
    seen: ['payout', 'phone', 'template', 'ship_to'].flatMap((kind) =>
      share(ids(...range(10, 40)), kind, 'agency'),
    ),
  }),
  'an agency that nobody names': ({ people: stating }) => ({
    people: [...stating],
    seen: ['payout', 'phone', 'template'].flatMap((kind) =>
      share(ids(...range(10, 40)), kind, 'agency'),
    ),
  }),
  'a boot camp': ({ people: stating }) => ({
    people: [...stating],
    seen: ['template', 'referral', 'commit_identity', 'ip', 'ship_to'].flatMap((kind) =>
      share(ids(...range(10, 32)), kind, 'class'),
    ),
  }),
  'a co-working room': ({ people: stating }) => ({
    people: [...stating],
    seen: ['ip', 'mac', 'ship_to'].flatMap((kind) => share(ids(...range(10, 28)), kind, 'room')),
  }),
  'a change of name': (of) => ({
    people: restate(of.people, ids(10, 11), { birthDate: 'day 3', country: 'pl', address: '' }),
    seen: ['device', 'payout', 'phone', 'portrait_image', 'cv'].flatMap((kind) =>
      share(ids(10, 11), kind, 'own'),
    ),
  }),
  'a refugee with new papers': (of) => ({
    people: restate(of.people, ids(10, 11), { address: '' }),
    seen: ['device', 'payout', 'phone', 'recovery_email', 'portrait_image'].flatMap((kind) =>
      share(ids(10, 11), kind, 'own'),
    ),
  }),
  'clients of a bookkeeper who has one bank account for them': ({ people: stating }) => ({
    people: [...stating],
    seen: ['payout', 'iban', 'card', 'recovery_email'].flatMap((kind) =>
      share(ids(...range(10, 16)), kind, 'bookkeeper'),
    ),
  }),
  'a family with one bank account': (of) => ({
    people: restate(of.people, ids(10, 11, 12), { address: 'one street' }),
    seen: ['payout', 'iban', 'card', 'device', 'ship_to'].flatMap((kind) =>
      share(ids(10, 11, 12), kind, 'of all'),
    ),
  }),
  'a succession': ({ people: stating }) => ({
    people: [...stating],
    seen: ['device', 'payout', 'phone'].flatMap((kind) =>
      ids(10, 11).map((account, i) => ({
        account,
        kind,
        value: 'handed over',
        first: 100 * i,
        last: 100 * i + 90,
      })),
    ),
  }),
}

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from }, (_, i) => from + i)

describe('honest accounts are in no ring:', () => {
  test.each(Object.entries(lookAlikes))('%s', (_name, make) => {
    const made = make({ people, seen })
    expect(membersOf([...seen, ...made.seen], made.people)).toEqual([])
  })
})

test('a tool that is known to everyone weighs nothing, and a program of their own does', () => {
  const weightWith = (rows: readonly Seen[]): number =>
    findRings(toPlatform(people, [...seen, ...ring(10, 'a'), ...rows])).rings[0]?.total ?? 0
  for (const kind of ['usb', 'process']) {
    const rows = share(all(10), kind, 'at each')
    const known = rows.map((row) => ({ ...row, trait: 'known_tool' as const }))
    expect(weightWith(known)).toBe(weightWith([]))
    expect(weightWith(rows)).toBeGreaterThan(weightWith([]))
  }
})

test('a value of a known intermediary joins nobody', () => {
  const own = ['payout', 'phone', 'device', 'document_image'].flatMap((kind) =>
    share(all(10), kind, 'employer of record').map((row) => ({
      ...row,
      trait: 'intermediary' as const,
    })),
  )
  expect(membersOf([...seen, ...own])).toEqual([])
})
