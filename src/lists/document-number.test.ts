import { expect, test } from 'vitest'
import { documentNumber } from './document-number.ts'

test.each([
  ['A123456', 'A123456'],
  [' 472320665 ', '472320665'],
  ['PS 472330208', 'PS 472330208'],
  ['381110042 (Expired 25 Jan. 2016)', '381110042'],
  ['CAR diplomatic passport no. D00000898', 'D00000898'],
  ['Libyan Passport No. 96/184442', '96/184442'],
  ['Provisional passport No.: 28642163', '28642163'],
  ['Diplomatic Passport: Z30321794', 'Z30321794'],
  ['Russian passport number 8208 No. 555627', '8208 No. 555627'],
  ['German travel document (“Reiseausweis”) A 0139243', 'A 0139243'],
  ['Libya 428720', '428720'],
  ['Student ID 200801087', '200801087'],
  ['SE 011252', 'SE 011252'],
  ['unknown number', 'unknown number'],
])('the number in "%s" is %s', (text, number) => {
  expect(documentNumber(text)).toBe(number)
})
