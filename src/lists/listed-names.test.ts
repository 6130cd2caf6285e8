import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listedNames, namesInNote } from './listed-names.ts'

/** An abbreviation is shown with a star before it. */
const told = (text: string): readonly string[] =>
  listedNames(text).map(({ value, short }) => (short ? `*${value}` : value))

test.each([
  ['a plain name', 'Pak Chang-Ho', ['Pak Chang-Ho']],
  ['white space', ' Pak\n  Chang-Ho ', ['Pak Chang-Ho']],
  ['quotes around the whole', '"KOMID"', ['KOMID']],
  ['curly quotes around the whole', '“Bashir”', ['Bashir']],
  ['quotes around one word', '“General” Sidiki', ['“General” Sidiki']],
  ['an apostrophe that is a letter', "'Umar Muhammad", ["'Umar Muhammad"]],
  ['spellings parted by semicolons', 'Azim One; Azim Two ;', ['Azim One', 'Azim Two']],
  [
    'a forgotten enumeration',
    'A. Sabet; B. Sabet b) C. Sabet',
    ['A. Sabet', 'B. Sabet', 'C. Sabet'],
  ],
  [
    'an abbreviation',
    'DAEDONG CREDIT BANK (DCB)',
    ['DAEDONG CREDIT BANK (DCB)', 'DAEDONG CREDIT BANK', '*DCB'],
  ],
  [
    'an abbreviation inside',
    'UGANDA IMPEX (UI) LTD',
    ['UGANDA IMPEX (UI) LTD', 'UGANDA IMPEX LTD', '*UI'],
  ],
  ['a place inside', 'LEADER (HONG KONG) INTERNATIONAL', ['LEADER (HONG KONG) INTERNATIONAL']],
  ['a branch', 'AL-TEST FOUNDATION (KENYA)', ['AL-TEST FOUNDATION (KENYA)']],
  ['a kind', 'TOUS POUR LA PAIX (NGO)', ['TOUS POUR LA PAIX (NGO)']],
  ['another script', 'Jin Tiesan (金铁三)', ['Jin Tiesan (金铁三)', 'Jin Tiesan', '金铁三']],
  [
    'a labelled script',
    'Abubakar (original script: Абубакар)',
    ['Abubakar (original script: Абубакар)', 'Abubakar', 'Абубакар'],
  ],
  [
    'a list in brackets',
    'حسن غول (Hassan Ghul; Hasan Gul)',
    ['حسن غول', 'Hassan Ghul', 'Hasan Gul'],
  ],
  [
    'a list beside an abbreviation',
    'Tahrir Sham (TS) (هيئة (original script); Tahrir al-Sham)',
    ['Tahrir Sham (TS)', 'Tahrir Sham', '*TS', 'هيئة', 'Tahrir al-Sham'],
  ],
  [
    'two companies',
    'GRANDS LACS (GL) ; GREAT LAKES (GLC)',
    ['GRANDS LACS (GL)', 'GRANDS LACS', '*GL', 'GREAT LAKES (GLC)'],
  ],
  ['a remark', 'EL PARA (COMBAT NAME)', ['EL PARA (COMBAT NAME)', 'EL PARA']],
  ['another entry', 'SECOND ACADEMY (KPE.018)', ['SECOND ACADEMY (KPE.018)', 'SECOND ACADEMY']],
  ['a birth', 'Test Name, born 1 Jan. 1953', ['Test Name']],
  ['a full-width bracket name', '華信船務(香港)有限公司', ['華信船務(香港)有限公司']],
  [
    'another spelling of a word',
    'Samir (a.k.a. Sameer, Semir) JOUMAA',
    ['Samir JOUMAA', 'Sameer JOUMAA', 'Semir JOUMAA'],
  ],
  [
    'two other spellings',
    'Fahd (a.k.a. Fahid) Jasim (a.k.a. Jasem) AL-FURAYJ',
    ['Fahd Jasim AL-FURAYJ', 'Fahid Jasim AL-FURAYJ', 'Fahd Jasem AL-FURAYJ'],
  ],
  [
    'enumerators',
    'Ansar One, (b), Ansar Two; (c)Ansar Three',
    ['Ansar One', 'Ansar Two', 'Ansar Three'],
  ],
  [
    'another name after it',
    'Test ONE (a.k.a. Larysa ONE or Abwehr)',
    ['Test ONE', 'Larysa ONE', 'Abwehr'],
  ],
  [
    'a short form',
    'Акционерное Общество «ЭНИКС» (АО «ЭНИКС»)',
    ['Акционерное Общество «ЭНИКС» (АО «ЭНИКС»)', 'Акционерное Общество «ЭНИКС»', 'АО «ЭНИКС»'],
  ],
  ['nothing', ' ; ', []],
])('a name element with %s gives its names', (_what, text, names) => {
  expect(told(text)).toEqual(names)
})

test.each([
  ['original script: Абу Банат', ['Абу Банат']],
  ['Previously listed as. In Arabic: رياض محمد', ['رياض محمد']],
  ['Yunis One; Younis Two', ['Yunis One', 'Younis Two']],
  ['born in 1971 in Samarra (Ibrahim One; Ibrahim Two)', ['Ibrahim One', 'Ibrahim Two']],
  ['previously listed as', []],
  ['Passport number: B0515260; DOB: 1948', []],
])('the note "%s" holds the names %j', (note, names) => {
  expect(namesInNote(note)).toEqual(names)
})

test('every name is a text of its own that the element holds', () => {
  const text = fc.string({ unit: fc.constantFrom(...'aB (;)"é金. -'.split('')), maxLength: 24 })
  fc.assert(
    fc.property(text, (printed) => {
      for (const { value } of listedNames(printed)) {
        expect(value).toBe(value.trim())
        expect(value).not.toBe('')
        for (const word of value.split(/[\s()]+/)) expect(printed).toContain(word)
      }
    }),
  )
})
