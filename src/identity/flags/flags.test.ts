import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import table from '../../../data/account-flags.json' with { type: 'json' }
import schema from '../../../data/account-flags.schema.json' with { type: 'json' }
import { channelOf, type ListedValue } from '../../model/index.ts'
import { giveFile } from '../platform/given.fixture.ts'
import { type Given, type PlatformOptions, readPlatform } from '../platform/load.ts'
import { traits } from '../platform/platform.ts'
import { toPlatformFlags } from './flag-cards.ts'
import { flagTeller, type RingFlag } from './ring-flags.ts'
import { accountFlags } from './table.ts'

describe('the table of flags', () => {
  const check = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0])

  test('is as its schema says', () => {
    expect(check.safeParse(table).error?.issues ?? []).toEqual([])
  })

  test.each<[string, object]>([
    ['without a source', { sources: [] }],
    ['without an innocent explanation', { innocent: [] }],
    ['without what clears it', { clears: '' }],
    ['of a rule that is none', { rule: { form: 'guess' } }],
    ['of a field that is stated', { reads: 'nationality' }],
    ['of a source that nobody read', { sources: [{ who: 'x', date: '2025', as: 'hearsay' }] }],
  ])('a flag %s is refused', (_name, fault) => {
    expect(check.safeParse({ ...table, flags: [{ ...table.flags[0], ...fault }] }).success).toBe(
      false,
    )
  })

  test('names each flag once, the strongest first, of kinds of its channel', () => {
    const ids = accountFlags.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const strengths = accountFlags.map(({ strength }) => strength)
    expect(strengths).toEqual([...strengths].sort((a, b) => b - a))
    for (const { channel, kinds } of accountFlags)
      for (const kind of kinds) expect(channelOf(kind)).toBe(channel)
    // A flag is one bit of a 32-bit number.
    expect(ids.length).toBeLessThanOrEqual(32)
  })
})

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-flags-'))
})
afterAll(() => rm(folder, { recursive: true }))

const give = (name: string, text: string): Promise<Given> => giveFile(folder, name, text)

/** A row of an account: kind, value, and the day of 2025 on which it was first seen, if known. */
type Row = readonly [kind: string, value: string, day?: number]

