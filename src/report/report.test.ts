import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Entity, finding, MusterError } from '../model/index.ts'
import { type Report, type ReportCase, renderReport } from './index.ts'
import { linesOf } from './order.ts'
import { cleanSubjects, report, subjectOf } from './report.fixture.ts'

const render = async (given: Report): Promise<string> => {
  const parts: string[] = []
  for await (const part of renderReport(given)) parts.push(part)
  return parts.join('')
}

/** Tags in order with their attributes, values blanked: what a browser builds the page from. */
const skeleton = (page: string): string =>
  [...page.matchAll(/<[^<>]*>/g)].map(([tag]) => tag.replace(/"[^"]*"/g, '""')).join('')

const firstCase = report.cases[0] as ReportCase
const found = firstCase.findings[0] as ReportCase['findings'][number]

/** A report on one subject that states these values. */
const reportOn = (subject: Entity, text: string): Report => {
  const { finding: kept, designation, tied } = found
  const evidence = kept.evidence.map((piece) => ({ ...piece, left: text, innocent: text }))
  const entity = { ...(designation?.entity as Entity), statements: subject.statements }
  return {
    ...report,
    title: text,
    warnings: [text],
    counts: { subjects: 2, cases: 1, clean: 1, linkedAlone: 0, rejected: 1 },
    cases: [
      {
        case: { ...firstCase.case, title: text, priority: { rank: 1, why: text } },
        subjects: [subject],
        findings: [
          {
            finding: { ...kept, evidence },
            designation: { entity, list: text, caption: text },
            tied,
          },
        ],
        cut: 0,
      },
    ],
    clean: [subject],
    rejected: [
      { source: subject.statements[0]?.source ?? kept.id, place: text, reason: text, text },
    ] as Report['rejected'],
  }
}

describe('renderReport', () => {
  test('writes the made-up report as before', async () => {
    await expect(await render(report)).toMatchFileSnapshot('__snapshots__/report.html.txt')
  })

  test('says who must act in a case, by paragraph, and leads to the text', async () => {
    const owed = finding({
      question: 'obligations',
      claim: 'brings_duties',
      subjects: found.finding.subjects,
      weight: { kind: 'graded', label: 'owed_if_confirmed', flips: ['A person decides.'] },
      evidence: [
        {
          feature: 'organisation_state',
          outcome: 'unknown',
          left: 'KOR',
          right: '1718 OP8(d)',
          millibits: 0,
          group: 'F-1718-8d',
          facts: [],
          how: 'if the match is confirmed <b>',
        },
      ],
    })
    const cases = report.cases.map((each, i) =>
      i === 0 ? { ...each, findings: [...each.findings, { finding: owed, tied: 0 }] } : each,
    )
    const page = await render({ ...report, cases })
    expect(page).toContain('States that this case touches, and who owes what')
    expect(page).toContain('Republic of Korea')
    expect(page).toContain('href="https://docs.un.org/en/S/RES/1718(2006)"')
    expect(page).toContain('if the match is confirmed &lt;b&gt;')
    const ranking = /<table class="ranking">.*?<\/table>/s.exec(page)?.[0]
    expect(ranking).toBe(/<table class="ranking">.*?<\/table>/s.exec(await render(report))?.[0])
  })

  test('gives the same bytes twice', async () => {
    expect(await render(report)).toBe(await render(report))
  })

  test('fetches nothing and runs nothing', async () => {
    const page = await render(report)
    const tags = skeleton(page)
    expect(tags).not.toMatch(/<(?:script|link|img|iframe|object|embed|form|base)\b/)
    expect(tags).not.toMatch(/\s(?:src|srcset|on[a-z]+)=/)
    expect(page.slice(page.indexOf('<style>'), page.indexOf('</style>'))).not.toMatch(
      /url\(|@import/,
    )
  })

  test('no text, however hostile, changes the build of the page', async () => {
    const hostile = fc
      .string({
        unit: fc.constantFrom(...'<>"\'&;=/!-`[](){}\\', 'script', 'on', ' a'),
        minLength: 1,
      })
      .map((text) => `x${text}`)
    const pageOf = (text: string): Promise<string> =>
      render(
        reportOn(
          subjectOf(2, 'Person', [
            ['name', text],
            ['website', `https://site.example/${text.replace(/\s/g, '')}`],
            ['nationality', text, 'xx'],
          ]),
          text,
        ),
      )
    const sound = skeleton(await pageOf('x'))
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        expect(skeleton(await pageOf(text))).toBe(sound)
      }),
      { numRuns: 60 },
    )
  })

  test('only web addresses become links', async () => {
    const subject = subjectOf(2, 'Person', [['website', 'javascript:alert(1)//https://x.example']])
    const page = await render(reportOn(subject, 'x'))
    expect(page).toContain('javascript:alert(1)')
    expect(page).not.toMatch(/href="javascript/)
  })

  test('the bits of every table add up to its total', async () => {
    const page = await render(report)
    const tables = [...page.matchAll(/<table class="pairs">.*?<\/table>/g)]
    expect(tables).toHaveLength(3)
    for (const [table] of tables) {
      const numbers = [...table.matchAll(/<td class="number">([−+]?)(\d+)\.(\d{3})</g)]
      const millibits = numbers.map(
        ([, sign, whole, places]) => Number(`${whole}${places}`) * (sign === '−' ? -1 : 1),
      )
      expect(millibits.slice(0, -1).reduce((sum, each) => sum + each, 0)).toBe(millibits.at(-1))
    }
  })

  test('prints the entry of a designation once and then the way to it', async () => {
    const page = await render(report)
    expect(page.match(/<table class="entry">/g)).toHaveLength(2)
    expect(page).toContain('is printed under <a href="#case-1-match-1">case 1, match 1</a>')
  })

  test('tells what is written in another script and gives it a language', async () => {
    const page = await render(report)
    expect(page).toContain('<bdi dir="auto" lang="ko">리샘풀</bdi> <small>Hangul</small>')
    expect(page).toContain(
      '<bdi dir="auto" lang="ar">نجمة المثال</bdi> <small>Arabic script</small>',
    )
  })

  test('says that nothing was found, and of which lists', async () => {
    const counts = { subjects: 3, cases: 0, clean: 3, linkedAlone: 0, rejected: 0 }
    const page = await render({ ...report, counts, cases: [], rejected: [] })
    expect(page).toContain('No case was opened: nothing was found with any of the 3 subjects.')
    expect(page).toContain('<b>un</b> of 2026-11-20, <b>uk</b> of 2026-10-01')
    expect(page).toContain('Every row was read.')
    expect(page).not.toContain('No case tells or rests on such a link')
  })

  test('counts subjects to whom links across stops alone lead, without naming them', async () => {
    const counts = { subjects: 3, cases: 0, clean: 3, linkedAlone: 2, rejected: 0 }
    const page = await render({ ...report, counts, cases: [], rejected: [] })
    expect(page).toContain('To addresses of 2 subjects mixers or services paid')
    expect(page).toContain('No case tells or rests on such a link alone')
  })

  test('shows findings that weigh an amount or a grade', async () => {
    const other = (weight: Parameters<typeof finding>[0]['weight']): Promise<string> => {
      const kept = finding({ ...found.finding, claim: 'same_operator', weight, evidence: [] })
      const one = { ...firstCase, findings: [{ finding: kept, tied: 1 }] }
      return render({ ...report, cases: [one, ...report.cases.slice(1)] })
    }
    const amount = { kind: 'amount', asset: 'ETH', amount: 5n, low: 4n, high: 10n ** 20n } as const
    expect(await other(amount)).toContain('amount <b>5</b> ETH')
    expect(await other(amount)).toContain('between 4 and 100000000000000000000, in base units')
    const graded = { kind: 'graded', label: 'likely', flips: ['a letter from the state'] } as const
    expect(await other(graded)).toContain('<li>a letter from the state</li>')
  })

  test.each<[string, Partial<Report>]>([
    ['fewer clean subjects than it says', { clean: [] }],
    ['more rejected rows than it says', { counts: { ...report.counts, rejected: 1 } }],
    ['another number of cases than it says', { cases: [] }],
    [
      'a total that is not the sum of its parts',
      {
        cases: [
          {
            ...firstCase,
            findings: [
              {
                ...found,
                finding: { ...found.finding, weight: { kind: 'bits', prior: 0, total: 0 } },
              },
            ],
          },
          ...report.cases.slice(1),
        ],
      },
    ],
  ])('refuses %s', async (_name, wrong) => {
    const failed = render({ ...report, ...wrong }).catch((error: unknown) => error)
    expect(await failed).toSatisfy(
      (error) => error instanceof MusterError && error.code === 'internal',
    )
  })

  test('streams ten thousand clean subjects without holding them', async () => {
    let made = 0
    let written = 0
    let ahead = 0
    function* subjects(): Generator<Entity> {
      for (; made < 10_000; made++) {
        ahead = Math.max(ahead, made - written)
        yield subjectOf(made, 'Person', [['name', `Made Up ${made}`]])
      }
    }
    const counts = { ...report.counts, clean: 10_000 }
    for await (const part of renderReport({ ...report, counts, clean: subjects() }))
      if (part.includes('Made Up ')) written += 1
    expect(written).toBe(10_000)
    expect(ahead).toBeLessThan(3)
  })
})

describe('linesOf', () => {
  test('leaves out nothing but what ties a part to its owner', () => {
    const entities = [
      ...report.cases.flatMap((each) => [
        ...each.subjects,
        ...each.findings.flatMap(({ designation }) => designation?.entity ?? []),
      ]),
      ...cleanSubjects,
    ]
    for (const entity of entities) {
      const shown = linesOf(entity).flatMap(({ said }) => said)
      const left = entity.statements.filter((said) => !shown.includes(said))
      expect(left.every(({ value }) => value.startsWith(entity.id))).toBe(true)
      expect(new Set(shown).size).toBe(shown.length)
    }
  })

  test('puts whole names first and the kinds of alias in order', () => {
    const entity = subjectOf(1, 'Person', [
      ['firstName', 'A'],
      ['weakAlias', 'B'],
      ['alias', 'C'],
      ['name', 'D'],
      ['birthDate', '1970'],
    ])
    expect(linesOf(entity).map(({ said: [first] }) => first.prop)).toEqual([
      'name',
      'alias',
      'weakAlias',
      'firstName',
      'birthDate',
    ])
  })
})
