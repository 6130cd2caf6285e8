import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { translateWords } from './scripts.ts'
import { everywhere, first, firstWithin, last, lastWithin, within } from './vocabulary.ts'
import { canonicalTokens } from './words.ts'

const read = (words: string): string => canonicalTokens(words.split(' ')).join(' ')

describe('words of organisations', () => {
  test.each([
    ['example co ltd', 'example limited'],
    ['example ltd co', 'example limited'],
    ['example company limited', 'example limited'],
    ['example gmbh', 'example limited'],
    ['example sdn bhd', 'example limited'],
    ['example pte ltd', 'example limited'],
    ['ooo example', 'limited example'],
    ['examplebank ao', 'examplebank corporation'],
    ['example bank pao', 'example bank corporation'],
    ['obshchestvo s ogranichennoy otvetstvennostyu example', 'limited example'],
    ['obschestvo s ogranichennoi otvetstvennostiu example', 'limited example'],
    ['example s de rl de cv', 'example limited'],
    ['example l l c', 'example limited'],
    ['open joint stock company example', 'corporation example'],
    ['otkrytoe aktsionernoe obshchestvo example', 'corporation example'],
    ['example sa de cv', 'example corporation'],
    ['example ticaret as', 'example trading corporation'],
    ['example anonim sirketi', 'example corporation'],
    ['pt example', 'corporation example'],
    ['example fze', 'example establishment'],
    ['example muyok chonghoesa', 'example trading general corporation'],
    ['korea example trading cooperation', 'korea example trading corporation'],
    ['choson example unhaeng', 'korea example bank'],
    ['korea example shpg', 'korea example shipping'],
    ['korea example trdg co', 'korea example trading company'],
    ['korea example jvc', 'korea example jointventure'],
    ['korea example joint operation company', 'korea example jointventure'],
    ['democratic peoples republic of korea', 'korea'],
    ['bank of east land', 'bank tongbang'],
    ['silver star technology', 'unsong technology'],
    ['bank of china', 'bank china'],
    ['the example group', 'example group'],
    ['mv chon ma san', 'chon ma san'],
    ['mv margarita i', 'margarita 1'],
    ['mt mars vi', 'mars 6'],
    ['mv example no 2', 'example 2'],
  ])('%s is %s', (words, canonical) => {
    expect(read(words)).toBe(canonical)
  })

  test.each([
    ['office no 39', 'bureau 39'],
    ['bureau 39', 'bureau 39'],
    ['division thirty nine', 'bureau 39'],
    ['che 2 academy', '2 academy'],
    ['second academy', '2 academy'],
    ['2nd academy', '2 academy'],
    ['academy no 02', 'academy 2'],
    ['example fund ii', 'example fund 2'],
    ['example fund iii lp', 'example fund 3 partnership'],
    ['example fund i', 'example fund 1'],
    ['cheil credit bank', '1 credit bank'],
    ['sam jong 1', 'sam jong 1'],
  ])('%s is numbered: %s', (words, canonical) => {
    expect(read(words)).toBe(canonical)
  })

  test.each([
    'kim han se',
    'pak song il',
    'no kwang chol',
    'xi jinping',
    'jinping xi',
    'nguyen the anh',
    'bashar al assad',
    'v putin v',
    'kim un su',
    'eng tan',
    'li ao',
    'marine example',
    'sia example',
    'as example',
    'co',
    'sa',
    'the',
    'of',
  ])('%s is left as it is', (words) => {
    expect(read(words)).toBe(words)
  })

  const vocabulary = [
    ...everywhere.keys(),
    ...within.keys(),
    ...[last, lastWithin, first, firstWithin].flatMap((words) => [...words.keys()]),
    ...'of and for the joint stock l s a de 39 007 2nd no che iii twenty nine north xi fund mv'.split(
      ' ',
    ),
  ]
  const name = fc.array(fc.oneof(fc.constantFrom(...vocabulary), fc.constant('ryonbong')), {
    minLength: 1,
    maxLength: 7,
  })

  test('what is canonical stays so, and no name is left without words', () => {
    fc.assert(
      fc.property(name, (tokens) => {
        const canonical = canonicalTokens(tokens)
        expect(canonical.length).toBeGreaterThan(0)
        expect(canonicalTokens(canonical)).toEqual(canonical)
        for (const token of canonical) expect(token).toMatch(/^[a-z0-9]+$/)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('words of organisations in other scripts', () => {
  test.each([
    ['조선련봉총회사', 'korea 련봉 general corporation'],
    ['조선 련봉 총회사', 'korea 련봉 general corporation'],
    ['주식회사 예시', 'corporation 예시'],
    ['(주)예시무역', 'corporation 예시 trading'],
    ['조선무역은행', 'korea trading bank'],
    ['例示贸易有限公司', '例示 trading limited'],
    ['例示船務(香港)有限公司', '例示 shipping ( hongkong ) limited'],
    ['北京例示科技股份有限公司', 'beijing 例示 technology corporation'],
    ['株式会社例示', 'corporation 例示'],
    ['شركة المثال للتجارة', 'company المثال trading'],
    ['דוגמה בע"מ', 'דוגמה limited'],
    ['บริษัท ตัวอย่าง จำกัด', 'ตัวอย่าง limited'],
    ['M/V Example', 'Example'],
    ['Example J/V', 'Example joint venture'],
    ['김기술', '김기술'],
    ['리병철', '리병철'],
    ['李炳哲', '李炳哲'],
    ['王科技', '王科技'],
    ['リ・ビョンチョル', 'リ・ビョンチョル'],
    ['Ли Бён Чхоль', 'Ли Бён Чхоль'],
    ['Ri Pyong Chol', 'Ri Pyong Chol'],
  ])('%s is read as %s', (written, read) => {
    expect(translateWords(written).trim().replace(/ +/g, ' ')).toBe(read)
  })

  test('takes any text, and reads nothing in plain Latin', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(typeof translateWords(text.normalize('NFKC'))).toBe('string')
      }),
    )
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abcM, .') }), (text) => {
        expect(translateWords(text)).toBe(text)
      }),
    )
  })

  test('takes time in proportion to the length of a name', () => {
    const long = '총회사'.repeat(20_000)
    const from = process.hrtime.bigint()
    translateWords(long)
    for (const word of ['limited', 'co', 's', 'nam', 'no', 'twenty', 'mv', 'the'])
      canonicalTokens(Array.from({ length: 30_000 }, () => word))
    expect(Number(process.hrtime.bigint() - from) / 1e6).toBeLessThan(2000)
  })
})
