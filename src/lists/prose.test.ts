import { expect, test } from 'vitest'
import {
  emails,
  expiries,
  imoNumbers,
  issues,
  passports,
  phones,
  sentenceWith,
  swiftCodes,
  wallets,
  webSites,
} from './prose.ts'
import {
  births,
  deaths,
  fathers,
  genders,
  mothers,
  nationalities,
  notices,
  references,
} from './un/prose.ts'

const finders = {
  wallets,
  births,
  deaths,
  emails,
  expiries,
  fathers,
  genders,
  imoNumbers,
  issues,
  mothers,
  nationalities,
  notices,
  passports,
  phones,
  references,
  swiftCodes,
  webSites,
}

const cases: readonly [keyof typeof finders, string, readonly string[]][] = [
  [
    'imoNumbers',
    'owner of X 6. IMO number: 5787684. Organization (IMO) Number: 1790183',
    ['5787684', '1790183'],
  ],
  ['imoNumbers', 'Company Number IMO 5434358.', ['5434358']],
  ['imoNumbers', 'a SIMO 5434358', []],
  ['swiftCodes', 'SWIFT: DCBKKPPY. It has', ['DCBKKPPY']],
  ['swiftCodes', 'SWIFT/BIC: KUDBKPPY', ['KUDBKPPY']],
  [
    'emails',
    'Email addresses: a.b@c.example and d@e.co.example.',
    ['a.b@c.example', 'd@e.co.example'],
  ],
  ['webSites', 'Website:\n http://a.example/, more', ['http://a.example/']],
  ['notices', 'web link:https://www.interpol.int/en/X', ['https://www.interpol.int/en/X']],
  [
    'phones',
    'Telephone numbers: +850-2-18111, 18222 (ext. 8573). Fax: 850-2-381 and 850-2-382.',
    ['+850-2-18111', '18222 (ext. 8573)', '850-2-381', '850-2-382'],
  ],
  ['phones', 'the KN08 road-mobile ICBM', []],
  ['genders', 'Gender:  Male.', ['male']],
  [
    'wallets',
    'crypto addresses: TVj7RNVHy6thbM7BWdSe9G6gXwKhjhdNZS; 0x098b716b8aaf21512996dc57eb0615e2383e2f96.',
    ['TVj7RNVHy6thbM7BWdSe9G6gXwKhjhdNZS', '0x098b716b8aaf21512996dc57eb0615e2383e2f96'],
  ],
  ['wallets', 'TVj7RNVHy6thbM7BWdSe9G6gXwKhjhdNZT and internationalorganisationsofX', []],
  ['fathers', 'Father’s name\nis Abu Test. Grandfather’s name: Else.', ['Abu Test']],
  ['mothers', "Mother's name: Test Bint Test Photo available", ['Test Bint Test']],
  ['nationalities', 'born 1973, nationality: Yemeni', ['Yemeni']],
  ['passports', 'passport number OR 1961825 issued', ['OR 1961825']],
  ['references', 'led by X (QDi.136) and Y (KPE.018)', ['QDi.136', 'KPe.018']],
  ['deaths', 'Reportedly killed in Syria in Jun. 2015. More', ['2015-06']],
  ['deaths', 'Reportedly deceased as of 2013.', []],
  ['deaths', 'His brother was killed in 2015.', []],
  ['births', 'DOB: a) 11 Apr. 1960 b) 11 Apr. 1963', ['1960-04-11', '1963-04-11']],
  ['births', 'born in 1976', ['1976']],
  ['births', 'born somewhere', []],
  [
    'expiries',
    'Expires on 11\nJun. 2017; expiration date: March 22, 2018',
    ['2017-06-11', '2018-03-22'],
  ],
  ['issues', 'issued on 28 Feb. 1996, expired on 27 Feb. 2001', ['1996-02-28']],
]

test.each(cases)('%s in "%s" are %j', (finder, text, values) => {
  const found = finders[finder]({ text, value: text, place: '/x' })
  expect(found.map((each) => each.value)).toEqual(values)
  for (const each of found) expect(text).toContain(each.text)
})

test('the sentence with a reference is told without its neighbours', () => {
  const text = 'Born there. Led by X (QDi.136) since Jun. 2014. Review concluded.'
  const sentence = sentenceWith({ text, value: text, place: '/x' }, 'QDi.136')
  expect(sentence.value).toBe('Led by X (QDi.136) since Jun. 2014.')
})
