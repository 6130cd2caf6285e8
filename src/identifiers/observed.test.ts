import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseIban } from './iban.ts'
import { nothing, readObserved, sameForms } from './observed.ts'

/** As it is written, as it is compared, and what is told beside it. */
type Case = [text: string, key: string, told?: string]

const cases: Readonly<Record<string, Case[]>> = {
  email: [
    ['J.Smith+jobs@GoogleMail.com', 'jsmith@gmail.com'],
    ['j.smith+jobs@example.org', 'j.smith@example.org'],
    ['+a@example.org', '+a@example.org'],
    ['..@gmail.com', '..@gmail.com'],
    ['no address', 'no address'],
  ],
  phone: [
    ['+82 70 1234 5678', '+827012345678', 'voip'],
    ['0082-70-1234-5678', '+827012345678', 'voip'],
    ['+44 (0)20 7946 0000', '+442079460000'],
    ['+44 020 7946 0000', '+442079460000'],
    ['+86 138 0013 8000', '+8613800138000', 'mobile'],
    ['+39 06 1234 5678', '+390612345678'],
    ['+1 213 373 4253', '+12133734253'],
    ['+1 555 0100', '+15550100', '+1 has no number of this form'],
    ['+210 123 4567', '+2101234567', 'no country has this calling code'],
    ['02 381 4410', '023814410'],
    ['none of these', 'none of these'],
  ],
  iban: [
    ['gb82 west 1234 5698 7654 32', 'GB82WEST12345698765432'],
    ['IBAN: DE89 3704 0044 0532 0130 00', 'DE89370400440532013000'],
    ['GB82WEST12345698765431', 'GB82WEST12345698765431', 'its check digits fail'],
    ['GB82WEST123456987654', 'GB82WEST123456987654', '20 characters where its country has 22'],
    ['ZZ82WEST12345698765432', 'ZZ82WEST12345698765432', 'no country of the IBAN registry'],
    ['12345', '12345'],
  ],
  card: [
    ['4111 1111 1111 1111', '*1111 e35e0abfa92073ca'],
    ['4111-1111-1111-1112', '*1112 ', 'its check digit fails'],
  ],
  mac: [
    ['00-1B-44-11-3A-B7', '00:1b:44:11:3a:b7'],
    ['001b.4411.3ab7', '00:1b:44:11:3a:b7'],
    ['001B44113AB7', '00:1b:44:11:3a:b7'],
    ['02:1b:44:11:3a:b7', '02:1b:44:11:3a:b7', 'made up by software, not by its maker'],
    ['ff:ff:ff:ff:ff:ff', 'ff:ff:ff:ff:ff:ff'],
    ['00:1b-44:11-3a:b7', '00:1b-44:11-3a:b7'],
  ],
  ip: [
    ['203.0.113.7:443', '203.0.113.7'],
    ['::FFFF:203.0.113.7', '203.0.113.7'],
    ['[2001:DB8:0:0:0:0:0:1]:8080', '2001:db8::1'],
    ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['::', '::'],
    ['1::', '1::'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['010.1.1.1', '010.1.1.1'],
    ['1.2.3.256', '1.2.3.256'],
    ['1:2:3', '1:2:3'],
    ['1::2::3', '1::2::3'],
  ],
  document: [
    ['ps 472-310.355', 'PS472310355'],
    [
      'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10',
      'L898902C3',
    ],
    [
      'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F1204158ZE184226B<<<<<10',
      'L898902C3',
      'check digit fails: expiry date, whole',
    ],
    [
      'I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<',
      'D23145890',
    ],
    ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6', 'D23145890'],
    [
      'I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458917UTO7408122F1204159<<<<<<<6',
      'D23145891',
      'check digit fails: document number, whole',
    ],
  ],
  payout: [
    ['DE89 3704 0044 0532 0130 00', 'DE89370400440532013000'],
    ['A.B@googlemail.com', 'ab@gmail.com'],
    ['0x52908400098527886E0F7030069857D2E4169EE7', '0x52908400098527886e0f7030069857d2e4169ee7'],
    ['acct_1', 'acct_1'],
  ],
  portrait_image: [['ABCDEF0123456789', 'abcdef0123456789']],
  ssh_key: [
    [
      'SHA256:uNiVztksCsDhcc0u9e8BrsBZa6wZ8WDe+eN0qFb6KNM= a@b',
      'SHA256:uNiVztksCsDhcc0u9e8BrsBZa6wZ8WDe+eN0qFb6KNM',
    ],
    ['ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIE0= someone', 'SHA256:'],
    ['key 7', 'key 7'],
  ],
  device: [['As Written', 'As Written']],
}

describe.each(Object.entries(cases))('a value of kind %s', (kind, values) => {
  test.each(values)('%j is compared as %j', (text, key, told) => {
    const read = readObserved(kind, text)
    if (key.endsWith(' ') || key.endsWith(':')) expect(read.key).toContain(key)
    else expect(read.key).toBe(key)
    expect(read.line ?? read.flaw).toBe(told)
  })

  test('is read the same again from what is compared, save what is hashed', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(...values.map(([text]) => text))),
        (text) => {
          const { key } = readObserved(kind, text)
          expect(readObserved(kind, key).key).toBe(key)
        },
      ),
    )
  })
})

test('one wrong digit or two swapped ones of an IBAN are always seen', () => {
  const sound = 'DE89370400440532013000'
  fc.assert(
    fc.property(fc.integer({ min: 4, max: 21 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
      const digit = String((Number(sound[at]) + by) % 10)
      const wrong = sound.slice(0, at) + digit + sound.slice(at + 1)
      expect(parseIban(wrong)?.flaw).toBe('its check digits fail')
    }),
  )
})

test('what stands for nothing is told by the whole text alone', () => {
  const form = new RegExp(`^(?:${nothing})$`, 'i')
  for (const text of [
    'N/A',
    'null',
    '--',
    '00000',
    '00000000-0000-0000-0000-000000000000',
    '00:00:00:00:00:00',
  ])
    expect(form.test(text), text).toBe(true)
  for (const text of ['0', 'Nulla', 'none@example.org', '10000', 'n'])
    expect(form.test(text), text).toBe(false)
})

describe.each(Object.entries(sameForms))('what needs no reading of kind %s', (kind, form) => {
  test('is compared as it is, and has no flaw', () => {
    const whole = new RegExp(`^(?:${form})$`)
    const near = (cases[kind] ?? []).flat() as string[]
    const sample = fc.oneof(
      fc.stringMatching(whole, { size: '-1' }),
      fc.constantFrom('a.b@gmail.com', 'a@googlemail.com', 'a@g.example', 'acct_1', ...near),
    )
    fc.assert(
      fc.property(sample, (text) => {
        if (whole.test(text)) expect(readObserved(kind, text)).toEqual({ key: text })
      }),
      { numRuns: 300 },
    )
  })
})
