import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { toFile } from '../../formats/index.ts'
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
