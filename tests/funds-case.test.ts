import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeFolder, muster } from './program.ts'

const folder = makeFolder()
const cwd = folder.path

/** Published: the first address of the theft from Ronin, which OFAC lists too. */
const thief = '0x098B716B8Aaf21512996dC57EB0615e2383E2f96'
const wallet = (digit: string): string => `0x${digit.repeat(40)}`
const [way, own, shared, exchange, payee] = ['1', '2', '3', '4', '5'].map(wallet) as [
  string,
  string,
  string,
  string,
  string,
]

type Row = readonly [src: string, dst: string, amount: number]

const rows: readonly Row[] = [
  [thief, way, 1000],
  ['0xfriend', way, 1000],
  [way, own, 500],
  [own, exchange, 500],
  [exchange, shared, 90],
  [thief, shared, 7],
  [payee, thief, 30],
]

beforeAll(() => {
  const put = (name: string, text: string): void => writeFileSync(join(cwd, name), text)
  put(
    'transfers.csv',
    `time,block,tx,index,src,dst,asset,amount\n${rows
      .map(
        ([src, dst, amount], i) =>
          `2026-01-01T00:00:0${i}Z,${i},0x0${i},0,${src},${dst},COIN,${amount}`,
      )
      .join('\n')}\n`,
  )
  put('accounts.csv', 'id,name\na,Ana Example\nb,Ben Example\nc,Cem Example\nd,Dea Example\n')
  put(
    'observations.csv',
    `account,kind,value,first_seen,last_seen,count
a,wallet,${own.toUpperCase().replace('0X', '0x')},2026-01-01,,
b,payout,${shared},2026-01-01,,
c,wallet,${shared},2026-01-01,,
d,wallet,${payee},2026-01-01,,
u,wallet,${thief},2026-01-01,,
a,payout,${exchange},2026-01-01,,
`,
  )
  put('labels.csv', `address,kind,label\n${exchange},service,Example Exchange\n`)
})
afterAll(() => folder.remove())

type Answer = {
  readonly counts: Readonly<Record<string, number>>
  readonly cases: readonly {
    readonly why: string
    readonly title: string
    readonly entities: readonly string[]
    readonly findings: readonly {
      readonly question: string
      readonly claim: string
      readonly subjects: readonly string[]
      readonly weight: Readonly<Record<string, unknown>>
      readonly evidence: readonly {
        readonly feature: string
        readonly right: string
        readonly how?: string
        readonly facts: readonly string[]
      }[]
    }[]
    readonly money?: {
      readonly wallets: readonly unknown[]
      readonly trails: readonly {
        readonly seeds: readonly string[]
        readonly backward: boolean
        readonly patterns: readonly { readonly pattern: string; readonly subject: string }[]
      }[]
      readonly links: readonly {
        readonly other: { readonly kind: string }
        readonly links: readonly { readonly strength: string; readonly innocent: string }[]
      }[]
    }
  }[]
}

const check = (...files: string[]): Promise<{ text: string; answer: Answer }> =>
  checkFiles('accounts.csv', 'observations.csv', ...files)

const checkFiles = async (...files: string[]): Promise<{ text: string; answer: Answer }> => {
  const ran = await muster(['check', ...files, '--no-report', '--format', 'json'], {
    cwd,
    env: { MUSTER_NOW: '2026-11-24T00:00:00Z' },
  })
  expect(ran.stderr).not.toContain('muster:')
  return { text: ran.stdout, answer: JSON.parse(ran.stdout) as Answer }
}

