import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeFolder, muster } from './program.ts'

const folder = makeFolder()
const cwd = folder.path
afterAll(() => folder.remove())

const countries = ['us', 'de', 'in', 'ua', 'br', 'jp', 'pl', 'ng']
const members = [11, 22, 33, 44, 55].map((i) => `acc-${i}`)

/** What the ring shares: in two channels, and no value is of all. */
const shared: readonly (readonly [kind: string, value: string, holders: readonly number[]])[] = [
  ['device', 'made-up-device-7781', [0, 1, 2, 3]],
  ['document_image', 'made-up-scan-1203', [0, 1, 4]],
  ['document_image', 'made-up-scan-4417', [2, 3, 4]],
]

/** 120 accounts with things of their own; five share a machine and two scans of papers. */
beforeAll(() => {
  const ids = Array.from({ length: 120 }, (_, i) => `acc-${i}`)
  const accounts = ids.map(
    (id, i) =>
      `${id},${id === 'acc-33' ? 'Tanchon Commercial Bank' : `Given${i} Family${i}`},19${60 + (i % 40)}-03-0${1 + (i % 9)},${countries[i % 8]},Street ${i}`,
  )
  const seen = (id: string, kind: string, value: string, month: number): string =>
    `${id},${kind},${value},2025-0${month}-01T00:00:00Z,2025-09-20T00:00:00Z,3`
  const rows = [
    ...ids.map((id) => seen(id, 'device', `own-machine-of-${id}`, 1)),
    ...shared.flatMap(([kind, value, holders]) =>
      holders.map((at) => seen(members[at] as string, kind, value, at + 1)),
    ),
    'acc-11,process,C:\\Tools\\AnyDesk.exe,,,',
    'acc-22,process,editor.exe,,,',
    'acc-3,process,teamviewer.exe,,,',
    'acc-3,device,no-time-at-all,soon,later,1',
  ]
  writeFileSync(
    join(cwd, 'accounts.csv'),
    `id,name,birthDate,country,address\n${accounts.join('\n')}\n`,
  )
  writeFileSync(
    join(cwd, 'seen.csv'),
    `account,kind,value,first_seen,last_seen,count\n${rows.join('\n')}\n`,
  )
})

type Answer = {
  readonly flags: readonly {
    readonly flag: string
    readonly name: string
    readonly evaluable: boolean
  }[]
  readonly counts: Readonly<Record<string, number>>
  readonly rejected: number
  readonly cases: readonly {
    readonly rank: number
    readonly title: string
    readonly subjects: readonly string[]
    readonly findings: readonly {
      readonly claim: string
      readonly weight: { readonly bits: number }
    }[]
    readonly ring?: {
      readonly ring: string
      readonly accounts: readonly string[]
      readonly bits: number
      readonly values: readonly {
        readonly kind: string
        readonly value: string
        readonly held_by: number
        readonly stated: readonly { readonly field: string }[]
        readonly seen: readonly {
          readonly account: string
          readonly first_seen: string
          readonly row: number
        }[]
      }[]
      readonly flags: readonly {
        readonly flag: string
        readonly accounts: number
        readonly not_seen: number
        readonly not_evaluable: number
        readonly seen: readonly { readonly account: string; readonly value: string }[]
      }[]
    }
  }[]
}

const check = async (name: string, ...words: string[]) => {
  const given = ['check', 'accounts.csv', 'seen.csv', '--report', name, ...words]
  const { exit, stdout, stderr } = await muster([...given, '--format', 'json'], { cwd })
  expect(exit, stderr).toBe(0)
  return {
    stdout,
    answer: JSON.parse(stdout) as Answer,
    page: readFileSync(join(cwd, name), 'utf8'),
  }
}

