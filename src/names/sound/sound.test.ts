import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { areKin, kinKeys } from '../kin.ts'
import { information, readToken, tokenWeight } from '../token.ts'
import { soundCost } from './cost.ts'
import { hear } from './heard.ts'
import { soundsOf } from './sounds.ts'

const share = (a: string, b: string): number =>
  tokenWeight(a, b) / Math.min(information(a), information(b))

describe('one name in several systems', () => {
  test.each([
    ['muhammad', 'mohamed'],
    ['qadhafi', 'gaddafi'],
    ['kadhafi', 'gaddafi'],
    ['yusuf', 'youssef'],
    ['hussein', 'houcine'],
    ['tchaikovsky', 'chaykovskiy'],
    ['aleksei', 'alexey'],
    ['khrushchev', 'hrushchov'],
    ['serhii', 'sergey'],
    ['giorgos', 'georgios'],
    ['ivanova', 'ivanov'],
    ['zhukovskaya', 'zhukovskiy'],
    ['alzarqawi', 'zarqawi'],
    ['igorevich', 'ihorovych'],
    ['nikolayevich', 'mykolaiovych'],
    ['nazarau', 'nazarov'],
    ['noor', 'nour'],
    ['smith', 'smyth'],
  ])('%s and %s keep most of what they say', (a, b) => {
    expect(share(a, b)).toBeGreaterThan(0.6)
  })

  test.each([
    ['hasan', 'husayn'],
    ['karim', 'jamal'],
    ['petrov', 'pavlov'],
    ['ivanovich', 'igorevich'],
    ['abdullah', 'rahman'],
  ])('%s and %s are two', (a, b) => {
    expect(share(a, b)).toBeLessThan(0.6)
  })
})

const word = fc.string({ unit: fc.constantFrom(...'aeioukhszcjytdl'), minLength: 1, maxLength: 9 })

test('the cost of hearing two tokens alike is symmetric, positive and below its bound', () => {
  fc.assert(
    fc.property(word, word, fc.integer({ min: 1, max: 12_000 }), (a, b, bound) => {
      const cost = soundCost(hear(a), hear(b), bound)
      expect(cost).toBe(soundCost(hear(b), hear(a), bound))
      if (cost !== undefined) expect(cost > 0 && cost < bound).toBe(true)
    }),
  )
})

test('tokens of the same sounds share a key', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      if (soundsOf(a) === soundsOf(b)) expect(areKin(readToken(a).kin, readToken(b).kin)).toBe(true)
      expect(new Set(kinKeys(a)).size).toBe(kinKeys(a).length)
    }),
  )
})