describe('a case about money', () => {
  let text = ''
  let cases: Answer['cases'] = []
  const caseOf = (title: string): Answer['cases'][number] | undefined =>
    cases.find((each) => each.title === title)
  const found = (title: string, claim: string, other: string) =>
    caseOf(title)?.findings.find((one) => one.claim === claim && one.subjects[1]?.includes(other))

  beforeAll(async () => {
    const checked = await check('transfers.csv', 'labels.csv')
    text = checked.text
    cases = checked.answer.cases
  })

  test('opens where value of a theft comes to the wallet of an account, with its range', () => {
    expect(found('Ana Example', 'received_value', 'theft:ronin-2022')).toMatchObject({
      question: 'funds',
      weight: { kind: 'amount', asset: 'COIN', amount: '250', low: '0', high: '500' },
    })
  })

  test('cites the rows of the way to it', () => {
    const [piece] = found('Ana Example', 'received_value', 'theft')?.evidence ?? []
    expect(piece?.right.toLowerCase()).toBe(own)
    expect(piece?.facts.map((fact) => fact.split('/')[1])).toEqual(['row:1', 'row:3'])
  })

  test('follows nothing through a service, and nobody owns an address of one', () => {
    expect(found('Address of 2 accounts', 'received_value', 'theft')?.weight).toMatchObject({
      amount: '7',
      high: '7',
    })
    expect(JSON.stringify(caseOf('Ana Example')?.money?.wallets)).not.toContain(exchange)
  })

  test('is about the address where several accounts hold it and no ring is found', () => {
    expect(caseOf('Address of 2 accounts')).toMatchObject({
      entities: [`wallet:${shared}`],
      why: expect.stringContaining('value of a theft or of a designated owner came to it'),
    })
  })

  test('opens where an account paid a designated owner, and is about the account', () => {
    expect(found('Dea Example', 'passed_value', 'designation:starter/')?.weight).toMatchObject({
      amount: '30',
    })
    expect(caseOf('Dea Example')?.money?.trails).toMatchObject([{ backward: true }])
  })

  test('opens where an account that no record describes uses an address of a theft', () => {
    expect(found('Account u', 'uses_address', 'theft:ronin-2022')?.weight).toMatchObject({
      kind: 'graded',
    })
  })

  test('says the same in any order of files', async () => {
    expect((await check('labels.csv', 'transfers.csv')).text).toBe(text)
  })

  test('says the same in any order of rows, which it cites by other numbers', async () => {
    const [head, ...lines] = readFileSync(join(cwd, 'transfers.csv'), 'utf8').trim().split('\n')
    writeFileSync(join(cwd, 'turned.csv'), `${[head, ...lines.reverse()].join('\n')}\n`)
    const { answer } = await check('turned.csv', 'labels.csv')
    const claims = (all: Answer['cases']) =>
      all.map(({ findings }) =>
        findings.map(({ claim, subjects, weight }) => [claim, subjects, weight]),
      )
    expect(claims(answer.cases)).toEqual(claims(cases))
  })

  test('opens none without transfers', async () => {
    expect((await check()).answer.cases).toEqual([])
  })
})

