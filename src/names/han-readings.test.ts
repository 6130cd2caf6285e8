import { describe, expect, test } from 'vitest'
import { nameWeight } from './compare-names.ts'
import { languages, readName } from './name.ts'

const beliefs = (text: string): Readonly<Record<string, number>> =>
  Object.fromEntries(
    readName(text).readings.map((reading, id) => [
      languages[id]?.language.id ?? '',
      reading?.belief ?? 0,
    ]),
  )

const weight = (a: string, b: string): number => nameWeight(readName(a), readName(b))

describe('a name in characters', () => {
  test.each([
    ['李炳哲', 'korean'],
    ['金正恩', 'korean'],
    ['王芳', 'chinese'],
    ['张伟', 'chinese'],
    ['習近平', 'chinese'],
    ['田中太郎', 'japanese'],
    ['高橋一', 'japanese'],
  ])('%s is likeliest %s, by how common it is there', (text, language) => {
    const [likeliest] = Object.entries(beliefs(text)).sort(([, a], [, b]) => b - a)
    expect(likeliest?.[0]).toBe(language)
  })

  test('李明 may be either', () => {
    const { korean = 0, chinese = 0 } = beliefs('李明')
    expect(Math.min(korean, chinese)).toBeGreaterThan(0.05)
  })

  test.each([
    ['Zhang Wei', 'chinese'],
    ['Li Shangfu', 'chinese'],
    ['Kim Yong Chol', 'korean'],
    ['Ri Pyong Chol', 'korean'],
    ['Tanaka Taro', 'japanese'],
  ])('%s in Latin letters is likeliest %s', (text, language) => {
    const [likeliest] = Object.entries(beliefs(text)).sort(([, a], [, b]) => b - a)
    expect(likeliest?.[0]).toBe(language)
  })

  test('beliefs add up to one where the surname is known', () => {
    const sum = Object.values(beliefs('李炳哲')).reduce((total, each) => total + each, 0)
    expect(sum).toBeCloseTo(1, 9)
  })

  test.each([
    ['张伟', '張偉', '章威'],
    ['王芳', '王芳', '王方'],
    ['金正恩', '金正恩', '金正银'],
    ['佐藤裕子', '佐藤裕子', '佐藤優子'],
  ])('%s is rather %s than %s, which sounds the same', (name, same, other) => {
    expect(weight(name, same) - weight(name, other)).toBeGreaterThan(0)
  })

  test('pinyin that the characters are not read as is no form of them', () => {
    expect(weight('洪小洪', 'Hong Xiaohong') - weight('洪小洪', 'Hong Zhaohong')).toBeGreaterThan(
      6000,
    )
  })

  test('characters guessed by ear still meet the Korean name', () => {
    expect(weight('金正恩', '金正銀')).toBeGreaterThan(8000)
  })
})
