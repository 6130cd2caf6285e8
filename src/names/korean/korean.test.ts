import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import frequency from '../../../data/korean-frequency.json' with { type: 'json' }
import { finalOf, initialOf, syllableCount, toHangul, toSyllable, vowelOf } from '../hangul.ts'
import { compareReadNames, nameWeight, readName } from '../index.ts'
import { koreanSystems, readKorean, writeKorean } from './index.ts'
import { Spelling } from './spelling.ts'

const bits = (a: string, b: string): number => nameWeight(readName(a), readName(b)) / 1000

/** Syllables that a reading holds for the given name, over all its paths. */
const givenSyllables = (text: string): Set<string> =>
  new Set(
    readKorean(text)?.paths.flatMap(({ given }) =>
      given.flatMap(({ syllables }) => syllables.map(toHangul)),
    ) ?? [],
  )

describe('Korean names', () => {
  test.each([
    ['리병철', '이병철'],
    ['리병철', '李炳哲'],
    ['이병철', '李炳哲'],
    ['리병철', 'Ri Pyong Chol'],
    ['이병철', 'Ri Pyong Chol'],
    ['리병철', 'Lee Byung-chul'],
    ['Ri Pyong Chol', 'Lee Byung-chul'],
    ["RI Pyo'ng-ch'o'l", 'Lee Byung-chul'],
    ['LEE, BYONGCHOL', 'Ri Pyong Chol'],
    ['Ли Бён Чхоль', 'Ri Pyong Chol'],
    ['リ・ビョンチョル', 'Ri Pyong Chol'],
    ['ﾘ･ﾋﾞｮﾝﾁｮﾙ', '리병철'],
    ['Choe Ryong Hae', 'Choi Yong-hae'],
    ['Choe Ryong Hae', 'Цой Рен Хэ'],
    ['Choe Ryong Hae', 'チェ・リョンヘ'],
    ['Choe Ryong Hae', 'Čche Rjong He'],
    ['Jang Chol Hy', 'Djang Tcheul Hy'],
    ['Kim Su Gwang', 'Kim Sou-Kwang'],
    ['Ryom Hui-bong', 'Yeom Hee-bong'],
    ['Chang-Su Han', 'Han Jang Su'],
    ["Cho 'n Myo 'ng-kuk", '전명국'],
    ['남궁민', 'Namgung Min'],
    ['沈成日', '심성일'],
  ])('%s and %s are one name', (a, b) => {
    expect(bits(a, b)).toBeGreaterThan(8)
  })

  test.each([
    ['정은', '김정은', '김종은'],
    ['성혜', '김성혜', '김송혜'],
    ['영철', '김영철', '김용철'],
    ['성철', '김성철', '김송철'],
    ['춘환', 'Ri Chun Hwan', 'Ri Chun Song'],
    ['은', 'Kim Jong Un', 'Kim Jong Il'],
  ])('one other syllable is another person: %s', (_, a, b) => {
    expect(bits(a, b)).toBeLessThan(bits(a, a) - 6)
    expect(bits(a, b)).toBeLessThan(8)
    expect(bits(a, a)).toBeGreaterThan(8)
  })

  test('a name that went through Chinese characters is met by their Mandarin sound', () => {
    expect(bits('Li Bingzhe', 'Ri Pyong Chol')).toBeGreaterThan(5)
    expect(bits('Li Bingzhe', 'Ri Song Hyok')).toBeLessThan(0)
  })

  test('Kim Chol is not every Kim Chol-X', () => {
    expect(bits('Kim Chol', 'Kim Chol Nam')).toBeLessThan(4)
  })

  test.each([
    ['Yong', '영', '용'],
    ['Song', '성', '송'],
    ['Jong', '정', '종'],
    ['Chol', '철', '졸'],
    ['Un', '은', '운'],
    ['Kuk', '국', '극'],
    ['Hun', '훈', '흔'],
    ['Cho', '조', '초'],
    ['Pyong', '병', '평'],
  ])('%s stays both %s and %s', (spelling, a, b) => {
    const read = givenSyllables(`Kim ${spelling} Chol`)
    expect(read.has(a)).toBe(true)
    expect(read.has(b)).toBe(true)
  })

  test('the same spelling in DPRK Latin is told apart where marks or Hangul tell', () => {
    expect(bits('Kim Jong Un', '김정은')).toBeGreaterThan(8)
    expect(bits('Kim Jong Un', '김종은')).toBeGreaterThan(8)
    expect(bits("Kim Cho'ng-u'n", '김종운')).toBeLessThan(4)
  })

  test.each(['Latn', 'Cyrl', 'Kana'] as const)(
    'every syllable of Hangul is read back from every style of %s',
    (script) => {
      const spelling = new Spelling(script)
      const lost: string[] = []
      for (const { id } of spelling.styles)
        for (let syllable = 0; syllable < syllableCount; syllable++)
          for (const inner of [false, true]) {
            const letters = {
              initial: initialOf(syllable),
              vowel: vowelOf(syllable),
              final: finalOf(syllable),
            }
            const written = spelling.write(letters, id, inner)
            if (!spelling.read(written, inner).some((read) => read.syllable === syllable))
              lost.push(`${id} ${toHangul(syllable)} ${written}`)
          }
      expect(lost.slice(0, 20)).toEqual([])
    },
  )

  test('names drawn from common syllables are read back from every system, given names whole', () => {
    const syllable = (part: Readonly<Record<string, number>>) =>
      fc.constantFrom(...Object.keys(part).slice(0, 100))
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(frequency.surnames).slice(0, 40)),
        syllable(frequency.first),
        syllable(frequency.second),
        fc.constantFrom(...koreanSystems),
        (family, first, second, system) => {
          const written = writeKorean(family, first + second, system)
          const read = givenSyllables(written)
          expect([...read]).toEqual(expect.arrayContaining([first, second]))
        },
      ),
      { numRuns: 500 },
    )
  })

  test('what a reviewer reads names both spellings and says that they are of North and South', () => {
    const { says, parts, millibits, language } = compareReadNames(
      readName('리병철'),
      readName('Lee Byung-chul'),
    )
    expect(says).toBe('same name in North and South spelling')
    expect(language).toBe('Korean')
    expect(parts.map(({ how }) => how)).toContain(
      'first syllable: 병 = byung (passport and press habit)',
    )
    expect(parts.reduce((sum, part) => sum + part.millibits, 0)).toBe(millibits)
  })

  test.each([
    ['a letter too many', 'Ri Pyong Chol', 'Ri Pyongq Chol'],
    ['a letter missing', 'Kim Jong Nam', 'Kim Jng Nam'],
    ['a wrong letter', 'Choe Ryong Hae', 'Choe Rywng Hae'],
    ['two letters swapped', 'Pak Son Kwang', 'Pak Son Kwagn'],
    ['a slip in the family name', 'Kim Chol Nam', 'Kimj Chol Nam'],
    ['a space lost', 'Pak Jong Chon', 'PakJong Chon'],
  ])('a name with %s is found by its syllables', (_, name, slipped) => {
    const [a, b] = [readName(name), readName(slipped)]
    expect(nameWeight(a, b)).toBeGreaterThan(8000)
    expect(nameWeight(b, a)).toBe(nameWeight(a, b))
  })

  test('a slip of the hand is told', () => {
    const { parts } = compareReadNames(readName('Ri Pyong Chol'), readName('Ri Pyong Chll'))
    expect(parts.map(({ how }) => how)).toContain(
      'second syllable: 철 = chol (DPRK 1992) = chll (DPRK 1992, a slip of the hand)',
    )
  })

  test.each(['Kim Smith', 'Lee Johnson', 'Maria Jonk', 'Park Avenue', 'Jong Bank', 'Qkim'])(
    '%s is not read as Korean by a slip',
    (name) => expect(readKorean(name)?.slipped ?? false).toBe(false),
  )

  const letters = fc.constantFrom(...'ㄱ리병철Ri Pyong-Chol李炳哲Лиリ・')
  test('any text is compared without fault, the same in both directions', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: letters })),
        fc.string({ unit: letters }),
        (a, b) => {
          const [left, right] = [readName(a), readName(b)]
          expect(nameWeight(left, right)).toBe(nameWeight(right, left))
          expect(Number.isFinite(nameWeight(left, right))).toBe(true)
        },
      ),
    )
  })

  test('a hundred kilobytes of one letter are read at once', () => {
    const started = performance.now()
    for (const letter of ['ㄱ', '김', 'a', 'Kim ']) readName(letter.repeat(100_000 / letter.length))
    expect(performance.now() - started).toBeLessThan(2000)
  })

  test('the ids of syllables follow the code points', () => {
    expect(toSyllable('힣')).toBe(syllableCount - 1)
    expect(toSyllable('A')).toBe(-1)
  })
})
