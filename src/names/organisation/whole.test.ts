import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { acronymWeight } from './acronym.ts'
import { wholeNameKeys, wholeNameWeight } from './whole.ts'
import { canonicalTokens } from './words.ts'

const read = (name: string): string[] => canonicalTokens(name.toLowerCase().split(' '))

describe('acronyms', () => {
  test.each([
    ['KOMID', 'Korea Mining Development Trading Corporation'],
    ['GBAE', 'General Bureau of Atomic Energy'],
    ['GDAE', 'General Department of Atomic Energy'],
    ['RGB', 'Reconnaissance General Bureau'],
    ['OMM', 'Ocean Maritime Management Company Limited'],
    ['KKBC', 'Korea Kwangson Banking Corporation'],
    ['KNIC', 'Korean National Insurance Company'],
    ['FTB', 'Foreign Trade Bank'],
    ['DCB', 'Daedong Credit Bank'],
    ['MPAF', 'Ministry of the Peoples Armed Forces'],
    ['KCST', 'Korean Committee for Space Technology'],
    ['MID', 'Munitions Industry Department'],
    ['OMM Ltd', 'Ocean Maritime Management'],
  ])('%s stands for %s', (short, long) => {
    expect(acronymWeight(read(short), read(long))).toBeGreaterThan(0)
  })

  test.each([
    ['RGB', 'Reconnaissance Bureau'],
    ['KIM', 'Korea Kwangson Banking Corporation'],
    ['OM', 'Ocean Maritime'],
    ['DCB Finance', 'Daedong Credit Bank'],
    ['Limited', 'Ocean Maritime Management Limited'],
    ['', 'Ocean Maritime Management Limited'],
  ])('%s does not stand for %s', (short, long) => {
    expect(acronymWeight(read(short), read(long))).toBe(0)
  })

  test('three letters say less than four', () => {
    const [three, four] = [
      acronymWeight(['rgb'], ['reconnaissance', 'general', 'bureau']),
      acronymWeight(['gbae'], ['general', 'bureau', 'atomic', 'energy']),
    ]
    expect(three).toBeLessThan(four)
  })
})

describe('spaces', () => {
  test.each([
    ['chon ma san', 'chonmasan'],
    ['am nok gang', 'amnokgang'],
    ['chong chon gang shipping co ltd', 'chongchongang shipping company'],
  ])('%s is %s', (apart, joined) => {
    expect(wholeNameWeight(read(apart), read(joined))).toBeGreaterThan(9000)
  })

  test('short names and names of other letters have none', () => {
    expect(wholeNameWeight(['ri', 'chol'], ['richol'])).toBe(0)
    expect(wholeNameWeight(['chon', 'ma', 'san'], ['chonmabong'])).toBe(0)
  })
})

const word = fc.constantFrom(
  ...'korea ocean maritime management limited corporation bureau omm omml kom chon ma san chonma masan chonmasan general gb a 39'.split(
    ' ',
  ),
)
const name = fc.array(word, { maxLength: 6 })

test('whole names weigh alike both ways, and only where they share a key', () => {
  fc.assert(
    fc.property(name, name, (a, b) => {
      const weight = wholeNameWeight(a, b)
      expect(weight).toBe(wholeNameWeight(b, a))
      expect(weight).toBeGreaterThanOrEqual(0)
      const keys = wholeNameKeys(b)
      if (weight > 0) expect(wholeNameKeys(a).some((key) => keys.includes(key))).toBe(true)
    }),
    { numRuns: 1000 },
  )
})
