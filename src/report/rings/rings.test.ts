import { describe, expect, test } from 'vitest'
import { MusterError } from '../../model/index.ts'
import { renderReport } from '../index.ts'
import { report } from '../report.fixture.ts'
import type { Report, ReportCase } from '../report.ts'
import { observations, platformFlags, ring, ringCase, ringFinding } from './rings.fixture.ts'
import { toShown, toSteps } from './shown.ts'

const render = async (given: Report): Promise<string> => {
  const parts: string[] = []
  for await (const part of renderReport(given)) parts.push(part)
  return parts.join('')
}

/** The made-up report with one more case. */
const withCase = (added: ReportCase): Report => ({
  ...report,
  inputs: [...report.inputs, observations],
  flags: platformFlags,
  counts: { ...report.counts, cases: report.counts.cases + 1 },
  cases: [...report.cases, added],
})

const page = await render(withCase(ringCase(4)))
const article = /<article id="case-4".*?<\/article>/s.exec(page)?.[0] ?? ''

/** Millibits of a printed number. */
const read = (text: string | undefined): number =>
  Math.round(Number(text?.replace('−', '-').replace('+', '')) * 1000)

describe('a ring in a report', () => {
  test('is drawn as before', async () => {
    await expect(article).toMatchFileSnapshot('__snapshots__/ring.html.txt')
  })

  test('says what a reader needs to decide', () => {
    for (const said of [
      'Ring of 3 accounts',
      'a reason to look, never a decision',
      'prior −8.426',
      'total <b>+9.324 bits</b>',
      '+6.0 to +11.1 as rings are rarer or commoner',
      'The innocent explanation that does best is a household',
      'The weakest necessary value is No. 1, device device-secret-7781: without it no ring is left.',
      '4 of 102,000 accounts<br><small>3 of this ring</small>',
      'differ: birth date 2',
      '+4.3 bits with 3 accounts',
      'observations.csv row:10',
      '2025-01-03 to 2025-02-01',
      'time unknown',
      'What would clear it:',
      '<b>Endpoint</b> (+8.3 bits by 1 value of 3 accounts)',
      'ring-ba9876543210',
      '<b>1 of 3 accounts were seen with a made-up tool</b> (not seen at 1, not evaluable at 1)',
      'href="#flag-made-up-tool"',
      '<small><bdi dir="auto">Tool One</bdi></small> <code class="place">observations.csv row:31</code>',
      'Looked for and not seen: made-up number (2 accounts, not evaluable at 1).',
      'Not evaluable at any of them: made-up box.',
    ])
      expect(article).toContain(said)
  })

  test('prior, parts and shared values add up to the total', () => {
    const desc = /bits-desc">(.*?)<\/desc>/.exec(article)?.[1] ?? ''
    const parts = [...desc.matchAll(/([+−]?\d+\.\d{3}) bits/g)].map(([, bits]) => read(bits))
    expect(parts.at(-1)).toBe(9_324)
    expect(parts.slice(0, -1).reduce((sum, part) => sum + part, 0)).toBe(9_324)
    const foot = /All shared values<\/th><td class="number">([^<]*)</.exec(article)?.[1]
    expect(read(foot)).toBe(15_750)
  })

  test('is not drawn where its parts are not its weight', () => {
    const wrong = { ...ringFinding, weight: { ...ringFinding.weight, total: 9_325 } }
    expect(() => toSteps(wrong as typeof ringFinding, toShown(ring))).toThrow(MusterError)
  })

  test('shows many values by channel, with the same sum', () => {
    const many = Array.from({ length: 40 }, (_, i) => ({
      ...(ring.values[i % 2] as (typeof ring.values)[number]),
      value: `value ${i}`,
      bits: 0.5,
    }))
    const own = ringFinding.evidence.slice(0, 2)
    const piece = {
      ...(ringFinding.evidence[2] as (typeof ringFinding.evidence)[number]),
      millibits: 500,
    }
    const finding = {
      ...ringFinding,
      evidence: [...own, ...many.map(() => piece)],
      weight: { kind: 'bits', prior: -8_426, total: -8_426 + 2_000 + 20_000 },
    } as const
    const steps = toSteps(finding, toShown({ ...ring, values: many }))
    expect(steps.map(({ label }) => label)).toEqual([
      'Size of the group',
      'Endpoint, 20 values',
      'Money, 20 values',
    ])
  })

  test('a match of one of its accounts with a list stands beside it and adds nothing', async () => {
    const [first] = report.cases as readonly [ReportCase]
    const subject = { ...(first.subjects[0] as ReportCase['subjects'][number]), key: 'acc-2' }
    const named = { ...first, subjects: [subject] }
    const given = withCase(ringCase(4))
    const beside = await render({ ...given, cases: [named, ...given.cases.slice(1)] })
    expect(beside).toContain('Matches with lists.')
    expect(beside).toContain('href="#case-1">case 1</a>')
    expect(beside).toContain('total <b>+9.324 bits</b>')
    expect(article).not.toContain('Matches with lists.')
  })

  test('flags change nothing but what stands beside', async () => {
    const given = withCase({ ...ringCase(4), ring: { ...ring, flags: [] } })
    const without = await render({ ...given, flags: [] })
    const beside = /<div class="beside"><p><b>What else was seen.*?<\/div>\n/s
    const cards = /<section id="flags".*?<\/section>\n/s
    expect(page).toMatch(beside)
    expect(page).toMatch(cards)
    expect(page.replace(beside, '').replace(cards, '')).toBe(without)
  })

  test('what a flag is stands in the report once, and what nobody can be told of too', async () => {
    const [first, second] = [ringCase(4), ringCase(5)]
    const one = withCase(first)
    const two = await render({
      ...one,
      counts: { ...one.counts, cases: 5 },
      cases: [...one.cases, second],
    })
    for (const said of [
      'Source: A public report, 2025-01-02; Another, 2026, read in summaries.',
      'Innocent: a session with support; own other machine. What clears it: What clears made-up-tool.',
      'Made-up key needs: What made-up-key needs.',
      'id="flag-made-up-tool"',
    ])
      expect(two.split(said).length - 1, said).toBe(said.startsWith('Source') ? 3 : 1)
    expect(two.split('href="#flag-made-up-tool"').length - 1).toBe(2)
  })

  test('is not drawn with a flag that nothing is said of', async () => {
    await expect(render({ ...withCase(ringCase(4)), flags: [] })).rejects.toThrow(MusterError)
  })

  test('says so where nothing that is shared weighs more than the innocent explanation', async () => {
    const values = ring.values.map((value) => ({ ...value, bits: 0 }))
    const stated = ring.stated.map((pairs) => ({ ...pairs, bits: 15.75 }))
    const weightless = { ...ring, values, stated, rival: { kind: 'person', bits: 2 } }
    const evidence = ringFinding.evidence.map((piece, i) => ({
      ...piece,
      millibits: [2_000, 15_750][i] ?? 0,
    }))
    const added = { ...ringCase(4), ring: weightless }
    const told = await render(
      withCase({ ...added, findings: [{ finding: { ...ringFinding, evidence }, tied: 1 }] }),
    )
    for (const said of [
      'One person with a second account would explain all of that just as well, so none of it weighs: the weight rests on the size of the group and what its accounts state as birth date.',
      'Without an arrow: 2 shared values that explain nothing more than one person with a second account would.',
    ])
      expect(told).toContain(said)
    expect(page).not.toContain('Without an arrow')
    expect(page).not.toContain('just as well')
  })

  test('says what it was, and with what evidence before and after', async () => {
    const change = {
      event: 'merged',
      on: '2026-02-03',
      before: [
        { ring: 'ring-a', bits: 1.25, accounts: 2 },
        { ring: 'ring-b', bits: 3, accounts: 2 },
      ],
      after: [{ ring: ring.ring, bits: 9.324, accounts: 3 }],
      accounts: { gained: ['acc-3'], lost: ['acc-9', 'acc-8'] },
      values: { gained: [{ kind: 'device', value: 'device-new', bits: 8.25 }], lost: [] },
    } as const
    const told = await render(withCase({ ...ringCase(4), ring: { ...ring, change } }))
    for (const said of [
      'On <time>2026-02-03</time> rings have merged into it',
      '<b>ring-a</b> (2 accounts, +1.250 bits) and <b>ring-b</b> (2 accounts, +3.000 bits) before',
      `<b>${ring.ring}</b> (3 accounts, +9.324 bits) after`,
      'Accounts lost: 2',
      'device <code><bdi dir="auto">device-new</bdi></code> +8.250',
    ])
      expect(told).toContain(said)
    expect(told).not.toContain('Evidence lost')
    expect(page).not.toContain('What has become of it')
  })

  test('rings of earlier checks that are none any more are told, and into which they went', async () => {
    const change = {
      event: 'merged',
      on: '2026-02-03',
      before: [],
      after: [{ ring: ring.ring, bits: 9.324, accounts: 3 }],
      accounts: { gained: [], lost: [] },
      values: { gained: [], lost: [] },
    } as const
    const ended = [
      { ring: 'ring-b', change },
      { ring: 'ring-c', change: { ...change, event: 'ended', after: [] } },
    ] as const
    const told = await render({ ...withCase(ringCase(4)), ended })
    expect(told).toContain('2 of earlier rings are none any more')
    expect(told).toContain(
      `<b>ring-b</b>: its accounts went into ${ring.ring} on <time>2026-02-03</time>`,
    )
    expect(told).toContain('<b>ring-c</b>: nothing was left of it on <time>2026-02-03</time>')
    expect(page).not.toContain('none any more')
  })

  test('leads to a linked ring that has a case', async () => {
    const other = ringCase(5)
    const linked = { ...other, ring: { ...ring, ring: 'ring-ba9876543210', links: [] } }
    const both = withCase(ringCase(4))
    const given = { ...both, counts: { ...both.counts, cases: 5 }, cases: [...both.cases, linked] }
    expect(await render(given)).toContain('<a href="#case-5">Ring of 3 accounts</a>')
  })
})
