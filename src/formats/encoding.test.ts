import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MusterError } from '../model/index.ts'
import { openDecoder } from './decoder.ts'
import { recogniseEncoding } from './encoding.ts'
import { toFile } from './file.ts'
import { openStream } from './stream.ts'

const decodeAs = (encoding: string, bytes: Uint8Array): string => {
  const decoder = openDecoder(encoding, 'lenient')
  return decoder.decode(bytes) + decoder.finish()
}

/** Bytes of each character of an encoding, found by decoding all one- and two-byte sequences. */
const tables = new Map<string, ReadonlyMap<string, readonly number[]>>()
const tableOf = (encoding: string): ReadonlyMap<string, readonly number[]> => {
  const known = tables.get(encoding)
  if (known) return known
  const table = new Map<string, readonly number[]>()
  const add = (bytes: readonly number[]): void => {
    const text = decodeAs(encoding, Uint8Array.from(bytes))
    if (text.length === 1 && text !== '\uFFFD' && !table.has(text)) table.set(text, bytes)
  }
  for (let byte = 0; byte < 256; byte++) add([byte])
  if (/euc|gb|big5|jis/.test(encoding))
    for (let lead = 0x81; lead < 0xff; lead++)
      for (let trail = 0x40; trail < 0xff; trail++) add([lead, trail])
  tables.set(encoding, table)
  return table
}

const encode = (encoding: string, text: string): Buffer => {
  if (encoding === 'utf-8') return Buffer.from(text)
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le')
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16()
  const table = tableOf(encoding)
  return Buffer.from(
    [...text].flatMap((character) => {
      const bytes = table.get(character)
      if (!bytes) throw new Error(`${encoding} has no ${character}`)
      return [...bytes]
    }),
  )
}

const tell = (bytes: Uint8Array): Promise<string> => recogniseEncoding(toFile('staff.csv', bytes))

const korean = 'id,name,position\n1,김하준,무역 회사 사장\n2,박서연,은행\n3,최도윤,해운\n'
const chinese =
  'id,name,employer\n1,王建国,丹东进出口贸易有限公司\n2,李晓燕,沈阳科技有限公司\n3,张海涛,大连\n'
const russian = 'id,name,position\n1,Иванов Пётр,директор\n2,Ким Чен Хо,рабочий\n3,Смирнова,\n'
const western = 'id,name\n1,José Muñoz\n2,Zoë Müller\n3,François\n'

describe('an encoding is told', () => {
  test.each([
    ['plain ASCII', 'utf-8', 'utf-8', 'id,name\n1,Kim Chol\n'],
    ['Korean in UTF-8', 'utf-8', 'utf-8', korean],
    ['one accent in UTF-8', 'utf-8', 'utf-8', 'id,name\n1,José\n'],
    ['Western in UTF-8', 'utf-8', 'utf-8', western],
    ['Vietnamese in UTF-8', 'utf-8', 'utf-8', 'id,name\n1,Nguyễn Văn Đức\n'],
    ['Arabic in UTF-8', 'utf-8', 'utf-8', 'id,name\n1,محمد الحسن\n'],
    ['Georgian in UTF-8', 'utf-8', 'utf-8', 'id,name\n1,გიორგი\n'],
    ['typographic signs in UTF-8', 'utf-8', 'utf-8', 'id,name\n1,O’Neil – Ltd™\n'],
    ['an emoji in UTF-8', 'utf-8', 'utf-8', 'id,name\n1,Kim 🚢\n'],
    ['a byte order mark of UTF-8', 'utf-8', 'utf-8', `\uFEFF${korean}`],
    ['a mark of UTF-16, little end first', 'utf-16le', 'utf-16le', `\uFEFF${korean}`],
    ['a mark of UTF-16, big end first', 'utf-16be', 'utf-16be', `\uFEFF${korean}`],
    ['Korean in UTF-16, little end first', 'utf-16le', 'utf-16le', korean],
    ['Korean in UTF-16, big end first', 'utf-16be', 'utf-16be', korean],
    ['English in UTF-16', 'utf-16le', 'utf-16le', 'id,name\n1,Kim Chol\n'],
    ['Korean in CP949', 'euc-kr', 'euc-kr', korean],
    ['Korean in CP949 beyond KS X 1001', 'euc-kr', 'euc-kr', `${korean}4,햏뷁똠,쌰\n`],
    ['Chinese in GB18030', 'gb18030', 'gb18030', chinese],
    ['Russian in Windows-1251', 'windows-1251', 'windows-1251', russian],
    ['Russian capitals in Windows-1251', 'windows-1251', 'windows-1251', russian.toUpperCase()],
  ])('of %s', async (_what, written, told, text) => {
    expect(await tell(encode(written, text))).toBe(told)
  })

  const ascii = 'id,name\n'.padEnd(300_000, '1,Kim Chol\n')
  test.each([
    ['CP949', 'euc-kr', korean],
    ['GB18030', 'gb18030', chinese],
    ['Windows-1251', 'windows-1251', russian],
    ['UTF-8', 'utf-8', korean],
  ])('of %s behind 300 kB of plain ASCII', async (_what, encoding, text) => {
    const bytes = Buffer.concat([Buffer.from(ascii), encode(encoding, text)])
    expect(await tell(bytes)).toBe(encoding)
  })

  test('of one endless line', async () => {
    const text = '가나다라마바사 '.repeat(20_000)
    expect(await tell(encode('euc-kr', text))).toBe('euc-kr')
  })

  test('of a stream by its head', async () => {
    const stream = async function* () {
      yield encode('euc-kr', korean)
    }
    expect(await recogniseEncoding(await openStream('-', stream()))).toBe('euc-kr')
  })
})

