import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDocumentNumber, parseEmail, parseHost, parseMmsi, parsePhone } from './index.ts'

const tables: Readonly<
  Record<
    string,
    [(text: string) => string | undefined, [text: string, value: string | undefined][]]
  >
> = {
  'a document number': [
    parseDocumentNumber,
    [
      ['ps 472-310.355', 'PS472310355'],
      ['00123/45', '0012345'],
      ['ＡＢ１２３', 'AB123'],
      ['AB\u2013123\u00a0456', 'AB123456'],
      ['\u200eA1', 'A1'],
      ['e \u0308', '\u00cb'],
      [' - ', undefined],
    ],
  ],
  'an e-mail address': [
    parseEmail,
    [
      [' Some.One+x@Example.ORG ', 'some.one+x@example.org'],
      ['mailto:a@b.example?subject=x', 'a@b.example'],
      ['<a@b.example>', 'a@b.example'],
      ['이름@예시.example', '이름@예시.example'],
      ['a@b', undefined],
      ['a@b.example, c@d.example', undefined],
      ['a@@b.example', undefined],
      ['a@b..example', undefined],
    ],
  ],
  'a phone number': [
    parsePhone,
    [
      ['+850 2 381-4410', '+85023814410'],
      ['00850 (2) 381 4410', '+85023814410'],
      ['+44 (0)20 7946 0000', '+442079460000'],
      ['(02) 381.4410', '023814410'],
      ['Tel.: +86 415 000 0000 ext. 12', '+864150000000'],
      ['(+86) 415-000-0000', '+864150000000'],
      ['＋８５０ ２３８１ ４４１０', '+85023814410'],
      ['0 0 850 2381', '+8502381'],
      ['1234', undefined],
      ['+1 555 0100 or +1 555 0101', undefined],
      ['123456789012345678', undefined],
      ['n/a', undefined],
    ],
  ],
  'a host': [
    parseHost,
    [
      ['HTTPS://www.Example.org/path?q=1', 'example.org'],
      ['www.example.org.', 'example.org'],
      ['example.org:8080/x', 'example.org'],
      ['http://user@sub.example.org', 'sub.example.org'],
      ['예시.example', 'xn--vv4b11d.example'],
      ['localhost', undefined],
      ['not a site', undefined],
      ['', undefined],
    ],
  ],
  'a radio number': [
    parseMmsi,
    [
      ['445123000', '445123000'],
      ['MMSI: 445123000', '445123000'],
      ['MMSI number 445123000', '445123000'],
      ['123456789', undefined],
      ['44512300', undefined],
    ],
  ],
}

describe.each(Object.entries(tables))('%s', (_name, [parse, cases]) => {
  test.each(cases)('%j is read as %j', (text, value) => {
    expect(parse(text)).toBe(value)
  })

  test('is read the same again from what was written', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(...cases.map(([text]) => text))),
        (text) => {
          const once = parse(text)
          if (once !== undefined) expect(parse(once)).toBe(once)
        },
      ),
    )
  })
})
