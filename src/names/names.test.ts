import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareTokens } from './compare.ts'
import { editDistance } from './edit-distance.ts'
import { foldName } from './fold.ts'
import { areKin } from './kin.ts'
import { wholeNameWeight } from './organisation/index.ts'
import { scriptOf } from './script.ts'
import { allowedEdits, information, readToken, tokenWeight } from './token.ts'
import { dependent, unpairedCost } from './token-weights.ts'
import { nameWeights } from './weights.ts'

describe('folding', () => {
  test.each([
    ['RI, Pyong-chol', 'ri pyong chol'],
    ["Ri Pyo'ng-ch'o'l", 'ri pyong chol'],
    ['Ri Pyŏng-ch’ŏl', 'ri pyong chol'],
    ['Ｅｘａｍｐｌｅ　Ｔｒａｄｉｎｇ', 'example trading'],
    ['Ли Бон Чхоль', 'li bon chkhol'],
    ['리병철', 'li byeong cheol'],
    ['李炳哲', 'li bing zhe'],
    ['Øystein Ångström-Ødegård', 'oystein angstrom odegard'],
    ['EXAMPLE TRADING CO., LTD. (№ 2)', 'example trading limited 2'],
    ['EXAMPLE S.A. DE C.V.', 'example corporation'],
    ['EXAMPLE S. DE R. L.', 'example limited'],
    ['V.V. Example', 'v v example'],
    ['A. Q. Example', 'a q example'],
    ['', ''],
    ['-- / --', ''],
  ])('folds %s to "%s"', (name, tokens) => {
    expect(foldName(name).join(' ')).toBe(tokens)
  })

  test('is stable: a folded name folds to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const tokens = foldName(name)
        expect(foldName(tokens.join(' '))).toEqual(tokens)
      }),
    )
  })

  test('gives only lower-case ASCII letters and digits, whatever comes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        for (const token of foldName(name)) expect(token).toMatch(/^[a-z0-9]+$/)
      }),
    )
  })
})

test.each([
  ['리병철', 'Hang'],
  ['李炳哲', 'Hani'],
  ['リ・ビョンチョル', 'Jpan'],
  ['Ли Бён Чхоль', 'Cyrl'],
  ['Ri Pyong Chol', 'Latn'],
  ['123', 'Zyyy'],
])('the script of %s is %s', (name, script) => {
  expect(scriptOf(name)).toBe(script)
})

/** Optimal string alignment by its definition, without a limit. */
const naiveDistance = (a: string, b: string): number => {
  const d = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 || j === 0 ? i + j : 0)),
  ) as number[][]
  const at = (i: number, j: number): number => d[i]?.[j] as number
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      let best = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + Number(a[i - 1] !== b[j - 1]),
      )
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, at(i - 2, j - 2) + 1)
      ;(d[i] as number[])[j] = best
    }
  return at(a.length, b.length)
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 })

test('the edit distance equals its definition up to the limit', () => {
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, limit) => {
      expect(editDistance(a, b, limit)).toBe(Math.min(naiveDistance(a, b), limit + 1))
    }),
  )
})

const token = fc.constantFrom(
  ...'kim ri pyong chol byong cheol company trading ltd v vladimir ryonbong ryongbong abd al rahman abdalrahman x'.split(
    ' ',
  ),
)
const name = fc.array(token, { maxLength: 6 })

describe('comparing', () => {
  test('is symmetric', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(compareTokens(a, b).millibits).toBe(compareTokens(b, a).millibits)
      }),
    )
  })

  test('weighs a name against itself with the information of its tokens', () => {
    fc.assert(
      fc.property(name, (a) => {
        const own = a.reduce((sum, each) => sum + information(each), 0)
        const least = Math.max(a.length > 0 ? nameWeights.whole : 0, wholeNameWeight(a, a))
        expect(compareTokens(a, a).millibits).toBe(Math.max(dependent(own), least))
      }),
    )
  })

  test('does not mind the order', () => {
    const [a, b] = [foldName('Ri Pyong Chol'), foldName('Pyong-chol RI')]
    expect(compareTokens(a, b).millibits).toBe(compareTokens(a, a).millibits)
  })

  test('its parts add up and use each token once', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        const { millibits, pairs, whole, conflict } = compareTokens(a, b)
        expect(pairs.reduce((sum, pair) => sum + pair.millibits, whole + conflict)).toBe(millibits)
        expect(pairs.flatMap((pair) => pair.left).sort()).toEqual([...a].sort())
        expect(pairs.flatMap((pair) => pair.right).sort()).toEqual([...b].sort())
      }),
    )
  })

  test.each([
    ['a common family name says less than a rare one', 'ali', 'ryonbong'],
    ['a family name of millions says less than a rare one', 'kim', 'ryom'],
    ['a legal form says less than a proper name', 'ltd', 'ryonbong'],
  ])('%s', (_, common, rare) => {
    expect(information(common)).toBeLessThan(information(rare))
  })

  test.each([
    ['Ryonbong', 'Ryongbong', 'one letter more'],
    ['Vladimir', 'V', 'an initial'],
    ['Ryon Bong', 'Ryonbong', 'written together'],
    ['Muhammad', 'Mohamed', 'another system'],
    ['Mikhail', 'Misha', 'a pet name'],
  ])('%s and %s are partly alike: %s', (a, b) => {
    const alike = compareTokens(foldName(a), foldName(b)).millibits
    expect(alike).toBeGreaterThan(0)
    expect(alike).toBeLessThan(compareTokens(foldName(a), foldName(a)).millibits)
  })

  test('a common word says more as a whole name than within a longer one', () => {
    const alone = compareTokens(['hassan'], ['hassan']).millibits
    expect(alone).toBeGreaterThan(information('hassan'))
    expect(compareTokens(['hassan', 'example'], ['hassan', 'beispiel']).millibits).toBeLessThan(
      alone,
    )
  })

  test('a different token costs more than a missing one', () => {
    const weigh = (b: string) => compareTokens(['kim', 'yong', 'chol'], b.split(' ')).millibits
    expect(weigh('kim yong haeng')).toBeLessThan(weigh('kim yong'))
  })

  test('what is left over never costs less when there is more of it', () => {
    const info = fc.integer({ min: 0, max: 14_000 })
    fc.assert(
      fc.property(info, info, info, (a, b, more) => {
        expect(unpairedCost(a + more, b)).toBeGreaterThanOrEqual(unpairedCost(a, b))
        expect(unpairedCost(a, b)).toBe(unpairedCost(b, a))
      }),
    )
  })

  test('the weight of two tokens is symmetric and never above either of them', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        fc.pre(a !== '' && b !== '')
        const weight = tokenWeight(a, b)
        expect(weight).toBe(tokenWeight(b, a))
        expect(weight).toBeLessThanOrEqual(Math.min(information(a), information(b)))
        const edits = naiveDistance(a, b)
        if (
          edits > Math.max(1, allowedEdits(Math.min(a.length, b.length))) &&
          a.length > 1 &&
          b.length > 1 &&
          !areKin(readToken(a).kin, readToken(b).kin)
        )
          expect(weight).toBe(0)
      }),
    )
  })
})