describe('behind a mixer', () => {
  const [pool, hidden, ben] = ['6', '7', '8'].map(wallet) as [string, string, string]
  const mixed: readonly Row[] = [
    [thief, way, 100],
    [way, own, 5],
    [way, pool, 10],
    ['0xfriend', pool, 10],
    ['0xother', pool, 10],
    [pool, hidden, 10],
    [pool, hidden, 10],
    [pool, ben, 10],
    [hidden, way, 1],
  ]
  let answer: Answer
  const caseOf = (title: string): Answer['cases'][number] | undefined =>
    answer.cases.find((each) => each.title === title)

  beforeAll(async () => {
    const put = (name: string, text: string): void => writeFileSync(join(cwd, name), text)
    const line = ([src, dst, amount]: Row, i: number): string =>
      `2026-02-01T0${i}:00:00Z,m${i},${src},${dst},COIN,${amount}`
    put('mixed.csv', `time,tx,src,dst,asset,amount\n${mixed.map(line).join('\n')}\n`)
    put(
      'wallets.csv',
      `account,kind,value,first_seen,last_seen,count
a,wallet,${own},2026-01-01,,
a,wallet,${hidden},2026-01-01,,
b,wallet,${ben},2026-01-01,,
`,
    )
    put('mixer.csv', `address,kind,label\n${pool},mixer,Example Mixer\n`)
    answer = (await checkFiles('accounts.csv', 'wallets.csv', 'mixed.csv', 'mixer.csv')).answer
  })

  test('what may be value of a theft is a claim of its own, from nothing to what went in', () => {
    const found = caseOf('Ana Example')?.findings.find(({ claim }) => claim === 'may_continue')
    expect(found?.subjects[1]).toBe('theft:ronin-2022')
    expect(found?.weight).toEqual({
      ...{ kind: 'amount', asset: 'COIN', amount: '10', low: '0', high: '10' },
    })
    const [piece, ...more] = found?.evidence ?? []
    expect(more).toEqual([])
    expect(piece).toMatchObject({ feature: 'direct-transfer', right: hidden })
    expect(piece?.how).toContain('3 who paid in fit what came out, 2 who were paid fit')
    expect(piece?.facts.map((fact) => fact.split(':')[1])).toEqual(['3', '6', '7', '9'])
  })

  test('it is told with its rule, and what else explains it, for the theft and for the owner on a list', () => {
    const links = caseOf('Ana Example')?.money?.links ?? []
    expect(links.map(({ other }) => other.kind)).toEqual(['theft', 'designated'])
    for (const each of links)
      expect(each.links).toMatchObject([
        {
          strength: 'medium',
          innocent: 'two people who deal with each other may use one mixer',
        },
      ])
  })

  test('it is in no amount of traced value', () => {
    const received = caseOf('Ana Example')?.findings.find(({ claim }) => claim === 'received_value')
    expect(received?.weight).toMatchObject({ amount: '5', low: '5', high: '5' })
  })

  test('a link alone opens no case, and is counted', () => {
    expect(caseOf('Ben Example')).toBeUndefined()
    expect(answer.counts.linked_alone).toBe(1)
    expect(JSON.stringify(answer)).not.toContain(ben)
  })

  test('what a record states of itself, such as a name on a list, does not bring a link into its case', async () => {
    const text = readFileSync(join(cwd, 'accounts.csv'), 'utf8')
    writeFileSync(join(cwd, 'named.csv'), text.replace('Ben Example', 'Tanchon Commercial Bank'))
    const named = (await checkFiles('named.csv', 'wallets.csv', 'mixed.csv', 'mixer.csv')).answer
    const found = named.cases.find(({ title }) => title === 'Tanchon Commercial Bank')?.findings
    const claims = new Set(found?.map(({ claim }) => claim))
    expect(claims).toContain('is_designated')
    expect(claims).not.toContain('may_continue')
    expect(named.counts.linked_alone).toBe(1)
  })

  test('names, nationalities and countries that records state have no say in any finding about money', async () => {
    const people = [
      ['a', 'Ana Example', 'kp', 'cn'],
      ['b', 'Tanchon Commercial Bank', 'de', 'kp'],
      ['c', 'Cem Example', 'ru', 'de'],
      ['d', 'Dea Example', 'cn', 'ru'],
    ] as const
    const countries: Readonly<Record<string, string>> = { kp: 'de', cn: 'kp', de: 'ru', ru: 'cn' }
    const names = people.map(([, name]) => name)
    const write = (name: string, rows: readonly (readonly string[])[]): void =>
      writeFileSync(
        join(cwd, name),
        `id,name,nationality,country\n${rows.map((row) => row.join(',')).join('\n')}\n`,
      )
    write('stated.csv', people)
    write(
      'turned-about.csv',
      people.map(([id, , nationality, country], i) => [
        ...[id, names[(i + 1) % names.length] as string],
        ...[countries[nationality] as string, countries[country] as string],
      ]),
    )
    const money = async (accounts: string) => {
      const files = [accounts, 'wallets.csv', 'transfers.csv', 'labels.csv']
      const { answer } = await checkFiles(...files, 'mixed.csv', 'mixer.csv')
      return (
        answer.cases
          .flatMap(({ entities, findings }) =>
            findings
              .filter(({ question }) => question === 'funds')
              .map(({ claim, subjects, weight, evidence }) => ({
                entities,
                claim,
                subjects,
                weight,
                evidence,
              })),
          )
          // The id of a person is of the file that describes him.
          .map((each) => JSON.stringify(each).replaceAll(/person:[0-9a-f]+/g, 'person:'))
          .sort()
      )
    }
    const stated = await money('stated.csv')
    expect(stated.length).toBeGreaterThan(3)
    expect(await money('turned-about.csv')).toEqual(stated)
  })
})

