import { expect, test } from 'vitest'
import { Description, entityId, type SourceId } from '../model/index.ts'
import { readLabelledNumbers } from './labelled-numbers.ts'

const read = (text: string): readonly string[] => {
  const owner = { text: 'X1', value: 'X1', place: '/x' }
  const origin = { source: 'test' as SourceId, learned: null, owner }
  const entry = new Description(entityId('designation', 'test', 'X1'), 'Company', origin)
  const known = readLabelledNumbers({ text, value: text, place: '/y' }, entry)
  const said = entry.entity('X1').statements
  expect(known).toBe(said.length > 0)
  for (const each of said) expect(text).toContain(each.original ?? each.value)
  return said.map((each) => `${each.prop} ${each.value}`)
}

test.each([
  ['INN: 7710137066', ['innCode 7710137066']],
  [
    'OGRN: 1247700291200\nKPP: 770701001\nINN: 9707028663',
    ['innCode 9707028663', 'ogrnCode 1247700291200', 'kppCode 770701001'],
  ],
  ['SRN/OGRN 1071651000035', ['ogrnCode 1071651000035']],
  ['LEI 984500SAI1E9CB88DC54', ['leiCode 984500SAI1E9CB88DC54']],
  ['SWIFT/BIC: FTBDKPPY', ['swiftBic FTBDKPPY']],
  ['IMO 5434358', ['imoNumber 5434358']],
  ['INN: 12345', []],
  ['HE 123456', []],
])('"%s" holds %j', (text, numbers) => {
  expect(read(text)).toEqual(numbers)
})
