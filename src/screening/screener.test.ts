import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sumMillibits } from '../model/index.ts'
import { toAnswer } from './answer.ts'
import { compareNames } from './compare.ts'
import { toListed } from './listed.ts'
import { toProfile } from './profile.ts'
import { compareBirthDates } from './rules/birth-date.ts'
import { Screener, toEvidence } from './screener.ts'
import { made } from './screening.fixture.ts'

const listed = [
  toListed(
    'ofac-sdn',
    made('17', 'Person', {
      name: 'Alpha Testperson',
      birthDate: '1970-05-04',
      listingDate: '2016-01-01',
    }),
  ),
  toListed(
    'un',
    made('XXi.001', 'Person', {
      name: 'Alpha Testperson',
      birthDate: '1970',
      weakAlias: 'Bravo',
      listingDate: '2017-01-01',
    }),
  ),
  toListed(
    'un',
    made('XXe.002', 'Organization', { name: 'Alpha Testperson Trading Co', program: 'XX' }),
  ),
  toListed('ofac-sdn', made('18', 'Vessel', { name: 'EXAMPLE STAR', imoNumber: '9074729' })),
  toListed(
    'ofac-sdn',
    made('19', 'Person', {
      name: 'Charlie Wallet',
      publicKey: '0x00000000219ab540356cBB839Cbe05303d7705Fa',
      passportNumber: 'AB 123-456',
    }),
  ),
]
const screener = new Screener(listed)
const ask = (
  schema: Parameters<typeof made>[1],
  properties: Parameters<typeof made>[2],
  minBits = 8000,
  limit = 50,
) => screener.screen(toProfile(made('s1', schema, properties)), { minBits, limit })
const references = (answer: ReturnType<typeof ask>) =>
  answer.matches.map((match) => match.listed.reference)

describe('screening', () => {
  test('prior and evidence add up to the total of every match', () => {
    for (const match of ask('Person', { name: 'Alfa Testperson', birthDate: '1970-05-04' }).matches)
      expect(screener.prior + sumMillibits(match.evidence.map(toEvidence))).toBe(match.total)
  })

  test('the prior is one in the number of designations searched', () => {
    expect(screener.prior).toBe(-Math.round(Math.log2(listed.length) * 1000))
  })

  test('equal bits put the UN first and say that they are tied', () => {
    const { matches } = ask('Person', { name: 'Testperson, Alpha' })
    const people = matches.filter(({ listed: each }) => each.profile.schema === 'Person')
    expect(people.map(({ listed: each, tied }) => [each.list, tied])).toEqual([
      ['un', 2],
      ['ofac-sdn', 2],
    ])
  })

  test('a birth date breaks the tie', () => {
    expect(
      references(ask('Person', { name: 'Alpha Testperson', birthDate: '1970-05-04' }))[0],
    ).toBe('17')
  })

  test('a birth date alone makes no match', () => {
    expect(ask('Person', { name: 'Somebody Else', birthDate: '1970-05-04' }).matches).toEqual([])
  })

  test('a name with nothing in common is clean, and that is an answer', () => {
    expect(ask('Person', { name: 'Maria Sample' })).toMatchObject({ matches: [], cut: 0 })
  })

  test.each([
    [
      'an address in other case',
      'CryptoWallet',
      { publicKey: '0X00000000219AB540356CBB839CBE05303D7705FA' },
      '19',
    ],
    [
      'an IMO number with its prefix',
      'Vessel',
      { name: 'OTHER NAME', imoNumber: 'IMO 9074729' },
      '18',
    ],
    [
      'a passport number written otherwise',
      'Person',
      { name: 'Nobody', passportNumber: 'ab123456' },
      '19',
    ],
  ] as const)('%s finds its entry whatever the name', (_, schema, properties, reference) => {
    expect(references(ask(schema, properties))).toEqual([reference])
  })

  test('an identifier that fails its check is kept, flagged and compared as written', () => {
    const broken = toListed(
      'ofac-sdn',
      made('20', 'Vessel', { name: 'SAMPLE', imoNumber: '1234568' }),
    )
    const own = new Screener([broken])
    const subject = toProfile(made('s1', 'Vessel', { name: 'OTHER', imoNumber: 'IMO 1234568' }))
    const answer = toAnswer(own.screen(subject), [])
    const flag = { prop: 'imoNumber', why: 'the check digit fails' }
    expect(answer.flags).toEqual([{ ...flag, value: 'IMO 1234568' }])
    expect(answer.matches[0]?.flags).toEqual([{ ...flag, value: '1234568' }])
  })

  test('another IMO number speaks against a ship of the same name', () => {
    const same = ask('Vessel', { name: 'EXAMPLE STAR', imoNumber: '9074729' }).matches[0]
    const other = ask('Vessel', { name: 'EXAMPLE STAR', imoNumber: '9562233' }, 0).matches[0]
    expect(other?.total).toBeLessThan(same?.total ?? 0)
    expect(other?.evidence.find(({ feature }) => feature === 'vessel')?.outcome).toBe('differ')
  })

  test('a person may match an organisation of the name, at a price', () => {
    const match = ask('Person', { name: 'Alpha Testperson Trading Co' }).matches.find(
      (each) => each.listed.reference === 'XXe.002',
    )
    expect(match?.evidence.map(({ feature }) => feature)).toContain('schema')
  })

  test('what goes over the limit is counted', () => {
    const three = ['XXi.011', 'XXi.012', 'XXi.013'].map((reference) =>
      toListed('un', made(reference, 'Person', { name: 'Delta Testperson' })),
    )
    const subject = toProfile(made('s', 'Person', { name: 'Delta Testperson' }))
    const screened = new Screener(three).screen(subject, { minBits: 8000, limit: 1 })
    expect(screened).toMatchObject({ cut: 2 })
    expect(screened.matches).toHaveLength(1)
  })

  test('nationality stays within one bit', () => {
    const own = new Screener([
      toListed('un', made('XXi.009', 'Person', { name: 'Delta Testperson', nationality: 'kp' })),
    ])
    const total = (nationality: string) =>
      own.screen(toProfile(made('s', 'Person', { name: 'Delta Testperson', nationality })))
        .matches[0]?.total ?? 0
    const apart = total('kp') - total('fr')
    expect(apart).toBeGreaterThan(0)
    expect(apart).toBeLessThanOrEqual(2000)
  })

  test('a weak alias weighs less than a name', () => {
    const [match] = ask('Person', { name: 'Bravo' }, 0).matches
    expect(match?.evidence.map(({ feature }) => feature)).toContain('aliasKind')
  })

  test('the index and comparing with every designation give the same answer', () => {
    const token = fc.constantFrom(
      'alpha',
      'alfa',
      'testperson',
      'trading',
      'co',
      'example',
      'star',
      'a',
      'bravo',
    )
    fc.assert(
      fc.property(
        fc.array(token, { minLength: 1, maxLength: 5 }),
        fc.constantFrom('1970-05-04', '1970', undefined),
        (name, birthDate) => {
          const subject = toProfile(
            made('s', 'Person', { name: name.join(' '), ...(birthDate ? { birthDate } : {}) }),
          )
          expect(screener.screen(subject)).toEqual(screener.screenAll(subject))
        },
      ),
    )
  })
})

