import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toBits } from '../model/index.ts'
import { compareReadNames, type Name, nameWeight, readName } from './index.ts'
import { koreanSystems, writeKorean } from './korean/index.ts'

const weight = (a: string, b: string): number => nameWeight(readName(a), readName(b))

/** Any row of code units, lone surrogates among them. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }))
    .map((units) => units.map((unit) => String.fromCharCode(unit)).join('')),
)

const wordsOf = (text: string): fc.Arbitrary<string> => fc.constantFrom(...text.split(' '))

const hangul = fc.tuple(wordsOf('김 리 박 최 림 류'), wordsOf('병철 영 철수 은혜 정호 명국'))

/** Names as people write them, in the languages and scripts that have readings of their own. */
const realName: fc.Arbitrary<string> = fc.oneof(
  fc
    .tuple(hangul, fc.constantFrom(...koreanSystems))
    .map(([[family, given], system]) => writeKorean(family, given, system)),
  hangul.map((parts) => parts.join('')),
  wordsOf('李炳哲 王小明 张伟 佐藤健一 金正日'),
  wordsOf('Ёлкин Иванов Петров').chain((family) =>
    wordsOf('Иван Пётр Сергей').map((given) => `${given} ${family}`),
  ),
  fc
    .tuple(wordsOf('Maria John Ahmed Li Carlos'), wordsOf('Smith Garcia Hassan Wei Okafor'))
    .map((parts) => parts.join(' ')),
  fc
    .tuple(wordsOf('Korea Example Golden Eastern'), wordsOf('Trading Shipping Bank'))
    .map((parts) => [...parts, 'Co., Ltd.'].join(' ')),
)

const anyName = fc.oneof(realName, anyText)

/** More than any name can say. */
const mostBits = 200

describe('comparing names', () => {
  test('is symmetric and bounded for any texts', () => {
    fc.assert(
      fc.property(anyName, anyName, (a, b) => {
        const found = weight(a, b)
        expect(weight(b, a)).toBe(found)
        expect(Number.isSafeInteger(found)).toBe(true)
        expect(Math.abs(toBits(found))).toBeLessThan(mostBits)
      }),
      { numRuns: 500 },
    )
  })

  test('gives parts that sum to the total, which is the weight', () => {
    fc.assert(
      fc.property(anyName, anyName, (a, b) => {
        const [left, right] = [readName(a), readName(b)]
        const { millibits, parts } = compareReadNames(left, right)
        expect(parts.reduce((sum, part) => sum + part.millibits, 0)).toBe(millibits)
        expect(nameWeight(left, right)).toBe(millibits)
      }),
      { numRuns: 300 },
    )
  })

  test('weighs a name with itself at least as much as with any other', () => {
    fc.assert(
      fc.property(realName, realName, (a, b) => {
        expect(weight(a, b)).toBeLessThanOrEqual(Math.max(weight(a, a), weight(b, b)))
      }),
      { numRuns: 500 },
    )
  })

  test('leaves order and case of Latin words aside', () => {
    const latin = fc.tuple(
      wordsOf('Maria John Carlos Peter Okello'),
      wordsOf('Smith Garcia Hassan Okafor Brown'),
    )
    fc.assert(
      fc.property(latin, latin, ([given, family], other) => {
        const [name, against] = [`${given} ${family}`, other.join(' ')]
        expect(weight(`${family} ${given}`, against)).toBe(weight(name, against))
        expect(weight(name.toUpperCase(), against)).toBe(weight(name, against))
      }),
    )
  })

  test('meets Korean names with the family name first or last', () => {
    fc.assert(
      fc.property(hangul, ([family, given]) => {
        const name = writeKorean(family, given, 'press')
        const [first, ...rest] = name.split(' ')
        const against = family + given
        const turned = [...rest, first].join(' ')
        expect(Math.min(weight(name, against), weight(turned, against))).toBeGreaterThan(5_000)
      }),
    )
  })
})

describe('a text of 100 KB', () => {
  const size = 100_000
  /** Milliseconds that a name may take on a slow machine that does other work. */
  const patience = 1_000
  const pieces = [
    'a',
    'ab ',
    'Kim ',
    '김정은 ',
    '김',
    '李炳哲 ',
    'リ・',
    'Иван ',
    'محمد ',
    '12 ',
    'a.',
    "a'",
    'abu al bin ',
    '有限公司',
    'ООО ',
    'yamamoto',
    '(a) ',
    '\u0301',
    '\ud800',
    '\u200d',
    'ᄀ',
    '😀',
  ]
  test.each(pieces)('of %j is read and compared at once', (piece) => {
    readName('warm')
    const text = piece.repeat(Math.ceil(size / piece.length))
    const start = performance.now()
    const [a, b]: [Name, Name] = [readName(text), readName(`${text}x`)]
    compareReadNames(a, b)
    nameWeight(a, readName('Ri Pyong Chol'))
    expect(performance.now() - start).toBeLessThan(patience)
  })
})
