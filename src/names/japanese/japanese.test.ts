import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readingsRatio } from '../lattice/index.ts'
import { japanese, readJapanese } from './index.ts'
import { foldRomaji, moraeOf, toWordId } from './mora.ts'

/** The likeliest reading: surname and given name. */
const likeliest = (text: string): string | undefined => {
  const path = readJapanese(text)?.paths[0]
  return (
    path &&
    [path.surname, ...path.given]
      .map((choice) => japanese.print(choice?.syllables[0] ?? -1, 'single'))
      .join(' ')
  )
}

const bits = (a: string, b: string): number => {
  const [left, right] = [readJapanese(a), readJapanese(b)]
  if (!left || !right) return Number.NEGATIVE_INFINITY
  return Math.log2(readingsRatio(japanese, left, right))
}

describe('romaji', () => {
  test.each([
    ['Satō', 'sato'],
    ['Satou', 'sato'],
    ['Satoh', 'sato'],
    ['Ohno', 'ono'],
    ['Oono', 'ono'],
    ['Yūko', 'yuko'],
    ['Yuuko', 'yuko'],
    ['Tuneo', 'tsuneo'],
    ['Husako', 'fusako'],
    ['Sinzi', 'shinji'],
    ['Syoiti', 'shoichi'],
    ['Zyunko', 'junko'],
    ["Jun'ichi", 'junichi'],
    ['Homma', 'honma'],
    ['Hattori', 'hatori'],
    ['Itchiku', 'ichiku'],
    ['Shinobu', 'shinobu'],
    ['Atsushi', 'atsushi'],
    ['Chuhei', 'chuhei'],
  ])('%s is %s', (text, folded) => expect(foldRomaji(text)).toBe(folded))

  test.each(['Smith', 'Li', 'Kim', 'Kevin', '', 'x', 'Minamotonoyoritomo'])(
    '%j is no Japanese word of five beats or less',
    (text) => expect(toWordId(text)).toBe(-1),
  )

  test('a word comes back from its id', () => {
    const beat = fc.constantFrom('ka', 'shi', 'tsu', 'n', 'kyo', 'a', 'ru', 'mi', 'ji')
    fc.assert(
      fc.property(fc.array(beat, { minLength: 1, maxLength: 5 }), (beats) => {
        const id = toWordId(beats.join(''))
        fc.pre(id >= 0)
        expect(moraeOf(id).join('')).toBe(foldRomaji(beats.join('')))
      }),
    )
  })
})

describe('reading a Japanese name', () => {
  test.each([
    ['Tanaka Taro', 'Tanaka Taro'],
    ['Taro Tanaka', 'Tanaka Taro'],
    ['田中太郎', 'Tanaka Taro'],
    ['田中 太郎', 'Tanaka Taro'],
    ['タナカ タロウ', 'Tanaka Taro'],
    ['タナカ・タロウ', 'Tanaka Taro'],
    ['ﾀﾅｶ ﾀﾛｳ', 'Tanaka Taro'],
    ['たなか たろう', 'Tanaka Taro'],
    ['渡邊恒雄', 'Watanabe Tsuneo'],
    ['佐々木翔', 'Sasaki Sho'],
    ['五十嵐 太郎', 'Igarashi Taro'],
    ['大谷翔平', 'Otani Shohei'],
    ['重信房子', 'Shigenobu Fusako'],
    ['田中さくら', 'Tanaka Sakura'],
    ['ABE, Shinzo', 'Abe Shinzo'],
  ])('%s is likeliest %s', (text, reading) => expect(likeliest(text)).toBe(reading))

  test.each([
    '',
    ' ',
    ',',
    'Kim Jong Un',
    'Li Wei',
    'Ali Hassan',
    'キム・ジョンウン',
    'ジョン・スミス',
    '李',
    'Иванов',
    '々々',
  ])('%j is not read', (text) => expect(readJapanese(text)).toBeUndefined())

  test.each([
    ['Tanaka Taro', 0.95, 1],
    ['田中太郎', 0.9, 1],
    ['Mario Romano', 0, 0.1],
    ['Maria Sato', 0, 0.1],
    ['李炳哲', 0, 0.1],
    ['林彪', 0, 0.2],
  ])('%s is believed to be Japanese from %d to %d', (text, least, most) => {
    const belief = readJapanese(text)?.belief ?? 0
    expect(belief).toBeGreaterThanOrEqual(least)
    expect(belief).toBeLessThanOrEqual(most)
  })
})

describe('comparing Japanese names', () => {
  test.each([
    ['田中太郎', 'Tanaka Taro'],
    ['田中太郎', 'Tarō Tanaka'],
    ['田中太郎', 'タナカ タロウ'],
    ['たなか たろう', 'TANAKA, Tarou'],
    ['安倍晋三', 'Abe Sinzo'],
    ['渡邊恒雄', '渡辺恒雄'],
    ['渡辺 恒雄', 'Tsuneo Watanabe'],
    ['佐藤裕子', 'Satoh Yuuko'],
    ['高橋純一', "Takahashi Jun'ichi"],
  ])('%s and %s are one name', (a, b) => expect(bits(a, b)).toBeGreaterThan(8))

  test.each([
    ['田中太郎', 'Tanaka Ichiro'],
    ['Suzuki Kenji', 'Suzuki Kenta'],
    ['佐藤裕子', 'Kato Yuko'],
  ])('%s and %s are not', (a, b) => expect(bits(a, b)).toBeLessThan(0.5))

  test('what compounds and transcribers voice counts less against them', () => {
    expect(bits('Yamazaki Kenji', 'Yamasaki Kenji')).toBeGreaterThan(
      bits('Yamazaki Kenji', 'Yamamoto Kenji'),
    )
  })
})

describe('for all texts', () => {
  test('no text is too odd to be asked, and shares add up to one', () => {
    const kana = fc.string({
      unit: fc.constantFrom('田', '中', '太', 'タ', 'ー', '々', 'ん', ' ', '・', 'a', 'n'),
      maxLength: 12,
    })
    fc.assert(
      fc.property(fc.oneof(kana, fc.string({ unit: 'binary', maxLength: 40 })), (text) => {
        const reading = readJapanese(text)
        if (!reading) return
        expect(reading.paths.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9)
        expect(bits(text, text)).not.toBeNaN()
      }),
    )
  })

  test('comparing is symmetric', () => {
    const names = ['田中太郎', 'Tanaka Taro', 'Yamazaki Kenji', '山崎健二', 'タナカ タロウ']
    for (const a of names) for (const b of names) expect(bits(a, b)).toBe(bits(b, a))
  })

  test('a long text is answered at once', () => {
    const start = performance.now()
    readJapanese('田'.repeat(100_000))
    readJapanese('tanaka '.repeat(15_000))
    readJapanese('タ'.repeat(48))
    expect(performance.now() - start).toBeLessThan(200)
  })
})