test('names of one person in other scripts and systems are found as comparing with all finds them', () => {
  const forms = ['Ri Pyong Chol', '리병철', '이병철', 'Lee Byung-chul', '李炳哲', 'Ли Бён Чхоль']
  const own = new Screener(
    [...forms, 'Kim Yong Nam', 'Pak Pyong Chol'].map((name, k) =>
      toListed('un', made(`${k}`, 'Person', { name })),
    ),
  )
  for (const name of [...forms, '박병철', '김영남', 'LEE, BYONGCHOL']) {
    const subject = toProfile(made('s', 'Person', { name }))
    expect(own.screen(subject)).toEqual(own.screenAll(subject))
  }
  const asked = toProfile(made('s', 'Person', { name: '이병철' }))
  expect(own.screen(asked).matches.length).toBeGreaterThanOrEqual(4)
})

test.each([
  ['1970-05-04', '1970-05-04', 'agree', 10500],
  ['1970-01-01', '1970-01-01', 'agree', 6000],
  ['1970-05-04', '1970-04-05', 'partly', 5000],
  ['1970-05-04', '1970', 'agree', 4500],
  ['1970-05-04', '1970-05', 'agree', 7500],
  ['1970', '1970~', 'partly', 4000],
  ['1968', '1965/1971', 'partly', 2500],
  ['1970-05-04', '1971-05-04', 'partly', 3000],
  ['1970', '1971', 'partly', 0],
  ['1970', '1980', 'differ', -4500],
  ['1970-05-04', '1970-05-05', 'partly', 3500],
  ['1970-05-04', '1970-11-23', 'partly', -1500],
  ['1970-05-04', '1985-11-23', 'differ', -6500],
] as const)('birth dates %s and %s %s with %i millibits', (a, b, outcome, millibits) => {
  expect(compareBirthDates(a, b)).toEqual({ outcome, millibits })
  expect(compareBirthDates(b, a)).toEqual({ outcome, millibits })
})

describe('comparing two names', () => {
  test('starts from even odds', () => {
    const { prior, evidence, total } = compareNames('Jonas Example', 'Jonas Exampel')
    expect(prior).toBe(0)
    expect(total).toBe(sumMillibits(evidence))
    expect(total).toBeGreaterThan(0)
  })

  test('a name without letters agrees with nothing', () => {
    expect(compareNames('---', 'Jonas Example')).toMatchObject({ prior: 0, evidence: [], total: 0 })
  })
})

test('names with a slip of the hand are found as comparing with all finds them', () => {
  const own = new Screener(
    ['Ri Pyong Chol', '김남웅', 'Kim Chol Nam', 'Pak Jong Chon', 'Wang Xiaoming'].map((name, k) =>
      toListed('un', made(`${k}`, 'Person', { name })),
    ),
  )
  const asked = ['Ri Pyong Chll', 'Kim Nam Ungq', 'Kimj Chol Nam', 'PakJong Chon', 'Wagn Xiaoming']
  for (const [k, name] of asked.entries()) {
    const subject = toProfile(made('s', 'Person', { name }))
    expect(own.screen(subject)).toEqual(own.screenAll(subject))
    expect(own.screen(subject).matches[0]?.listed.reference).toContain(`${k}`)
  }
})
