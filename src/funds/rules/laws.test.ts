import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Flow } from '../flow/flow.ts'
import { big, flowOf, integers, type Move, someCase, someMoves, tracingOf } from './flow.fixture.ts'
import { holdingsOf } from './holdings.ts'
import { spread } from './spread.ts'
import { type Policy, policies, type Tracing } from './tracing.ts'

const conserving = policies.filter((policy) => policy !== 'poison')
const orderly = policies.filter((policy) => policy !== 'haircut')

const numbers = (amounts: ArrayLike<number | bigint>): readonly number[] =>
  Array.from(amounts, Number)

const tainted = (flow: Flow, tracing: Tracing): readonly number[] =>
  numbers(spread(flow, tracing).tainted)

const check = <Value>(arbitrary: fc.Arbitrary<Value>, law: (value: Value) => void): void =>
  fc.assert(fc.property(arbitrary, law), { numRuns: 300 })

const six = someMoves(6, { amount: fc.nat(99) })
const seeded = { seeds: [0, 1], stops: [5] }

test.each(conserving)('%s conserves: seeded is held, stopped and fees', (policy) => {
  check(someCase, ({ flow, tracing }) => {
    const { seeded: all, held, stopped, fees } = spread(flow, { ...tracing, policy })
    expect(all).toBe(held + stopped + fees)
  })
})

test.each(policies)('%s taints no more than there is, after each move', (policy) => {
  check(six, (moves) => {
    for (let count = 1; count <= moves.length; count++) {
      const flow = flowOf(6, moves.slice(0, count))
      const { tainted: at, moved } = spread(flow, tracingOf(6, policy, { seeds: [0, 1] }))
      const { last } = holdingsOf(flow)
      at.forEach((amount, i) => {
        expect(amount >= 0 && amount <= (last[i] ?? 0)).toBe(true)
      })
      moved.forEach((amount, i) => {
        expect(amount >= 0 && amount <= (flow.amount[i] ?? 0)).toBe(true)
      })
    }
  })
})

test.each(policies)('%s never lowers a holder by a further seed', (policy) => {
  check(six, (moves) => {
    const flow = flowOf(6, moves)
    const fewer = tainted(flow, tracingOf(6, policy, { seeds: [0], stops: [5] }))
    const more = tainted(flow, tracingOf(6, policy, { seeds: [0, 1], stops: [5] }))
    fewer.forEach((amount, i) => {
      expect(more[i]).toBeGreaterThanOrEqual(amount)
    })
  })
})

describe('what two sources taint', () => {
  // Addresses 0 and 1 only send, so no unit comes from both.
  const sending = someMoves(6, { amount: fc.nat(99), sources: 2 })
  const both = (policy: Policy, moves: readonly Move[]): readonly (readonly number[])[] => {
    const flow = flowOf(6, moves)
    return [[0], [1], [0, 1]].map((seeds) =>
      tainted(flow, tracingOf(6, policy, { seeds, stops: [5] })),
    )
  }

  test('is the sum of what each does, under FIFO', () => {
    check(sending, (moves) => {
      const [one = [], other = [], all] = both('fifo', moves)
      expect(one.map((amount, i) => amount + (other[i] as number))).toEqual(all)
    })
  })

  test('is the sum to a unit a move, under haircut', () => {
    check(sending, (moves) => {
      const [one = [], other = [], all = []] = both('haircut', moves)
      one.forEach((amount, i) => {
        expect(Math.abs(amount + (other[i] as number) - (all[i] as number))).toBeLessThanOrEqual(
          moves.length,
        )
      })
    })
  })

  test('is what either does, under poison', () => {
    check(sending, (moves) => {
      const [one = [], other = [], all = []] = both('poison', moves)
      expect(all.slice(0, 5)).toEqual(
        one.slice(0, 5).map((amount, i) => Math.max(amount, other[i] as number)),
      )
    })
  })
})

describe.each(policies)('%s stays the same', (policy) => {
  const tracing = tracingOf(6, policy, seeded)

  test('where neighbours that share no address change places', () => {
    check(fc.tuple(six, fc.nat()), ([moves, draw]) => {
      if (moves.length < 2) return
      const at = draw % (moves.length - 1)
      const [one, other] = moves.slice(at, at + 2) as [Move, Move]
      const ends = new Set([one.from, one.to])
      if ((ends.has(other.from) && other.from >= 0) || (ends.has(other.to) && other.to >= 0)) return
      const changed = [...moves.slice(0, at), other, one, ...moves.slice(at + 2)]
      expect(tainted(flowOf(6, changed), tracing)).toEqual(tainted(flowOf(6, moves), tracing))
    })
  })

  test('where addresses have other numbers', () => {
    const numbering = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 })
    check(fc.tuple(six, numbering), ([moves, place]) => {
      const to = (address: number): number => place[address] ?? -1
      const renamed = moves.map((move) => ({ ...move, from: to(move.from), to: to(move.to) }))
      const other = tracingOf(6, policy, { seeds: [to(0), to(1)], stops: [to(5)] })
      const result = tainted(flowOf(6, renamed), other)
      expect(place.map((i) => result[i])).toEqual(tainted(flowOf(6, moves), tracing))
    })
  })

  test('where nothing moves, or something moves to itself', () => {
    const idle = fc.record({ from: fc.nat(5), to: fc.nat(5), at: fc.nat(), amount: fc.nat(9) })
    check(fc.tuple(six, idle), ([moves, { from, to, at, amount }]) => {
      const place = at % (moves.length + 1)
      for (const added of [
        { from, to, amount: 0 },
        { from, to: from, amount },
      ]) {
        const more = flowOf(6, [...moves.slice(0, place), added, ...moves.slice(place)])
        expect(tainted(more, tracing)).toEqual(tainted(flowOf(6, moves), tracing))
      }
    })
  })

  test('where another flow that shares no address is mixed in', () => {
    check(fc.tuple(six, six), ([moves, others]) => {
      const far = (address: number): number => (address < 0 ? -1 : address + 6)
      const apart = others.map((move) => ({ ...move, from: far(move.from), to: far(move.to) }))
      const mixed: Move[] = []
      for (let i = 0; i < Math.max(moves.length, apart.length); i++)
        mixed.push(...moves.slice(i, i + 1), ...apart.slice(i, i + 1))
      const merged = tracingOf(12, policy, { seeds: [0, 1, 6, 7], stops: [5, 11] })
      expect(tainted(flowOf(12, mixed), merged)).toEqual([
        ...tainted(flowOf(6, moves), tracing),
        ...tainted(flowOf(6, others), tracing),
      ])
    })
  })
})