describe('no encoding is told, and the error says what to do,', () => {
  const refused: [what: string, bytes: Uint8Array, code?: string][] = [
    ['of Western text in windows-1252', encode('windows-1252', western)],
    ['of one accent in windows-1252', encode('windows-1252', 'id,name\n1,José\n')],
    ['of a capital accent in windows-1252', encode('windows-1252', 'id,name\n1,ÉLÉONORE\n')],
    ['of an accent alone in windows-1252', encode('windows-1252', 'id,name\n1,à\n2,Å\n')],
    ['of German text in windows-1252', encode('windows-1252', 'id,name\n1,Jürgen Weiß\n')],
    ['of Polish text in windows-1250', encode('windows-1250', 'id,name\n1,Łukasz Wróbel\n')],
    ['of Turkish text', encode('windows-1254', 'id,name\n1,Şükrü Yıldız\n')],
    ['of Russian text in KOI8-R', encode('koi8-r', russian)],
    ['of Russian capitals in KOI8-R', encode('koi8-r', russian.toUpperCase())],
    ['of Russian text of DOS', encode('ibm866', russian)],
    ['of Russian text in ISO 8859-5', encode('iso-8859-5', russian)],
    ['of Greek text', encode('windows-1253', 'id,name\n1,Γιώργος Παπαδόπουλος\n')],
    ['of Arabic text in windows-1256', encode('windows-1256', 'id,name\n1,محمد الحسن\n')],
    ['of traditional Chinese in Big5', encode('big5', 'id,name\n1,陳志明\n2,林美惠\n3,黃文雄\n')],
    ['of Japanese in Shift_JIS', encode('shift_jis', 'id,name\n1,田中太郎\n2,すずき はなこ\n')],
    ['of Japanese in EUC-JP', encode('euc-jp', 'id,name\n1,たなか たろう\n2,スズキ\n')],
    ['of two Cyrillic letters', encode('windows-1251', 'id,name\n1,Ли\n')],
    ['of one Korean syllable', encode('euc-kr', 'id,name\n1,호\n')],
    ['of ISO-2022-KR', Buffer.from('\u001B$)C\u000E1h\u000F\n')],
    ['of UTF-32', Buffer.from('fffe0000610000000a000000', 'hex')],
    ['of a binary file', Buffer.from('7f454c460201010000000000000000000300', 'hex')],
    [
      'of a damaged UTF-8 file',
      Buffer.from([...Buffer.from(korean), 0xea, 0x0a]),
      'encoding-broken',
    ],
  ]
  test.each<[string, Uint8Array, string?]>(refused)(
    '%s',
    async (_what, bytes, code = 'encoding-unknown') => {
      const error = (await tell(bytes).catch((cause: unknown) => cause)) as MusterError
      expect(error).toMatchObject({ code })
      expect(error.hint).toBeTruthy()
    },
  )

  test('with the likely ones and how each would read', async () => {
    const error = await tell(encode('windows-1252', western)).catch((cause: unknown) => cause)
    expect((error as MusterError).hint).toContain('--encoding windows-1252 (José)')
  })
})

