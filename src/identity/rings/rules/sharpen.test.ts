import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { movedBits } from './sharpen.ts'
import { mostMoved, rivals, tableBits, weighedKinds } from './weights.ts'

const none = { cases: 0, shared: 0 }
const groups = (cases: number, share: number) => ({
  cases,
  shared: Math.round(1000 * cases * share),
})
const device = { rival: 'household', kind: 'device' } as const

describe('decided groups move the bits of a kind', () => {
  test.each([
    ['by nothing where there are none', none, none, 0],
    ['by nothing where rings share as expected', groups(30, 0.6), none, 0],
    ['up where more rings share than expected', groups(30, 1), none, 628],
    ['down where fewer do', groups(30, 0.3), none, -759],
    ['down where homes share more than expected', none, groups(30, 0.8), -743],
    ['up where homes share less', none, groups(30, 0.1), 1257],
    ['by both at once', groups(30, 1), groups(30, 0.1), 1885],
  ])('%s', (_name, confirmed, cleared, moved) => {
    expect(movedBits(device, { confirmed, cleared })).toBe(moved)
  })

  test('by little where a case is the only one, by 3 bits at the most where they are many', () => {
    const paper = { rival: 'chance', kind: 'document' } as const
    expect(movedBits(paper, { confirmed: none, cleared: groups(1, 1) })).toBe(-322)
    expect(movedBits(paper, { confirmed: none, cleared: groups(10_000, 1) })).toBe(-mostMoved)
  })
})

const count = fc
  .tuple(fc.nat(200), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([cases, share]) => groups(cases, share))
const weight = fc.record({
  rival: fc.constantFrom(...rivals),
  kind: fc.constantFrom(...weighedKinds),
})

test('more confirmed rings that share a kind never lower a weight, more cleared groups never raise it', () => {
  fc.assert(
    fc.property(
      weight,
      count,
      count,
      fc.integer({ min: 1, max: 50 }),
      (which, one, other, more) => {
        const add = ({ cases, shared }: typeof one) => ({
          cases: cases + more,
          shared: shared + 1000 * more,
        })
        const before = movedBits(which, { confirmed: one, cleared: other })
        expect(movedBits(which, { confirmed: add(one), cleared: other })).toBeGreaterThanOrEqual(
          before,
        )
        expect(movedBits(which, { confirmed: one, cleared: add(other) })).toBeLessThanOrEqual(
          before,
        )
        expect(Math.abs(before)).toBeLessThanOrEqual(mostMoved)
      },
    ),
    { numRuns: 2_000 },
  )
})

test('the table alone says what a kind weighs until somebody decided', () => {
  for (const rival of rivals)
    for (const kind of weighedKinds) {
      expect(movedBits({ rival, kind }, { confirmed: none, cleared: none })).toBe(0)
      expect(tableBits(rival, kind)).toBe(Math.round(tableBits(rival, kind)))
    }
})
