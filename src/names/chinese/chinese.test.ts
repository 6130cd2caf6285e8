import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readingsRatio } from '../lattice/index.ts'
import { chinese, readChinese, toPinyin } from './index.ts'
import { syllables } from './syllables.ts'
import { toWadeGiles } from './wade-giles.ts'

/** The likeliest reading: surname, then given syllables, in pinyin. */
const likeliest = (text: string): string | undefined => {
  const path = readChinese(text)?.paths[0]
  return (
    path &&
    [path.surname, ...path.given].map((choice) => toPinyin(choice?.syllables[0] ?? -1)).join('/')
  )
}

const bits = (a: string, b: string): number => {
  const [left, right] = [readChinese(a), readChinese(b)]
  if (!left || !right) return Number.NEGATIVE_INFINITY
  return Math.log2(readingsRatio(chinese, left, right))
}

const beliefOf = (text: string): number => readChinese(text)?.belief ?? 0

describe('reading a Chinese name', () => {
  test.each([
    ['Xi Jinping', 'xi/jin/ping'],
    ['XI, Jinping', 'xi/jin/ping'],
    ['Jinping XI', 'xi/jin/ping'],
    ['Xí Jìnpíng', 'xi/jin/ping'],
    ["Hsi Chin-p'ing", 'xi/jin/ping'],
    ['Hsi Chin-ping', 'xi/jin/ping'],
    ['习近平', 'xi/jin/ping'],
    ['習近平', 'xi/jin/ping'],
    ['習 近平', 'xi/jin/ping'],
    ["Teng Hsiao-p'ing", 'deng/xiao/ping'],
    ['Chang Wei', 'zhang/wei'],
    ['Cheung Wai', 'zhang/wei'],
    ['Lü Hsiu-lien', 'lv/xiu/lian'],
    ['Lyu Xiulian', 'lv/xiu/lian'],
    ["Zhang Chang'an", 'zhang/chang/an'],
    ['Ouyang Xiu', 'ou yang/xiu'],
    ['Ou-yang Hsiu', 'ou yang/xiu'],
    ['欧阳修', 'ou yang/xiu'],
    ['歐陽脩', 'ou yang/xiu'],
    ['Lee Hsien Loong', 'li/xian/long'],
    ['Chan Kong-sang', 'chen/gang/sheng'],
    ['Tsai Ing-wen', 'cai/ying/wen'],
    ['单田芳', 'shan/tian/fang'],
    ['尉迟恭', 'yu chi/gong'],
    ['XiJinping', 'xi/jin/ping'],
  ])('%s is likeliest %s', (text, reading) => expect(likeliest(text)).toBe(reading))

  test.each([
    '',
    ' ',
    'Li',
    'Kim Jong Un',
    'Ri Pyong Chol',
    'Mohammed Ali',
    'Ana Maria',
    'John Chan Smith',
    'Nguyen Van Long',
    '田中太郎',
    '李',
    '李小龙之妻',
    'Иванов',
    'تشن',
    "'",
    ',,,',
  ])('%j is not read', (text) => expect(readChinese(text)).toBeUndefined())

  test.each([
    ['Xi Jinping', 0.9, 1],
    ['Zhang Wei', 0.9, 1],
    ['张伟', 0.9, 1],
    ['李炳哲', 0.4, 0.6],
    ['Han Jang Su', 0, 0.3],
    ['Ken Lee', 0, 0.1],
    ['Pak Un Nam', 0, 0.1],
  ])('%s is believed to be Chinese from %d to %d', (text, least, most) => {
    expect(beliefOf(text)).toBeGreaterThanOrEqual(least)
    expect(beliefOf(text)).toBeLessThanOrEqual(most)
  })
})

describe('comparing Chinese names', () => {
  test.each([
    ['Li Bingzhe', '李炳哲', 9],
    ['Li Bingzhe', 'Li Ping-che', 8],
    ['Xi Jinping', '习近平', 8],
    ['Xi Jinping', "Hsi Chin-p'ing", 8],
    ['习近平', '習近平', 9],
    ['Deng Xiaoping', "Teng Hsiao-p'ing", 8],
    ['Zhang Wei', '张伟', 7],
    ['Zhang Wei', 'Chang Wei', 5],
    ['Zhang Wei', 'Cheung Wai', 5],
    ['Jiarui PENG', 'Peng Jia-rui', 8],
    ['Ouyang Xiu', '欧阳修', 7],
    ['Chen Guangcheng', 'Chan Kwong-shing', 8],
  ])('%s and %s are one name, by %d bits or more', (a, b, least) => {
    expect(bits(a, b)).toBeGreaterThanOrEqual(least)
  })

  test('a form that says less is worth less', () => {
    const [most, ...less] = ['张伟', 'Chang Wei', 'Cheung Wai'].map((form) =>
      bits('Zhang Wei', form),
    )
    for (const worth of less) expect(worth).toBeLessThan(most as number)
  })

  test.each([
    ['Li Shangfu', 'Li Shanlan'],
    ['Wang Fang', 'Wang Fei'],
    ['Zhao Wei', 'Zhou Wei'],
    ['Xi Jinping', 'Xi Mingze'],
  ])('%s and %s are not', (a, b) => expect(bits(a, b)).toBeLessThan(-2))

  test.each([
    ['Wang Fang', 'Wang Fan'],
    ['Zhang Min', 'Zang Min'],
    ['Liu Na', 'Niu Na'],
  ])('%s and %s are taken for each other, which counts less against them', (a, b) => {
    expect(bits(a, b)).toBeGreaterThan(bits(a, `${b.split(' ')[0]} Guo`))
  })
})

const syllable = fc.constantFrom(...syllables.filter((each) => !each.includes('v')))
const name = fc
  .tuple(fc.constantFrom('Wang', 'Li', 'Zhang', 'Deng', 'Hu'), syllable, syllable)
  .map(([surname, a, b]) => `${surname} ${a}${b}`)

describe('for all texts', () => {
  test('no text is too odd to be asked, and shares add up to one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const reading = readChinese(text)
        if (!reading) return
        expect(reading.belief).toBeGreaterThan(0)
        expect(reading.belief).toBeLessThanOrEqual(1)
        expect(reading.paths.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9)
      }),
    )
  })

  test('comparing is symmetric', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(bits(a, b)).toBe(bits(b, a))
      }),
      { numRuns: 50 },
    )
  })

  test('Wade-Giles with its marks says which syllable it was', () => {
    const written = new Map<string, string[]>()
    for (const each of syllables.filter((pinyin) => pinyin !== 'ê'))
      written.set(toWadeGiles(each), [...(written.get(toWadeGiles(each)) ?? []), each])
    const shared = [...written.values()].filter((several) => several.length > 1)
    // An interjection that no name has.
    expect(shared).toEqual([['lo', 'luo']])
  })

  test('a long text is answered at once', () => {
    const start = performance.now()
    readChinese('li '.repeat(35_000))
    readChinese('李'.repeat(100_000))
    readChinese('zhangan'.repeat(6))
    expect(performance.now() - start).toBeLessThan(500)
  })
})
