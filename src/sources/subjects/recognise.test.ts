import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { openFile, toFile } from '../../formats/index.ts'
import { sniffDelimiter } from './delimiter.ts'
import { looksLikeSubjects } from './recognise.ts'

test.each([
  ['id,name\n1,x\n', true],
  ['Full Name,Passport Number\n', true],
  ['id;firstName;lastName\n', true],
  ['"id"\t"imoNumber"\n', true],
  ['\uFEFFpublicKey\n', true],
  ['{"schema":"Person","properties":{}}\n', true],
  ['{"id":1,"name":"x"}\n', true],
  ['{"id":1,"name":"x', true],
  ['colour,shape\n', false],
  ['id,country\n', false],
  ['celex,recordId,programKey,schema,name\n', false],
  ['Name,Alias,Sanction Type\n', false],
  ['{"hash":"0x","people":{"name":"x"}}\n', false],
  ['<?xml version="1.0"?><a/>', false],
  ['hello, name\n', true],
  ['\u0000\u0001\u0002', false],
])('a file that begins with %j looks like subjects: %s', (text, is) => {
  expect(looksLikeSubjects(toFile('x', Buffer.from(text)))).toBe(is)
})

test('UTF-16 is looked through, a workbook is taken', () => {
  expect(looksLikeSubjects(toFile('x', Buffer.from('\uFEFFid,name\n', 'utf16le')))).toBe(true)
  const workbook = zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') })
  expect(looksLikeSubjects(toFile('x', workbook))).toBe(true)
})

test.each([
  ['id,name\n1;2;3;4,x\n', ','],
  ['id;name\n1,2,3,4;x\n', ';'],
  ['id\tname\n', '\t'],
  ['"a;b;c;d",name\n', ','],
  ['\n\nid;name\n', ';'],
  ['name\n', ','],
  ['', ','],
])('the delimiter of %j is %j', (text, delimiter) => {
  expect(sniffDelimiter(text)).toBe(delimiter)
})

const lists = join(
  process.env.MUSTER_DATA ?? resolve(import.meta.dirname, '../../../../shared/data'),
  'lists',
)
const folders = ['ofac', 'un', 'eu-journal/amendments', 'eu-journal/consolidated', 'samples']
const official = folders
  .map((folder) => join(lists, folder))
  .filter(existsSync)
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  // A table that somebody derived from a list, without the columns of one.
  .filter((path) => !path.includes('derived'))

test.skipIf(official.length === 0)(
  'no real list looks like subjects (needs MUSTER_DATA)',
  async () => {
    for (const path of official) expect(looksLikeSubjects(await openFile(path)), path).toBe(false)
  },
)
