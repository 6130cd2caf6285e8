import { expect, test } from 'vitest'
import { readAll, tellEntity, writeTemporary } from '../../../tests/editions.ts'
import { faultOf, xmlPlaces } from '../../../tests/places.ts'
import { ofacXmlReader } from './index.ts'

const list = (...entries: string[]): string =>
  `<?xml version="1.0" standalone="yes"?>
<sdnList xmlns="http://tempuri.org/sdnList.xsd">
<publshInformation><Publish_Date>04/22/2020</Publish_Date><Record_Count>1</Record_Count></publshInformation>
${entries.map((entry) => `<sdnEntry>${entry}</sdnEntry>`).join('\n')}
</sdnList>`

const read = async (...entries: string[]) => {
  const { entities, rejected } = await readAll(
    ofacXmlReader,
    await writeTemporary('sdn.xml', list(...entries)),
  )
  const lookup = xmlPlaces(list(...entries))
  const faults = entities.flatMap(({ statements }) =>
    statements.flatMap((said) => faultOf(lookup, said) ?? []),
  )
  return {
    entities,
    told: entities.map(tellEntity),
    faults,
    rejects: rejected.map(({ place, reason, text }) => [place, reason, text]),
  }
}

test('an entry without a uid is rejected whole, with its place', async () => {
  const { entities, rejects } = await read(
    '<uid>1</uid><lastName>A</lastName>',
    '<lastName>B</lastName>',
  )
  expect(entities.map(({ key }) => key)).toEqual(['1'])
  expect(rejects).toEqual([['/sdnList/sdnEntry[2]', 'the entry has no uid', 'B']])
})

test('elements that the reader does not know are rejected with place and text', async () => {
  const { rejects } = await read(
    '<uid>1</uid><lastName>A</lastName><akaList><aka><uid>2</uid><lastName>B</lastName><script>Latn</script></aka></akaList>',
  )
  expect(rejects).toEqual([
    [
      '/sdnList/sdnEntry[1]/akaList/aka/script',
      '/sdnList/sdnEntry/akaList/aka/script is not known to the reader',
      'Latn',
    ],
  ])
})

test('a type of party that OFAC does not have is rejected, and the party is kept', async () => {
  const { entities, rejects } = await read(
    '<uid>1</uid><lastName>A</lastName><sdnType>Robot</sdnType>',
  )
  expect(entities.map(({ schema }) => schema)).toEqual(['LegalEntity'])
  expect(rejects.map(([, reason]) => reason)).toEqual(['OFAC has no type of party Robot'])
})

test('a label that the table does not hold is kept as a document or as a note', async () => {
  const id = (type: string, number: string): string =>
    `<id><uid>3</uid><idType>${type}</idType><idNumber>${number}</idNumber><idCountry>China</idCountry></id>`
  const { told, faults } = await read(
    `<uid>1</uid><lastName>A</lastName><idList>${id('Fishing Permit No.', '7')}${id('Favourite colour:', 'red')}</idList>`,
  )
  expect(faults).toEqual([])
  expect(told[0]).toEqual([
    'name: A',
    'document.type: Fishing Permit No.',
    'document.number: 7',
    'document.country: cn',
    'notes: Favourite colour: red',
    'sanction.authorityId: 1',
  ])
})

test('names of persons are turned, in whatever order their parts stand', async () => {
  const { told, faults } = await read(
    '<uid>1</uid><firstName>Ruben, Jr.</firstName><lastName>EXAMPLE</lastName><sdnType>Individual</sdnType>',
    '<uid>2</uid><lastName>KNOWLES, JR.</lastName><firstName>Test</firstName><sdnType>Individual</sdnType>',
    '<uid>3</uid><lastName>ABU TEST</lastName><sdnType>Individual</sdnType>',
  )
  expect(faults).toEqual([])
  expect(told.map((each) => each.filter((line) => /ame/.test(line)))).toEqual([
    ['name: Ruben EXAMPLE Jr.', 'firstName: Ruben', 'lastName: EXAMPLE', 'nameSuffix: Jr.'],
    ['name: Test KNOWLES JR.', 'firstName: Test', 'lastName: KNOWLES', 'nameSuffix: JR.'],
    ['name: ABU TEST'],
  ])
})