describe('behind a mixer and others', () => {
  const [pool, fresh, other] = ['6', '7', '8'].map(wallet) as [string, string, string]
  const rows: readonly Row[] = [
    [thief, way, 100],
    [way, own, 5],
    [way, pool, 10],
    ['0xfriend', pool, 10],
    [pool, fresh, 10],
    [pool, other, 10],
    ['0xfriend', fresh, 10],
    [fresh, own, 8],
    [other, own, 9],
    [fresh, way, 1],
  ]

  test('what a firm link says came out is followed on to an account, and what a weak one says is not', async () => {
    const put = (name: string, text: string): void => writeFileSync(join(cwd, name), text)
    const line = ([src, dst, amount]: Row, i: number): string =>
      `2026-02-01T0${i}:00:00Z,o${i},${src},${dst},COIN,${amount}`
    put('on.csv', `time,tx,src,dst,asset,amount\n${rows.map(line).join('\n')}\n`)
    put('own.csv', `account,kind,value,first_seen,last_seen,count\na,wallet,${own},2026-01-01,,\n`)
    put('mixer.csv', `address,kind,label\n${pool},mixer,Example Mixer\n`)
    const { answer } = await checkFiles('accounts.csv', 'own.csv', 'on.csv', 'mixer.csv')
    const [ana] = answer.cases
    const found = ana?.findings.filter(({ claim }) => claim === 'may_continue') ?? []
    expect(found.map(({ subjects }) => subjects[1])[0]).toBe('theft:ronin-2022')
    const [{ weight, evidence } = { weight: {}, evidence: [] }] = found
    expect(weight).toMatchObject({ amount: '8', low: '0', high: '8' })
    expect(evidence).toHaveLength(1)
    expect(evidence[0]).toMatchObject({ feature: 'direct-transfer', right: own })
    expect(evidence[0]?.how).toContain(`From there up to 8 base units came to ${own}.`)
    const cited = evidence[0]?.facts.map((fact) => fact.split(':')[1])
    expect(cited).toEqual(['3', '5', '10', '8'])
    expect(ana?.money?.links[0]?.links).toMatchObject([
      { to: fresh, onward: { address: own, amount: '4', low: '0', high: '8', hops: 2 } },
    ])
  })
})

describe('patterns on the way', () => {
  test('stand beside the trail of a case, and neither open one nor change an amount', async () => {
    const relayed: readonly Row[] = [
      [thief, way, 1000],
      [way, own, 1000],
      ['0xhonest', payee, 50],
      [payee, exchange, 50],
    ]
    const line = ([src, dst, amount]: Row, i: number): string =>
      `2026-03-01T0${i}:00:00Z,p${i},${src},${dst},COIN,${amount}`
    writeFileSync(
      join(cwd, 'relayed.csv'),
      `time,tx,src,dst,asset,amount\n${relayed.map(line).join('\n')}\n`,
    )
    const { answer } = await check('relayed.csv', 'labels.csv')
    const titles = answer.cases.map(({ title }) => title)
    expect(titles).toContain('Ana Example')
    expect(titles).not.toContain('Dea Example')
    const [trail] = answer.cases.find(({ title }) => title === 'Ana Example')?.money?.trails ?? []
    expect(trail?.patterns.map(({ pattern, subject }) => [pattern, subject])).toEqual([
      ['pass-through', way],
    ])
  })
})
