import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toRingAnswers } from './answer.ts'
import { crowd, ids, ring, share } from './crowd.fixture.ts'
import type { DecidedGroup, Sharpened } from './decided-groups.ts'
import { type Seen, toPlatform } from './platform.fixture.ts'
import { findRings, type Rings } from './rings.ts'
import type { Rival } from './rules/weights.ts'

const { people, seen } = crowd(400)
const starts = Array.from({ length: 12 }, (_, i) => 10 + 25 * i)
const rows = [...seen, ...starts.flatMap((start) => ring(start, `r${start}`))]
const platform = toPlatform(people, rows)

/** The five accounts of a planted ring as a decided group. */
const group = (start: number, explanation: Rival | null = null): DecidedGroup => ({
  group: `case ${start}`,
  accounts: ids(...[0, 1, 2, 3, 4].map((i) => start + i)),
  explanation,
  until: null,
})

const weightOf = ({ sharpened }: Rings, rival: Rival, kind: string): Sharpened =>
  sharpened.find((each) => each.rival === rival && each.kind === kind) as Sharpened

const answers = (found: Rings) => [...toRingAnswers(found)]

describe('decided groups', () => {
  test('change nothing where there are none', () => {
    const found = findRings(platform, { decided: [] })
    expect(found.sharpened.filter(({ before, after }) => before !== after)).toEqual([])
    expect(answers(found)).toEqual(answers(findRings(platform)))
    expect(found.rings).toHaveLength(starts.length)
  })

  test('are counted as one case each, by the part of their accounts that share', () => {
    const { confirmed, cleared } = weightOf(
      findRings(platform, { decided: [group(10), group(35), group(60, 'household')] }),
      'household',
      'device',
    )
    expect(confirmed).toEqual({ cases: 2, shared: 1_600 })
    expect(cleared).toEqual({ cases: 1, shared: 800 })
  })

  test('say nothing of a kind that no two accounts of the platform share', () => {
    const found = findRings(platform, { decided: starts.map((start) => group(start)) })
    const key = weightOf(found, 'household', 'ssh_key')
    expect([key.confirmed.cases, key.after]).toEqual([0, key.before])
    expect(weightOf(found, 'household', 'phone').confirmed.cases).toBe(0)
  })

  test('that were confirmed stand beside their rings', () => {
    const [first] = answers(findRings(platform, { decided: [group(10)] })).filter(
      ({ decided }) => decided.length > 0,
    )
    expect(first?.decided).toEqual([
      { group: 'case 10', decision: 'confirmed', explanation: null, accounts: 5 },
    ])
    expect(first?.new_bits).toBe(null)
  })

  test('move the bits of all rings that share the kind', () => {
    const before = findRings(platform)
    const after = findRings(platform, { decided: starts.slice(1).map((start) => group(start)) })
    const mailbox = weightOf(after, 'chance', 'recovery_email')
    expect(mailbox.after).toBeGreaterThan(mailbox.before + 200)
    expect(after.rings[0]?.total).not.toBe(before.rings[0]?.total)
  })

  test('that name accounts which are gone count by those that are left', () => {
    const gone = { ...group(10), accounts: [...group(10).accounts, 'nobody'] }
    const told = (decided: DecidedGroup) => answers(findRings(platform, { decided: [decided] }))
    expect(told(gone)).toEqual(told(group(10)))
  })
})

test('the order of groups and of their accounts is nothing', () => {
  const decided = starts.map((start, i) => group(start, i % 3 === 0 ? 'household' : null))
  const known = findRings(platform, { decided })
  fc.assert(
    fc.property(
      fc.shuffledSubarray(decided, { minLength: decided.length }),
      fc.boolean(),
      (shuffled, turn) => {
        const turned = shuffled.map((each) => ({
          ...each,
          accounts: turn ? [...each.accounts].reverse() : each.accounts,
        }))
        const found = findRings(platform, { decided: turned })
        expect(found.sharpened).toEqual(known.sharpened)
        expect(answers(found)).toEqual(answers(known))
      },
    ),
    { numRuns: 10 },
  )
})