const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`

const toCsv = (rows: readonly (readonly [string, ...Row])[]): string =>
  [
    'account,kind,value,first_seen',
    ...rows.map(([account, kind, value, day]) => {
      const time = day === undefined ? '' : new Date(Date.UTC(2025, 0, day)).toISOString()
      return [account, kind, quote(value), time].join(',')
    }),
  ].join('\n')

type Flags = ReadonlyMap<string, readonly RingFlag[]>

/** The flags of each account, as if it were a ring of its own. */
const flagsOf = async (
  accounts: Readonly<Record<string, readonly Row[]>>,
  options: PlatformOptions = {},
  records = 'id,name\n',
): Promise<Flags> => {
  const rows = Object.entries(accounts).flatMap(([account, own]) =>
    own.map((row) => [account, ...row] as const),
  )
  const observations = [await give('seen.csv', toCsv(rows))]
  const given = { accounts: [await give('accounts.csv', records)], observations }
  const { platform, flags } = await readPlatform(given, options)
  const tell = flagTeller(platform, flags)
  return new Map(platform.accounts.map((id, i) => [id, tell([i])]))
}

const listed = (kind: string, value: string, known: ListedValue['known']): ListedValue => ({
  kind,
  value,
  known,
  name: `listed ${value}`,
  place: 'line:1',
})

const lists: readonly ListedValue[] = [
  listed('network', '203.0.113.0/24', 'vpn'),
  listed('network', '198.51.100.0/24', 'hosting'),
  listed('mail_domain', 'quick.example', 'disposable'),
  listed('process', 'farhand.exe', 'remote_access'),
  listed('usb', '1209:0001 / Maker / Far Screen / 77', 'kvm'),
]

// The specimen of ICAO Doc 9303, and the same with a digit of its number changed.
const zone = `P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<
L898902C36UTO7408122F1204159ZE184226B<<<<<10`
const badZone = zone.replace('L898902C36', 'L898903C36')

type Example = { readonly [K in 'shows' | 'shows not' | 'is innocent']: readonly Row[] }

/** Of each flag an account that shows it, one that does not, and an honest one that looks alike. */
const examples: Readonly<Record<string, Example>> = {
  kvm: {
    shows: [['usb', 'ID 1d6b:0104 PiKVM Composite KVM Device']],
    'shows not': [['usb', '046d:c31c / Logitech / USB Keyboard']],
    'is innocent': [
      ['usb', '1d6b:0104'],
      ['usb', '0951:1666 Kingston Multifunction USB Device'],
    ],
  },
  'scripted-remote-desktop': {
    shows: [['process', '"C:\\crd\\remoting_start_host.exe" --code="x" --pin=123456']],
    'shows not': [['process', '/usr/bin/editor --new-window']],
    'is innocent': [['process', 'remoting_start_host --code="x" --name=work']],
  },
  'two-remote-access-tools': {
    shows: [
      ['process', 'AnyDesk.exe'],
      ['process', 'C:\\Tools\\FarHand.exe'],
    ],
    'shows not': [['process', 'editor.exe']],
    'is innocent': [
      ['process', 'TeamViewer.exe'],
      ['process', 'teamviewer_service.exe'],
    ],
  },
  'remote-access-tool': {
    shows: [['process', 'C:\\Program Files\\RustDesk\\rustdesk.exe --service']],
    'shows not': [['process', 'editor.exe']],
    'is innocent': [['process', 'C:\\AnyDesk\\manual-reader.exe']],
  },
  'document-check-digit': {
    shows: [['document', badZone]],
    'shows not': [['document', zone]],
    'is innocent': [['document', 'L898903C3']],
  },
  'several-documents': {
    shows: [
      ['document', 'A 100'],
      ['document', 'B 200'],
      ['document', 'C 300'],
    ],
    'shows not': [
      ['document', 'A 101'],
      ['document', 'a-101'],
      ['document', 'A101'],
    ],
    'is innocent': [
      ['document', 'A 102'],
      ['document', 'B 202'],
    ],
  },
  'payout-after-device': {
    shows: [
      ['device', 'first', 1],
      ['payout', 'p_first', 3],
      ['device', 'second', 90],
      ['payout', 'p_second', 94],
    ],
    'shows not': [
      ['device', 'own', 1],
      ['payout', 'p_own', 3],
    ],
    'is innocent': [
      ['device', 'laptop', 1],
      ['device', 'phone', 4],
      ['payout', 'p_bank', 2],
      ['payout', 'p_other', 8],
      ['device', 'new laptop', 100],
      ['payout', 'p_new', 140],
    ],
  },
  'payout-often': {
    shows: [
      ['payout', 'q_1', 1],
      ['iban', 'GB33BUKB20201555555555', 60],
      ['wallet', 'q_3', 120],
    ],
    'shows not': [['payout', 'q_4', 1]],
    'is innocent': [
      ['payout', 'q_5', 1],
      ['payout', 'q_6', 1],
      ['payout', 'q_7', 1],
      ['payout', 'q_8', 300],
    ],
  },
  'listed-networks-only': {
    shows: [
      ['ip', '203.0.113.1'],
      ['ip', '203.0.113.2:443'],
      ['ip', '198.51.100.3'],
    ],
    'shows not': [
      ['ip', '192.0.2.1'],
      ['ip', '192.0.2.2'],
      ['ip', '192.0.2.3'],
    ],
    'is innocent': [
      ['ip', '203.0.113.1'],
      ['ip', '203.0.113.2'],
      ['ip', '198.51.100.3'],
      ['ip', '192.0.2.1'],
    ],
  },
  'keep-awake': {
    shows: [['process', 'caffeine64.exe']],
    'shows not': [['process', 'editor.exe']],
    'is innocent': [['process', 'caffeine64-diary.exe']],
  },
  'voip-phone': {
    shows: [['phone', '+31 85 123 4567']],
    'shows not': [['phone', '+31 6 12345678']],
    'is innocent': [['phone', '+1 212 555 0100']],
  },
  'disposable-mailbox': {
    shows: [['email', 'Somebody@Mail.Quick.example']],
    'shows not': [['email', 'somebody@slow.example']],
    'is innocent': [['recovery_email', 'somebody@notquick.example']],
  },
}

/** Innocent accounts whose data cannot tell the flag at all. */
const untold = new Set(['document-check-digit', 'voip-phone'])

describe('each flag', () => {
  let told: Flags
  beforeAll(async () => {
    const accounts = Object.entries(examples).flatMap(([flag, example]) =>
      Object.entries(example).map(([which, rows]) => [`${flag} ${which}`, rows] as const),
    )
    told = await flagsOf(Object.fromEntries(accounts), { listed: lists })
  })
  const of = (flag: string, which: keyof Example): RingFlag =>
    told.get(`${flag} ${which}`)?.find((each) => each.flag === flag) ?? expect.fail('no flag')

  test('has examples', () => {
    expect(Object.keys(examples)).toEqual(accountFlags.map(({ id }) => id))
  })

  test.each(Object.keys(examples))('%s is seen where it is', (flag) => {
    const { accounts, not_seen, not_evaluable, seen } = of(flag, 'shows')
    expect([accounts, not_seen, not_evaluable]).toEqual([1, 0, 0])
    for (const row of seen) {
      expect(row.account).toBe(`${flag} shows`)
      expect(row.row).toBeGreaterThan(0)
    }
    expect(seen.length).toBeGreaterThan(0)
  })

  test.each(Object.keys(examples))('%s is looked for and not seen where it is not', (flag) => {
    const { accounts, not_seen, seen } = of(flag, 'shows not')
    expect([accounts, not_seen, seen]).toEqual([0, 1, []])
  })

  test.each(Object.keys(examples))('%s is not seen at an honest account alike', (flag) => {
    const { accounts, not_seen, not_evaluable } = of(flag, 'is innocent')
    expect(accounts).toBe(0)
    expect([not_seen, not_evaluable]).toEqual(untold.has(flag) ? [0, 1] : [1, 0])
  })

  test('that nothing was seen for is not evaluable, never clean', () => {
    for (const [account, flags] of told)
      for (const { flag, accounts, not_seen, not_evaluable } of flags) {
        const { kinds } = accountFlags.find(({ id }) => id === flag) ?? expect.fail('no flag')
        const [, own, which] = /^(.*) (shows not|shows|is innocent)$/.exec(account) ?? []
        const rows = examples[own as string]?.[which as keyof Example] ?? []
        if (!rows.some(([kind]) => kinds.includes(kind)))
          expect([flag, accounts, not_seen, not_evaluable]).toEqual([flag, 0, 0, 1])
      }
  })

  test('says what it saw', () => {
    const said = (flag: string) => of(flag, 'shows').seen.map(({ value, name }) => [value, name])
    expect(said('document-check-digit')).toEqual([
      ['L898903C3', 'check digit fails: document number, whole'],
    ])
    expect(said('kvm')).toEqual([['ID 1d6b:0104 PiKVM Composite KVM Device', 'PiKVM']])
    expect(said('two-remote-access-tools')).toEqual([
      ['AnyDesk.exe', 'AnyDesk'],
      ['C:\\Tools\\FarHand.exe', 'listed farhand.exe'],
    ])
    expect(said('listed-networks-only')).toEqual([
      ['198.51.100.3', 'hosting'],
      ['203.0.113.1', 'vpn'],
      ['203.0.113.2', 'vpn'],
    ])
    expect(said('payout-after-device')).toEqual([
      ['second', null],
      ['p_second', null],
    ])
  })
})

test('numbers that stand in one row of a record are one showing of papers', async () => {
  const records =
    'id,name,idNumber,passportNumber,taxNumber\nrecord,Some Name,A 1,B 2,C 3\nother,Name,A 9,,\n'
  const told = await flagsOf({ record: [['document', 'B2']] }, {}, records)
  const papers = told.get('record')?.find(({ flag }) => flag === 'several-documents')
  expect(papers).toMatchObject({ accounts: 0, not_seen: 1 })
})

test('without lists, what only they tell is not evaluable, which is told once for the platform', async () => {
  const told = ['listed-networks-only', 'disposable-mailbox']
  const rows = ['keep-awake', ...told].flatMap((flag) => examples[flag]?.shows ?? [])
  const observations = [await give('seen.csv', toCsv(rows.map((row) => ['a', ...row] as const)))]
  const flagsBy = async (listed: readonly ListedValue[]) => {
    const { platform, flags } = await readPlatform({ accounts: [], observations }, { listed })
    const cards = toPlatformFlags(flags).filter(({ evaluable }) => evaluable)
    const own = flagTeller(platform, flags)([0])
    expect(own.map(({ flag }) => flag)).toEqual(cards.map(({ flag }) => flag))
    return own.map(({ flag }) => flag)
  }
  const without = await flagsBy([])
  expect(without).toContain('keep-awake')
  expect(without).toEqual(expect.not.arrayContaining(told))
  expect(await flagsBy(lists)).toEqual(expect.arrayContaining([...without, ...told]))
})

test('with a key the same flags are seen, and their values are hashes', async () => {
  const accounts = Object.fromEntries(
    Object.entries(examples).map(([flag, { shows }]) => [flag, shows]),
  )
  const open = await flagsOf(accounts, { listed: lists })
  const closed = await flagsOf(accounts, { listed: lists, key: Buffer.from('a key') })
  for (const [account, flags] of open) {
    const own = closed.get(account) ?? []
    const counts = (all: readonly RingFlag[]) =>
      all.map((each) => [each.flag, each.accounts, each.not_seen, each.not_evaluable])
    expect(counts(own)).toEqual(counts(flags))
    for (const { value } of own.flatMap(({ seen }) => seen)) expect(value).toMatch(/^[0-9a-f]{64}$/)
  }
})

test('what is known of programs and USB devices tells rings that they are known tools, and no more', async () => {
  const rows = Object.values(examples).flatMap(({ shows }, i) =>
    shows.map((row) => [`a${i}`, ...row] as const),
  )
  const given = { accounts: [], observations: [await give('seen.csv', toCsv(rows))] }
  const tools = lists.filter(({ known }) => known === 'remote_access' || known === 'kvm')
  const [without, listing] = [
    await readPlatform(given),
    await readPlatform(given, { listed: tools }),
  ]
  expect(listing.flags).not.toEqual(without.flags)
  const [{ trait: before }, { trait: now, kind, kinds }] = [
    without.platform.values,
    listing.platform.values,
  ]
  const traitless = ({ platform }: typeof listing) => ({
    ...platform,
    values: { ...platform.values, trait: [] },
  })
  expect(traitless(listing)).toEqual(traitless(without))
  const told = [...now].flatMap((trait, value) =>
    trait === before[value] ? [] : [[kinds[kind[value] as number]?.kind, traits[trait]]],
  )
  expect(told.length).toBeGreaterThan(0)
  for (const [of, trait] of told) {
    expect(['process', 'usb']).toContain(of)
    expect(trait).toBe('known_tool')
  }
})

test('the order of rows changes nothing', async () => {
  const accounts = Object.entries(examples).map(([flag, { shows }]) => [flag, shows] as const)
  const turned = accounts.map(([flag, rows]) => [flag, [...rows].reverse()] as const).reverse()
  const plain = (flags: Flags) =>
    [...flags].map(([account, own]) => [
      account,
      own.map(({ seen, ...each }) => ({
        ...each,
        seen: seen.map(({ kind, value, name }) => [kind, value, name]),
      })),
    ])
  const options = { listed: lists }
  expect(plain(await flagsOf(Object.fromEntries(turned), options))).toEqual(
    plain(await flagsOf(Object.fromEntries(accounts), options)),
  )
})
