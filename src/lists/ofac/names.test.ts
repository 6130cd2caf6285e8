import { expect, test } from 'vitest'
import { splitName, spokenName } from './names.ts'

const cases = [
  ['HANIYA, Ismail Abdul Salah', 'Ismail Abdul Salah HANIYA'],
  ['RI, Pyo\u0027ng-ch\u0027o\u0027l', "Pyo'ng-ch'o'l RI"],
  ['KNOWLES, JR., Samuel', 'Samuel KNOWLES JR.'],
  ['LAVILLA, Ruben Pestano, Jr.', 'Ruben Pestano LAVILLA Jr.'],
  ['MARUF, Taha, Muhyi al-Din', 'Taha Muhyi al-Din MARUF'],
  ['ABU  ZUBAYDAH', 'ABU ZUBAYDAH'],
  ['MEZA, JR.', 'MEZA, JR.'],
  ['EXAMPLE,', 'EXAMPLE,'],
] as const

test.each(cases)('the printed name %j is spoken %j', (printed, spoken) => {
  expect(spokenName(printed)).toBe(spoken)
})

test('a name without a comma has no parts', () => {
  expect(splitName('ZULKARNAEN')).toBeUndefined()
})