test('with decided groups too a run on what was found before is a full run', () => {
  const decided = [group(10), group(35, 'household'), group(60)]
  const early = findRings(toPlatform(people, rows.slice(0, -8)), { decided })
  const again = findRings(platform, { decided, regions: early.regions })
  expect(answers(again)).toEqual(answers(findRings(platform, { decided })))
  const sharper = findRings(platform, {
    decided: starts.map((start) => group(start)),
    regions: early.regions,
  })
  expect(answers(sharper)).toEqual(
    answers(findRings(platform, { decided: starts.map((start) => group(start)) })),
  )
})

describe('a group that was cleared', () => {
  const cleared = { ...group(10, 'household'), until: 100 * 24 * 60 }
  const find = (more: readonly Seen[], decided: DecidedGroup = cleared) =>
    findRings(toPlatform(people, [...rows, ...more]), { decided: [decided] })
  const isShown = ({ rings }: Rings, found: Rings): boolean => {
    const place = found.ground.platform.accounts.indexOf(ids(10)[0] as string)
    return rings.some(({ accounts }) => accounts.includes(place))
  }
  const shown = (found: Rings): boolean => isShown(found, found)
  const scan = (first: number): Seen[] =>
    share(ids(10, 11, 12, 13), 'document', 'another paper').map((row) => ({
      ...row,
      first,
      last: first,
    }))

  test('is not shown again, but named', () => {
    const found = find([])
    expect(shown(found)).toBe(false)
    expect(found.cleared.map(({ decided, fresh }) => [decided, fresh])).toEqual([
      [[{ group: 'case 10', explanation: 'household', accounts: 5 }], 0],
    ])
    expect(found.rings).toHaveLength(starts.length - 1)
  })

  test('is shown again where enough is new, and says how much', () => {
    const found = find(scan(120))
    const answer = answers(found).find(({ decided }) => decided.length > 0)
    expect(shown(found)).toBe(true)
    expect(answer?.new_bits).toBeGreaterThan(4)
    expect(answer?.new_bits).toBeLessThan(answer?.bits as number)
    expect(answer?.decided).toEqual([
      { group: 'case 10', decision: 'cleared', explanation: 'household', accounts: 5 },
    ])
  })

  test.each([
    ['what was there on the day of the decision is not new', scan(99), cleared],
    [
      'what has no time is not new',
      scan(120).map(({ first: _f, last: _l, ...row }) => row),
      cleared,
    ],
    ['without a day all that its accounts share was seen', scan(120), { ...cleared, until: null }],
    [
      'one account with something of its own is nothing new',
      share(ids(10), 'document', 'own'),
      cleared,
    ],
  ])('%s', (_name, more, decided) => {
    expect(shown(find(more, decided))).toBe(false)
  })

  test('is shown where others share what it has, as far as they are new', () => {
    const others = [
      ...share(ids(10, 11, 310, 311, 312, 313), 'device', 'r10 laptop'),
      ...share(ids(10, 310, 311, 312, 313), 'document_image', 'r10 scan'),
      ...share(ids(310, 311, 312, 313), 'payout', 'r10 payout'),
    ]
    const found = find(others)
    expect(shown(found)).toBe(true)
    const of = found.rings.find(({ fresh }) => fresh !== null)
    expect(of?.fresh).toBeLessThan(
      of?.values.reduce((sum, { millibits }) => sum + millibits, 0) as number,
    )
  })

  test('says nothing of other rings that have one account of it', () => {
    const found = find([], { ...cleared, accounts: [...ids(10, 35, 60)] })
    expect(found.rings).toHaveLength(starts.length)
    expect(found.rings.every(({ decided }) => decided.length === 0)).toBe(true)
  })
})
