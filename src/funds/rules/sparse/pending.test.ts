import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Pending } from './pending.ts'

test('moves are taken least first, each once, with those added on the way', () => {
  const gaps = fc.array(fc.nat(40), { maxLength: 4 })
  const start = fc.uniqueArray(fc.nat(4999), { maxLength: 20 })
  fc.assert(
    fc.property(start, fc.array(gaps, { minLength: 1, maxLength: 9 }), (begun, steps) => {
      const pending = new Pending(5000)
      const waiting = new Set(begun)
      for (const move of begun) pending.add(move)
      for (let i = 0; i < 200; i++) {
        const least = waiting.size > 0 ? Math.min(...waiting) : -1
        expect(pending.take()).toBe(least)
        if (least < 0) return
        waiting.delete(least)
        for (const gap of steps[i % steps.length] as number[]) {
          const move = least + 1 + gap * gap
          if (move >= 5000) continue
          waiting.add(move)
          pending.add(move)
        }
      }
    }),
  )
})

test('the last of a word and of all is found', () => {
  const pending = new Pending(2049)
  for (const move of [2048, 31, 32, 1023, 1024]) pending.add(move)
  expect([1, 2, 3, 4, 5, 6].map(() => pending.take())).toEqual([31, 32, 1023, 1024, 2048, -1])
})