const halves = fc.tuple(six, fc.nat(), fc.nat(99))

/** A flow, and the same with one move cut in two. */
const cut = ([moves, draw, size]: [Move[], number, number]): {
  whole: Flow
  split: Flow
  at: number
} => {
  const at = draw % Math.max(1, moves.length)
  const move = moves[at] ?? { from: 0, to: 2, amount: 0 }
  const part = Math.min(size, move.amount)
  const pieces = [
    { ...move, amount: part },
    { ...move, amount: move.amount - part },
  ]
  return {
    whole: flowOf(6, moves),
    split: flowOf(6, [...moves.slice(0, at), ...pieces, ...moves.slice(at + 1)]),
    at,
  }
}

test.each(['fifo', 'taint-first', 'clean-first'] as const)(
  '%s sees no cut in a transfer',
  (policy) => {
    check(halves, (drawn) => {
      const { whole, split } = cut(drawn)
      const tracing = tracingOf(6, policy, seeded)
      expect(tainted(split, tracing)).toEqual(tainted(whole, tracing))
    })
  },
)

test('poison sees no cut in a transfer of what its sender holds', () => {
  check(halves, (drawn) => {
    const { whole, split } = cut(drawn)
    if (holdingsOf(whole).unfunded.move.length > 0) return
    const tracing = tracingOf(6, 'poison', seeded)
    expect(tainted(split, tracing)).toEqual(tainted(whole, tracing))
  })
})

test('a cut in a transfer moves the share of haircut by a unit at most', () => {
  check(halves, (drawn) => {
    const { whole, split, at } = cut(drawn)
    const tracing = tracingOf(6, 'haircut', seeded)
    const one = numbers(spread(whole, tracing).moved)[at] ?? 0
    const [first = 0, second = 0] = numbers(spread(split, tracing).moved).slice(at)
    expect(Math.abs(first + second - one)).toBeLessThanOrEqual(1)
  })
})

describe('where all amounts are greater by a factor', () => {
  const scaled = (moves: readonly Move[], factor: number): Flow =>
    flowOf(
      6,
      moves.map((move) => ({ ...move, amount: move.amount * factor })),
    )

  test.each(orderly)('%s is greater by it', (policy) => {
    check(fc.tuple(six, fc.integer({ min: 2, max: 1e9 })), ([moves, factor]) => {
      const tracing = tracingOf(6, policy, seeded)
      const expected = tainted(flowOf(6, moves), tracing).map((amount) => amount * factor)
      expect(tainted(scaled(moves, factor), tracing)).toEqual(expected)
    })
  })

  test('haircut is, to a unit a move', () => {
    check(fc.tuple(six, fc.integer({ min: 2, max: 1e9 })), ([moves, factor]) => {
      const tracing = tracingOf(6, 'haircut', seeded)
      const one = tainted(flowOf(6, moves), tracing)
      tainted(scaled(moves, factor), tracing).forEach((amount, i) => {
        expect(Math.abs(amount / factor - (one[i] as number))).toBeLessThanOrEqual(moves.length + 1)
      })
    })
  })
})

test('at one address every policy has sent on from clean-first to taint-first, at each moment', () => {
  const step = fc.record({ from: fc.constantFrom(0, 1, 2), amount: fc.nat(99) })
  check(fc.array(step, { maxLength: 40 }), (steps) => {
    const moves = steps.map(({ from, amount }) => ({ from, to: from === 2 ? 3 : 2, amount }))
    const sent = (policy: Policy): readonly number[] => {
      let sum = 0
      const { moved } = spread(flowOf(4, moves), tracingOf(4, policy, { seeds: [0] }))
      return numbers(moved).map((part, i) => (sum += moves[i]?.from === 2 ? part : 0))
    }
    const low = sent('clean-first')
    const high = sent('taint-first')
    for (const policy of ['haircut', 'fifo'] as const)
      sent(policy).forEach((sum, i) => {
        expect(sum).toBeGreaterThanOrEqual(low[i] as number)
        expect(sum).toBeLessThanOrEqual(high[i] as number)
      })
  })
})

test.each(conserving)('poison taints all that %s does', (policy) => {
  check(someCase, ({ flow, tracing }) => {
    const { tainted: part, moved } = spread(flow, { ...tracing, policy })
    const bound = spread(flow, { ...tracing, policy: 'poison' })
    part.forEach((amount, i) => {
      expect(amount <= (bound.tainted[i] ?? 0)).toBe(true)
    })
    moved.forEach((amount, i) => {
      expect(amount <= (bound.moved[i] ?? 0)).toBe(true)
    })
  })
})

test('no law rests on doubles', () => {
  check(someCase, ({ flow, tracing }) => {
    for (const policy of policies)
      expect(spread(big(flow), { ...tracing, policy }).tainted).toEqual(
        integers(spread(flow, { ...tracing, policy }).tainted),
      )
  })
})
