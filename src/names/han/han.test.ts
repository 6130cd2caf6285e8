import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  foldHan,
  japaneseReadings,
  koreanOfPinyin,
  koreanReadings,
  koreanSurnameOfPinyin,
  koreanSurnameReadings,
  pinyinReadings,
  pinyinSurname,
  type Readings,
  readCompatibility,
  toSouthern,
} from './index.ts'

const likeliest = (readings: Readings): string | undefined => readings[0]?.[0]
const names = (readings: Readings): string[] => readings.map(([reading]) => reading)

describe('Sino-Korean readings', () => {
  test.each([
    ['李', '리'],
    ['炳', '병'],
    ['哲', '철'],
    ['盧', '로'],
    ['柳', '류'],
    ['女', '녀'],
    ['年', '년'],
    ['寥', '료'],
    ['易', '역'],
    ['樂', '락'],
    ['泌', '필'],
    ['恩', '은'],
    ['龍', '룡'],
  ])('%s is read %s in the North', (char, reading) => {
    expect(likeliest(koreanReadings(char))).toBe(reading)
  })

  test.each([
    ['张', '장'],
    ['龙', '룡'],
    ['发', '발'],
    ['沢', '택'],
    ['后', '후'],
    ['云', '운'],
    ['\uf90a', '금'],
  ])('%s, not a Korean form, is read as the character it stands for: %s', (char, reading) => {
    expect(likeliest(koreanReadings(char))).toBe(reading)
  })

  test.each([
    ['金', '김'],
    ['沈', '심'],
    ['車', '차'],
    ['车', '차'],
    ['單', '선'],
    ['单', '선'],
    ['賈', '가'],
    ['葉', '엽'],
    ['李', '리'],
    ['林', '림'],
    ['任', '임'],
    ['朴', '박'],
    ['崔', '최'],
  ])('the surname %s is %s', (char, reading) => {
    expect(likeliest(koreanSurnameReadings(char))).toBe(reading)
  })

  test('金 in a given name is 금 rather than 김, which stays possible', () => {
    expect(names(koreanReadings('金'))).toEqual(['금', '김'])
  })

  test('a compatibility ideograph tells the reading it was encoded for', () => {
    const read = ['\uf90a', '\uf9e1', '\uf907', '\uf908', '金', 'a', ''].map(readCompatibility)
    expect(read).toEqual(['금', '이', '귀', '균', undefined, undefined, undefined])
  })

  test.each([
    ['리', '이'],
    ['로', '노'],
    ['녀', '여'],
    ['류', '유'],
    ['노', '노'],
    ['김', '김'],
    ['x', 'x'],
    ['', ''],
  ])('%s is written %s at the start of a southern word', (north, south) => {
    expect(toSouthern(north)).toBe(south)
  })
})

describe('Mandarin readings', () => {
  test.each([
    ['習', 'xi'],
    ['习', 'xi'],
    ['近', 'jin'],
    ['平', 'ping'],
    ['女', 'nv'],
    ['呂', 'lv'],
    ['單', 'dan'],
    ['沢', 'ze'],
  ])('%s is read %s', (char, reading) => {
    expect(likeliest(pinyinReadings(char))).toBe(reading)
  })

  test.each([
    ['單', 'shan'],
    ['单', 'shan'],
    ['解', 'xie'],
    ['查', 'zha'],
    ['仇', 'qiu'],
    ['曾', 'zeng'],
    ['盖', 'ge'],
    ['區', 'ou'],
    ['朴', 'piao'],
    ['尉遲', 'yu chi'],
    ['万俟', 'mo qi'],
    ['長孫', 'zhang sun'],
    ['歐陽', 'ou yang'],
    ['王', 'wang'],
    ['王明', undefined],
    ['', undefined],
  ])('the surname %s is %s', (surname, reading) => {
    expect(likeliest(pinyinSurname(surname))).toBe(reading)
  })

  test('朴 may be Pu as well', () => expect(names(pinyinSurname('朴'))).toEqual(['piao', 'pu']))

  test('every reading is a syllable in letters', () => {
    const table = JSON.parse(
      readFileSync(new URL('../../../data/han-readings.json', import.meta.url), 'utf8'),
    )
    const odd = Object.keys({ ...table.pinyin, ...table.pinyinAlso }).filter(
      (syllable) => !/^[a-zê]+$/.test(syllable),
    )
    expect(odd).toEqual([])
  })

  test.each([
    ['li', '리'],
    ['bing', '병'],
    ['zhe', '철'],
    ['zheng', '정'],
    ['en', '은'],
    ['cheng', '성'],
    ['tie', '철'],
    ['nv', '녀'],
  ])('%s may write the Korean %s', (pinyin, korean) => {
    expect(names(koreanOfPinyin(pinyin))).toContain(korean)
  })

  test.each([
    ['jin', '김'],
    ['li', '리'],
    ['piao', '박'],
    ['cui', '최'],
    ['shen', '신'],
    ['lin', '림'],
    ['ren', '임'],
    ['liu', '류'],
  ])('the surname %s writes the Korean %s first', (pinyin, korean) => {
    expect(likeliest(koreanSurnameOfPinyin(pinyin))).toBe(korean)
  })

  test.each(['', 'x', 'toString', '__proto__'])('%j is no syllable', (text) => {
    expect(koreanOfPinyin(text)).toEqual([])
  })
})

describe('forms of one character', () => {
  test.each([
    ['習近平', '习近平'],
    ['張偉', '张伟'],
    ['渡辺', '渡边'],
    ['渡邊', '渡边'],
    ['渡邉', '渡边'],
    ['斎藤', '斋藤'],
    ['齋藤', '斋藤'],
    ['髙橋', '高桥'],
    ['山﨑', '山崎'],
    ['広沢', '广泽'],
    ['廣澤', '广泽'],
    ['硏熙', '研熙'],
    ['敎淸靑眞', '教清青真'],
    ['煕', '熙'],
    ['\uf9e1', '李'],
    ['余范于后', '余范于后'],
    ['Kim 金 김', 'Kim 金 김'],
  ])('%s folds to %s', (text, folded) => expect(foldHan(text)).toBe(folded))

  test('folding twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldHan(foldHan(text))).toBe(foldHan(text))
      }),
    )
  })
})

test('Japanese readings are Sino-Japanese and native', () => {
  expect(japaneseReadings('田')).toEqual({ on: ['den', 'ten'], kun: ['kari', 'ta'] })
})

test('shares add up to one and fall, whatever is asked', () => {
  const han = fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCodePoint(code))
  fc.assert(
    fc.property(fc.oneof(han, fc.string({ unit: 'binary', maxLength: 2 })), (char) => {
      for (const read of [koreanReadings, koreanSurnameReadings, pinyinReadings, pinyinSurname]) {
        const shares = read(char).map(([, share]) => share)
        if (shares.length > 0) expect(shares.reduce((a, b) => a + b)).toBeCloseTo(1, 9)
        expect(shares).toEqual([...shares].sort((a, b) => b - a))
      }
    }),
  )
})
