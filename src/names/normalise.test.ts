import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { confusables, foldConfusables } from './confusable.ts'
import { normalise } from './normalise.ts'

test.each([
  ['ㄱㅣㅁ', '김', 'jamo typed one by one are a syllable'],
  ['ㄹㅣ', '리', 'a syllable without a final too'],
  ['ㄱㅣㅁㅏ', '기마', 'a jamo before a vowel begins the next syllable'],
  ['ﾋﾞｮﾝ', 'ビョン', 'half-width kana takes its mark'],
  ['Pyo’ng', "Pyo'ng", 'apostrophes are one sign'],
  ['Ｐａｋ', 'Pak', 'full-width letters are Latin'],
])('writes %s as %s: %s', (text, written) => {
  expect(normalise(text)).toBe(written)
})

describe('letters of another script', () => {
  test.each([
    ['P\u0430k', [{ at: 1, char: '\u0430', meant: 'a', script: 'Cyrl' }]],
    ['Ж\u0061ук', [{ at: 1, char: '\u0061', meant: '\u0430', script: 'Latn' }]],
    ['Al\u03bfha', [{ at: 2, char: '\u03bf', meant: 'o', script: 'Grek' }]],
    ['Пак Pak', []],
    ['Рак', []],
  ])('are told in %s', (text, found) => {
    expect(confusables(text)).toEqual(found)
  })

  test('are written as what is meant, once for all', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'aoxcp \u0430\u043e\u0445ж\u03bf') }),
        (text) => {
          const folded = foldConfusables(text)
          expect(folded.length).toBe(text.length)
          expect(foldConfusables(folded)).toBe(folded)
        },
      ),
    )
  })
})

test('any text is normalised, and lone surrogates stay harmless', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(normalise(normalise(text))).toBe(normalise(text))
    }),
  )
  expect(normalise('\ud800Kim')).toContain('Kim')
})