const pick = (characters: string) => fc.constantFrom(...characters)
const words = (letters: string, min: number, max: number) =>
  fc.string({ unit: pick(letters), minLength: min, maxLength: max })
const capitalised = (word: fc.Arbitrary<string>) =>
  word.map((text) => text.slice(0, 1).toUpperCase() + text.slice(1))
const around = (marked: string) =>
  fc
    .tuple(words('abdelmnorst', 1, 4), pick(marked), words('abdelmnorst', 0, 4))
    .map((parts) => parts.join(''))

/** Made-up names: each script with the encodings that it is found in. */
const namings: readonly (readonly [string, fc.Arbitrary<string>, readonly string[]])[] = [
  [
    'Korean',
    fc
      .tuple(
        pick('김이박최정강조윤장임한오서신권황안송류홍'),
        words('하준서연민지우현도윤철수영희성호경미진혁', 1, 2),
      )
      .map((parts) => parts.join('')),
    ['euc-kr', 'utf-8', 'utf-16le', 'utf-16be'],
  ],
  [
    'Chinese',
    fc
      .tuple(
        pick('王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗'),
        words('伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉', 1, 2),
      )
      .map((parts) => parts.join('')),
    ['gb18030', 'utf-8', 'utf-16le', 'euc-jp'],
  ],
  [
    'Russian',
    capitalised(
      fc
        .array(
          fc.constantFrom(
            ...'ива нов пет ров сер гей мар ина оль га юрь ев чен хо дми три вла щук цой'.split(
              ' ',
            ),
          ),
          { minLength: 2, maxLength: 4 },
        )
        .map((parts) => parts.join('')),
    ),
    ['windows-1251', 'utf-8', 'koi8-r', 'ibm866', 'iso-8859-5', 'x-mac-cyrillic', 'utf-16be'],
  ],
  ['Western', capitalised(around('éèñüöäçàßøåœ')), ['windows-1252', 'utf-8', 'utf-16le']],
  [
    'Western capitals',
    around('éèñüöäçàøå').map((text) => text.toUpperCase()),
    ['windows-1252', 'utf-8'],
  ],
  ['Polish', capitalised(around('łóąęśćżńź')), ['windows-1250', 'iso-8859-2', 'utf-8']],
  ['Turkish', capitalised(around('ışğüöç')), ['windows-1254', 'utf-8']],
  ['Greek', capitalised(words('αοιετσνηυρπκμλωάίόέ', 3, 9)), ['windows-1253', 'utf-8']],
  [
    'Japanese',
    words('田中山本木村佐藤高橋子太郎美一たなかすずきはこ', 2, 5),
    ['shift_jis', 'euc-jp', 'utf-8'],
  ],
]

test.each([...namings])(
  '%s names are read rightly or refused, in any encoding',
  async (_script, name, encodings) => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...encodings),
        fc.array(name, { minLength: 1, maxLength: 12 }),
        async (encoding, names) => {
          const text = `id,name\n${names.map((each, i) => `${i},${each}\n`).join('')}`
          const bytes = tryEncode(encoding, text)
          if (!bytes) return
          const told = await tell(bytes).catch((cause: MusterError) => cause.code)
          if (told !== 'encoding-unknown') expect(decodeAs(told, bytes)).toBe(text)
        },
      ),
      { numRuns: 60 },
    )
  },
)

/** Simplified characters are in no Japanese encoding. */
const tryEncode = (encoding: string, text: string): Buffer | undefined => {
  try {
    return encode(encoding, text)
  } catch {
    return undefined
  }
}

test.each([
  ['Korean', 'euc-kr', 3],
  ['Chinese', 'gb18030', 12],
  ['Russian', 'windows-1251', 6],
])('%s text in %s is told from %i names', async (script, encoding, names) => {
  const name = namings.find(([each]) => each === script)?.[1] as fc.Arbitrary<string>
  const samples = fc.sample(fc.array(name, { minLength: names, maxLength: names }), {
    seed: 7,
    numRuns: 50,
  })
  let told = 0
  for (const sample of samples) {
    const text = `id,name\n${sample.join('\n')}\n`
    if ((await tell(encode(encoding, text)).catch(() => '')) === encoding) told++
  }
  expect(told).toBeGreaterThan(47)
})
