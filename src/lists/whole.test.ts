import { expect, test } from 'vitest'
import { writeTemporary } from '../../tests/editions.ts'
import { openFile, readXml, type XmlElement } from '../formats/index.ts'
import { attributesOf, joined, wholeOf } from './whole.ts'

const element = async (content: string): Promise<XmlElement> => {
  const file = await openFile(await writeTemporary('x.xml', `<list>${content}</list>`))
  for await (const record of readXml(file, 2)) return record
  throw new Error('the file holds no record')
}

test('a whole element is told on one line, attributes first', async () => {
  const record = await element('<a x="1" y=" 2 ">b\n <c z="3">d</c>  e</a>')
  expect(wholeOf(record, 'made')?.text).toMatch(/^1 2 b e 3 d$/)
  expect(wholeOf(record, 'made')).toMatchObject({ value: 'made', place: '/list/a[1]' })
  expect(attributesOf(record)).toEqual({ text: '1 2', value: '1 2', place: '/list/a[1]' })
})

test('an empty made value is nothing', async () => {
  const record = await element('<a x="1"/>')
  expect(wholeOf(record, '')).toBeUndefined()
  expect(attributesOf(record, '')).toBeUndefined()
})

test.each([
  [['Wonsan', undefined, 'DPRK'], 'Wonsan, DPRK'],
  [['-', 'PAKISTAN'], 'PAKISTAN'],
  [['a\n  b'], 'a b'],
  [[undefined, '-'], ''],
])('the parts %j are joined to "%s"', (parts, text) => {
  expect(joined(parts)).toBe(text)
})
