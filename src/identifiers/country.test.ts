import fc from 'fast-check'
import { expect, test } from 'vitest'
import table from '../../data/country-names.json' with { type: 'json' }
import { parseCountries, parseCountry } from './country.ts'

test.each([
  ["Democratic People's Republic of Korea", 'kp'],
  ['Democratic People’s Republic of Korea (DPRK)', 'kp'],
  ['Korea, North', 'kp'],
  ['DPRK', 'kp'],
  ['North Korean', 'kp'],
  ['NORTH KOREA', 'kp'],
  ['Korea, South', 'kr'],
  ['Republic of Korea', 'kr'],
  ['ROK', 'kr'],
  ['Congo, Democratic Republic of the', 'cd'],
  ['CONGO, Democratic Republic of (was Zaire)', 'cd'],
  ['DRC', 'cd'],
  ['Congo, Republic of the', 'cg'],
  ['Burma', 'mm'],
  ['Myanmar/Burma', 'mm'],
  ['Myanmar (Burma)', 'mm'],
  ['The Gambia', 'gm'],
  ['Gambia, The', 'gm'],
  ['Iran (Islamic Republic of)', 'ir'],
  ['Iranian', 'ir'],
  ['Syrian', 'sy'],
  ['SYRIAN ARAB REPUBLIC', 'sy'],
  ['Palestinian', 'ps'],
  ['Russian', 'ru'],
  ['United Kingdom of Great Britain and Northern Ireland', 'gb'],
  ['China, Hong Kong Special Administrative Region', 'hk'],
  ['Cote d Ivoire', 'ci'],
  ["Côte d'Ivoire", 'ci'],
  ['Macedonia, The Former Yugoslav Republic of', 'mk'],
  ['Man, Isle of', 'im'],
  ['Virgin Islands, British', 'vg'],
  ['St. Kitts & Nevis', 'kn'],
  ['Nigerien', 'ne'],
  ['Nigerian', 'ng'],
  ['Republic of China', 'tw'],
  ['Kosovo', 'xk'],
  ['USSR', 'suhh'],
  ['Yugoslavia', 'yucs'],
  ['Serbia and Montenegro', 'csxx'],
  ['Czechoslovakia', 'cshh'],
  ['Netherlands Antilles', 'anhh'],
  ['KP', 'kp'],
  ['kp', 'kp'],
  ['PRK', 'kp'],
  ['UAE', 'ae'],
])('%s is the country %s', (text, code) => {
  expect(parseCountry(text)).toBe(code)
})

test.each([
  ['names of two countries', 'Korea'],
  ['names of two countries', 'Korean'],
  ['names of two countries', 'Congo'],
  ['names of two countries', 'Congolese'],
  ['names of two countries', 'Dominican'],
  ['two countries', 'Syrian/Iranian'],
  ['a region', 'Region: Crimea'],
  ['no country', 'undetermined'],
  ['no country', 'stateless'],
  ['a doubt', 'possibly Palestinian'],
  ['a city and its country', 'Khartoum Sudan'],
  ['no code', 'ZZ'],
  ['no code', 'ZZZ'],
  ['nothing', ' '],
])('%s: "%s" stays text', (_what, text) => {
  expect(parseCountry(text)).toBeUndefined()
})

test.each([
  ['Russian', ['ru']],
  ['Korea, North', ['kp']],
  ['Russian and Ukrainian', ['ru', 'ua']],
  ['Ukrainian and/or Russian', ['ua', 'ru']],
  ['(a) German, (b) Moroccan', ['de', 'ma']],
  ['a) Syrian b) Palestinian', ['sy', 'ps']],
  ['(a) Trinidad and Tobago', ['tt']],
  ['Russian, USSR (until 1991)', ['ru', 'suhh']],
  ['Pakistani (presumed)', []],
  ['Ukrainian, Martian', []],
  ['', []],
])('"%s" lists the countries %j', (text, codes) => {
  expect(parseCountries(text)).toEqual(codes)
})

test('every name of the table is found, in any case and with any white space around it', () => {
  for (const [code, names] of Object.entries(table.names))
    for (const name of names) {
      expect([name, parseCountry(`  ${name.toUpperCase()} `)]).toEqual([name, code])
      expect([name, parseCountry(name.toLowerCase())]).toEqual([name, code])
    }
})

test('no name stands for two countries', () => {
  const names = Object.values(table.names).flatMap((each) => each.map((name) => name.toLowerCase()))
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
})

test('a code is two or four lower-case letters, whatever the text', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(parseCountry(text) ?? 'kp').toMatch(/^[a-z]{2}(?:[a-z]{2})?$/)
    }),
  )
})
