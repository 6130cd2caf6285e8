import { describe, expect, test } from 'vitest'
import { type RingAnswer, toRingAnswers } from './answer.ts'
import { type Change, changesOf } from './changes.ts'
import { crowd, ids, ring, share } from './crowd.fixture.ts'
import type { DecidedGroup } from './decided-groups.ts'
import { keepIds } from './keep-ids.ts'
import { type Seen, toPlatform } from './platform.fixture.ts'
import { findRings, type Rings } from './rings.ts'

const { people, seen } = crowd(400)
const find = (rows: readonly Seen[], decided: readonly DecidedGroup[] = []): Rings =>
  findRings(toPlatform(people, [...seen, ...rows]), { decided })
const known = (found: Rings): readonly RingAnswer[] => [...toRingAnswers(found)]

const a = ring(10, 'a')
const b = ring(40, 'b')
const more = [
  ...share(ids(12, 13, 15, 16), 'device', 'another laptop'),
  ...share(ids(11, 15, 16), 'payout', 'another payout'),
]
const links = [
  ...share(ids(10, 11, 12, 40, 41, 42), 'device', 'the same laptop'),
  ...share(ids(10, 13, 14, 40, 43, 44), 'document_image', 'the same scan'),
  ...share(ids(11, 13, 41, 43), 'recovery_email', 'the same mailbox'),
]
/** The hands of two rings change: two of each work with the third of the other. */
const crossed = [
  ...share(ids(10, 11, 40, 41), 'device', 'x laptop'),
  ...share(ids(10, 11, 40, 41), 'payout', 'x payout'),
  ...share(ids(10, 40), 'document_image', 'x scan'),
  ...share(ids(12, 13, 42, 43), 'device', 'y laptop'),
  ...share(ids(12, 13, 42, 43), 'payout', 'y payout'),
  ...share(ids(12, 42), 'document_image', 'y scan'),
]
const cleared: DecidedGroup = {
  group: 'a home',
  accounts: ids(10, 11, 12, 13, 14),
  explanation: 'household',
  until: null,
}

const changed = (
  before: readonly Seen[],
  after: readonly Seen[],
  decided: readonly DecidedGroup[] = [],
): readonly Change[] => {
  const then = known(find(before))
  return changesOf(keepIds(find(after, decided), then), then)
}

describe('what became of rings', () => {
  test.each<[string, readonly Seen[], readonly Seen[], readonly [string, number, number][]]>([
    ['nothing where nothing changed', [...a, ...b], [...a, ...b], []],
    ['one that is new', a, [...a, ...b], [['new', 0, 1]]],
    ['one that ended', [...a, ...b], b, [['ended', 1, 0]]],
    ['one that grew', a, [...a, ...more], [['grown', 1, 1]]],
    ['one that shrank', [...a, ...more], a, [['shrunk', 1, 1]]],
    ['two that merged', [...a, ...b], [...a, ...b, ...links], [['merged', 2, 1]]],
    ['one that split', [...a, ...b, ...links], [...a, ...b], [['split', 1, 2]]],
    ['two that changed hands', [...a, ...b], crossed, [['regrouped', 2, 2]]],
  ])('%s', (_name, before, after, events) => {
    const told = changed(before, after)
    expect(told.map(({ event, ...of }) => [event, of.before.length, of.after.length])).toEqual(
      events,
    )
  })

  test('one that people cleared', () => {
    expect(changed([...a, ...b], [...a, ...b], [cleared]).map(({ event }) => event)).toContain(
      'cleared',
    )
    // What was left out before is no change the next time.
    const then = known(find([...a, ...b], [cleared]))
    expect(changesOf(keepIds(find([...a, ...b], [cleared]), then), then)).toEqual([])
  })

  test('with accounts and values gained and lost, and the bits before and after', () => {
    const [then, now] = [find(a), find([...a, ...more])]
    const [change] = changed(a, [...a, ...more])
    expect(change?.accounts).toEqual({ gained: ids(15, 16), lost: [] })
    expect(change?.values.lost).toEqual([])
    expect(change?.values.gained.map(({ kind, value }) => `${kind} ${value}`)).toEqual([
      'device another laptop',
      'payout another payout',
    ])
    const answer = known(now)[0]
    for (const { kind, value, bits } of change?.values.gained ?? [])
      expect(answer?.values.find((each) => each.kind === kind && each.value === value)?.bits).toBe(
        bits,
      )
    expect([change?.before[0]?.bits, change?.after[0]?.bits]).toEqual([
      known(then)[0]?.bits,
      answer?.bits,
    ])
  })

  test('is the same whichever way round, gained for lost', () => {
    const [there] = changed([...a, ...b], [...a, ...b, ...links])
    const [back] = changed([...a, ...b, ...links], [...a, ...b])
    expect(back?.values.lost).toEqual(there?.values.gained)
    expect(back?.values.gained).toEqual(there?.values.lost)
    expect(back?.accounts).toEqual({ gained: there?.accounts.lost, lost: there?.accounts.gained })
  })

  test('does not hang on the order in which earlier rings are told', () => {
    const then = known(find([...a, ...b]))
    const now = find([...a, ...b, ...links])
    const turned = [...then].reverse()
    expect(changesOf(keepIds(now, turned), turned)).toEqual(changesOf(keepIds(now, then), then))
  })
})

describe('a ring tells which earlier ones it has come of', () => {
  const wasOf = (before: readonly Seen[], after: readonly Seen[]) =>
    keepIds(find(after), known(find(before))).rings.map(({ was }) => was)
  const [ringA, ringB] = [find(a).rings[0]?.id, find(b).rings[0]?.id] as [string, string]

  test.each<[string, readonly Seen[], readonly Seen[], unknown]>([
    ['itself, whole', a, a, [[{ ring: ringA, share: 1 }]]],
    ['none', a, b, [[]]],
    [
      'both of two that merged',
      [...a, ...b],
      [...a, ...b, ...links],
      [
        expect.arrayContaining([
          { ring: ringA, share: 1 },
          { ring: ringB, share: 1 },
        ]),
      ],
    ],
  ])('%s', (_name, before, after, was) => {
    expect(wasOf(before, after)).toEqual(was)
  })

  test('with the part of its evidence that each piece of it keeps', () => {
    const then = known(find([...a, ...b, ...links]))
    const parts = keepIds(find([...a, ...b]), then).rings.map(({ was }) => was)
    expect(parts).toHaveLength(2)
    const lost = then[0]?.values.filter(({ value }) => value.startsWith('the same')) ?? []
    const all = then[0]?.values.reduce((sum, { bits }) => sum + Math.max(0, bits), 0) as number
    const gone = lost.reduce((sum, { bits }) => sum + Math.max(0, bits), 0) / all
    const kept = parts.reduce((sum, [own]) => sum + (own?.share as number), 0)
    expect(kept).toBeCloseTo(1 - gone, 2)
  })
})
