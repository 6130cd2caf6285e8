import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  allowedEdits,
  compareTokens,
  foldName,
  tokenWeight,
  wholeNameKeys,
  wholeNameWeight,
} from '../../names/index.ts'
import { NameIndex } from './name-index.ts'
import { SpellingIndex } from './spelling-index.ts'

/** An index that has made its forms: the first few queries do without. */
const built = (vocabulary: readonly string[]): SpellingIndex => {
  const index = new SpellingIndex(vocabulary)
  expect(index.forms.forms.length).toBeGreaterThanOrEqual(vocabulary.length)
  return index
}

const word = fc.string({
  unit: fc.constantFrom('a', 'e', 'k', 'n', 'o'),
  minLength: 1,
  maxLength: 10,
})

test('the spelling index names every token that can be paired', () => {
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 60 }), word, (vocabulary, token) => {
      const near = built(vocabulary).near(token)
      vocabulary.forEach((other, id) => {
        const short = Math.min(other.length, token.length) === 1
        if (!short && tokenWeight(other, token) > 0) expect(near).toContain(id)
      })
    }),
  )
})

test('the spelling index finds swapped, missing, added and changed letters', () => {
  const index = built(['pyongchol', 'ryonbong', 'kim'])
  const found = (token: string) => [...index.near(token)].sort()
  expect(found('pyonghcol')).toContain(0)
  expect(found('pyngchl')).toContain(0)
  expect(found('pyogchol')).toContain(0)
  expect(found('rryonbongs')).toContain(1)
  expect(found('kin')).not.toContain(2)
  expect(allowedEdits(3)).toBe(0)
})

const isEqual = (a: readonly string[], b: readonly string[]): boolean =>
  [...a].sort().join(' ') === [...b].sort().join(' ')

describe('the name index', () => {
  const tokens = fc.constantFrom(
    ...'kim ri pyong chol byong pyongchol company trading ltd limited v vladimir a ryonbong ryongbong abd al rahman abdalrahman general corporation'.split(
      ' ',
    ),
  )
  const name = fc.array(tokens, { minLength: 1, maxLength: 7 })
  const names = fc.array(name, { minLength: 1, maxLength: 40 })

  test('loses nothing that comparing with every name finds, at any floor', () => {
    fc.assert(
      fc.property(names, name, fc.integer({ min: 1, max: 25_000 }), (every, query, floor) => {
        const keys = new Set(wholeNameKeys(query))
        const all = every.filter(
          (each) =>
            (isEqual(each, query) && wholeNameWeight(each, query) === 0) ||
            !wholeNameKeys(each).some((key) => keys.has(key)),
        )
        const expected = all
          .map((each, n) => ({ name: n, millibits: compareTokens(query, each).millibits }))
          .filter(({ millibits }) => millibits >= floor)
        const index = NameIndex.of(all)
        expect(index.find(query, floor)).toEqual(expected)
        const asked = NameIndex.of(all)
        expect(asked.forms.words.forms.length > 0).toBe(all.length > 0)
        expect(asked.find(query, floor)).toEqual(expected)
      }),
      { numRuns: 500 },
    )
  })

  test('gives the same answer when it is asked again', () => {
    const index = NameIndex.of([foldName('Kim Chol Nam'), foldName('Ri Pyong Chol')])
    const ask = () => index.find(foldName('Ri Pyong Chol'), 4000)
    expect(ask()).toEqual(ask())
  })

  test('takes names of hundreds of tokens', () => {
    const long = Array.from({ length: 300 }, (_, k) => `token${k}`)
    const index = NameIndex.of([long, foldName('Kim Chol Nam')])
    expect(index.find(long, 4000).map((hit) => hit.name)).toEqual([0])
    expect(index.find([...foldName('Kim Chol Nam'), ...long], 4000).length).toBe(1)
  })

  test('an index of nothing finds nothing', () => {
    expect(NameIndex.of([]).find(['kim'], 1)).toEqual([])
  })
})
