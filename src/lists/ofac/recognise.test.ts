import { expect, test } from 'vitest'
import { writeTemporary } from '../../../tests/editions.ts'
import { openFile } from '../../formats/index.ts'
import { ofacCsvReader, ofacXmlReader } from './index.ts'

const namespace = 'https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML'
const xml = (...programs: string[]): string => `<?xml version="1.0" standalone="yes"?>
<sdnList xmlns="${namespace}">
<publshInformation><Publish_Date>03/28/2025</Publish_Date><Record_Count>${programs.length}</Record_Count></publshInformation>
${programs.map((program) => `<sdnEntry><uid>1</uid><lastName>X</lastName><programList><program>${program}</program></programList></sdnEntry>`).join('')}
</sdnList>`

const xmlOf = async (name: string, content: string) =>
  ofacXmlReader.recognise(await openFile(await writeTemporary(name, content)))

test('the XML tells its own date and number of entries', async () => {
  expect(await xmlOf('sdn.xml', xml('CUBA', 'DPRK2'))).toMatchObject({
    list: 'ofac-sdn',
    part: 'xml',
    date: '2025-03-28',
    declared: 2,
  })
})

test.each([
  ['SDN.XML', ['NS-PLC'], 'ofac-sdn'],
  ['consolidated.xml', ['CUBA'], 'ofac-cons'],
  ['list.xml', ['NS-PLC', 'UKRAINE-EO13662', 'CMIC-EO13959'], 'ofac-cons'],
  ['list.xml', ['CUBA', 'DPRK2', 'UKRAINE-EO13662'], 'ofac-sdn'],
  ['list.xml', ['SDGT'], 'ofac-sdn'],
] as const)('XML named %s with programmes %j is %s', async (name, programs, list) => {
  expect((await xmlOf(name, xml(...programs)))?.list).toBe(list)
})

test.each([
  ['of another root', '<Sanctions><sdnList/></Sanctions>'],
  ['that is none', 'sdnList'],
])('XML %s is not recognised', async (_, content) => {
  expect(await xmlOf('sdn.xml', content)).toBeUndefined()
})

const rows = {
  sdn: '36,"EXAMPLE, Test","individual","CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 1962."\r\n',
  alt: '36,12,"aka","EXAMPLE ""ONE""",-0- \r\n',
  add: '36,25,-0- ,"Example City","Cuba",-0- \r\n',
  comments: '36,"continued, and so on."\r\n',
}

const csvOf = async (name: string, content: string) => {
  const file = await openFile(await writeTemporary(name, content))
  const known = ofacCsvReader.recognise(file)
  return known && { ...known, group: known.group.slice(file.path.lastIndexOf('/') + 1) }
}

test.each([
  ['sdn.csv', rows.sdn, 'ofac-sdn', 'sdn', '', null],
  ['ALT.CSV', rows.alt, 'ofac-sdn', 'alt', '', null],
  ['add-2025-12.csv', rows.add, 'ofac-sdn', 'add', '2025-12', '2025-12'],
  ['sdn_comments_20251231.csv', rows.comments, 'ofac-sdn', 'comments', '20251231', '2025-12-31'],
  ['cons_prim-old.csv', rows.sdn, 'ofac-cons', 'sdn', 'old', null],
  ['cons_alt.csv', rows.alt, 'ofac-cons', 'alt', '', null],
  ['cons_add.csv', rows.add, 'ofac-cons', 'add', '', null],
  ['cons_comments.csv', rows.comments, 'ofac-cons', 'comments', '', null],
] as const)('%s is a table of its set', async (name, content, list, part, suffix, date) => {
  expect(await csvOf(name, content)).toEqual({ list, part, group: `${list}/${suffix}`, date })
})

test.each([
  ['a header line', 'sdn.csv', 'ent_num,name,type,programs,title,a,b,c,d,e,f,remarks\r\n'],
  ['other columns', 'sdn.csv', rows.alt],
  ['another name', 'derived-sdn-2025-names.csv', rows.sdn],
  ['another name that ends so', 'my_alt.csv', rows.alt],
  ['another kind', 'sdn.txt', rows.sdn],
])('a table with %s is not recognised', async (_, name, content) => {
  expect(await csvOf(name, content)).toBeUndefined()
})