test('a ring over two channels is a case with all its facts, the same in two runs', async () => {
  const first = await check('first.html')
  const { ring, title, subjects, findings, rank } =
    first.answer.cases.find((each) => each.ring) ?? expect.fail('no ring')
  expect(title).toBe('Ring of 5 accounts')
  expect(subjects).toEqual([ring?.ring])
  expect(findings.map(({ claim }) => claim)).toEqual(['same_operator'])
  expect(findings[0]?.weight.bits).toBe(ring?.bits)
  expect(ring?.accounts).toEqual(members)
  expect(ring?.values.map(({ kind, value, held_by }) => [kind, value, held_by])).toEqual(
    shared.map(([kind, value, holders]) => [kind, value, holders.length]),
  )
  for (const [at, { seen, stated }] of (ring?.values ?? []).entries()) {
    const holders = shared[at]?.[2] ?? []
    expect(seen.map(({ account }) => account)).toEqual(holders.map((each) => members[each]))
    expect(seen.map(({ first_seen }) => first_seen.slice(0, 7))).toEqual(
      holders.map((each) => `2025-0${each + 1}`),
    )
    expect(stated.map(({ field }) => field)).toContain('birthDate')
  }
  // Rows count from the first below the header, as everywhere.
  expect(ring?.values[0]?.seen.map(({ row }) => row)).toEqual([121, 122, 123, 124])
  expect(first.answer.rejected).toBe(1)
  // Who has an account in a ring or a case of its own is not among those without a finding.
  expect(first.answer.counts).toMatchObject({ subjects: 120, clean: 115 })

  const second = await check('second.html')
  expect(second.stdout).toBe(first.stdout)
  expect(second.page).toBe(first.page)

  expect(first.page).toContain(`<article id="case-${rank}"`)
  expect(first.page).toContain('4 of 120 accounts')
  // A match of one of its accounts with a list is a case of its own, and is named beside.
  expect(first.page).toContain('Matches with lists.')
  for (const [, value] of shared) expect(first.page).not.toContain(value)
}, 60_000)

test('what else was seen at its accounts stands beside the ring, in none of its bits', async () => {
  const { answer, page } = await check('flags.html')
  const ring = answer.cases.find((each) => each.ring)?.ring ?? expect.fail('no ring')
  const [tool] = ring.flags.filter(({ accounts }) => accounts > 0)
  expect(tool).toMatchObject({
    flag: 'remote-access-tool',
    accounts: 1,
    not_seen: 1,
    not_evaluable: 3,
    seen: [{ account: 'acc-11', value: 'C:\\Tools\\AnyDesk.exe' }],
  })
  expect(page).toContain('1 of 5 accounts ran a tool for remote access')
  expect(page).toContain('Network KVM needs: ')
  const evaluable = answer.flags.filter((flag) => flag.evaluable).map(({ flag }) => flag)
  expect(ring.flags.map(({ flag }) => flag)).toEqual(evaluable)
  expect(answer.flags.find(({ flag }) => flag === 'kvm')).toMatchObject({
    name: 'Network KVM',
    evaluable: false,
  })
  expect(page).not.toContain('AnyDesk.exe')
  const { stdout } = await muster(
    ['rings', 'accounts.csv', '--observations', 'seen.csv', '--format', 'jsonl'],
    { cwd },
  )
  const line = JSON.parse(stdout) as typeof ring
  expect(line.flags.map(({ flag, accounts }) => [flag, accounts])).toEqual(
    ring.flags.map(({ flag, accounts }) => [flag, accounts]),
  )
  expect(line.bits).toBe(ring.bits)
}, 60_000)

test('shared values stand in the report in full where that is asked for', async () => {
  const { page } = await check('open.html', '--show-values')
  for (const [, value] of shared) expect(page).toContain(value)
}, 60_000)

test('with a key nothing that accounts share is readable in any answer', async () => {
  const given = ['check', 'accounts.csv', 'seen.csv', '--report', 'keyed.html', '--show-values']
  const env = { MUSTER_OBSERVATIONS_KEY: 'secret.key' }
  const { stdout } = await muster([...given, '--format', 'json'], { cwd, env })
  const ring = (JSON.parse(stdout) as Answer).cases.find((each) => each.ring)?.ring
  expect(ring?.values.map(({ value }) => value)).toEqual(
    shared.map(() => expect.stringMatching(/^[0-9a-f]{64}$/)),
  )
  const page = readFileSync(join(cwd, 'keyed.html'), 'utf8')
  for (const [, value] of shared) expect(stdout + page).not.toContain(value)
}, 60_000)

test('what an operator knows of an agency clears what accounts share with it', async () => {
  const rows = shared.map(([kind, value]) => `${kind},${value},Made Up Agency`)
  writeFileSync(join(cwd, 'agencies.csv'), `kind,value,name\n${rows.join('\n')}\n`)
  const { answer } = await check('cleared.html', '--intermediaries', 'agencies.csv')
  expect(answer.cases.some((each) => each.ring)).toBe(false)
  expect(answer.counts).toMatchObject({ clean: 119 })
}, 60_000)
