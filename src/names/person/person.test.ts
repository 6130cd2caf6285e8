import { expect, test } from 'vitest'
import { foldName } from '../fold.ts'
import { information } from '../token.ts'

test.each([
  'Abd al-Rahman',
  'Abdul Rahman',
  'Abdurrahman',
  'Abdurahman',
  'Abd ar-Rahman',
  'Abdelrahman',
])('%s is one name', (name) => {
  expect(foldName(name)).toEqual(['abd', 'rahman'])
})

test.each([
  ['Nur al-Din', 'nur din'],
  ['Nuruddin', 'nur din'],
  ['Tajideen', 'taj din'],
  ['Taj al-Din', 'taj din'],
  ['Salahdin', 'salah din'],
  ['Geraldine', 'geraldine'],
  ['Sayf Allah', 'sayfullah'],
  ['Abd Allah', 'abdullah'],
  ['Example ibn Example', 'example bin example'],
  ['Ben Example', 'ben example'],
  ['as-Sample', 'al sample'],
  ['Abdullaev', 'abdullaev'],
  ['Aladdin', 'aladdin'],
])('folds %s to %s', (name, tokens) => {
  expect(foldName(name).join(' ')).toBe(tokens)
})

test.each(['al', 'bin', 'van', 'dr', 'haji', 'mullah', 'jr', 'abd'])(
  '%s says next to nothing',
  (word) => {
    expect(information(word)).toBeLessThan(1000)
  },
)
