import type { CaseFlag, CaseValue, PlatformFlag, RingCase } from '../../identity/index.ts'
import {
  entityId,
  type Finding,
  finding,
  type Source,
  sha256,
  sourceId,
} from '../../model/index.ts'
import type { ReportCase } from '../report.ts'

// A ring of three made-up accounts over two channels.

export const observations: Source = {
  id: sourceId('observations', sha256('in/observations.csv')),
  path: 'in/observations.csv',
  sha256: sha256('in/observations.csv'),
  kind: 'observations',
  bytes: 4_200,
  learned: null,
}

type Shared = Pick<CaseValue, 'kind' | 'value' | 'channel' | 'bits'> & {
  readonly holders: readonly [account: string, first: string | null, last: string | null][]
}

const toCaseValue = ({ holders, ...shared }: Shared, place: number): CaseValue => ({
  ...shared,
  held_by: holders.length + 1,
  in_ring: holders.length,
  rival: { kind: 'household', bits: 1.5 },
  without:
    place === 0 ? { bits: null, accounts: 0, rings: 0 } : { bits: 4.25, accounts: 3, rings: 1 },
  stated: [{ field: 'birthDate', agree: 0, conflict: holders.length - 1 }],
  seen: holders.map(([account, first_seen, last_seen], i) => ({
    account,
    first_seen,
    last_seen,
    source: observations.id,
    row: 10 * (place + 1) + i,
  })),
})

const shared: readonly Shared[] = [
  {
    kind: 'device',
    value: 'device-secret-7781',
    channel: 'endpoint',
    bits: 8.25,
    holders: [
      ['acc-1', '2025-01-03T10:00Z', '2025-02-01T10:00Z'],
      ['acc-2', '2025-02-03T10:00Z', '2025-04-01T10:00Z'],
      ['acc-3', '2025-04-02T10:00Z', '2025-04-02T10:00Z'],
    ],
  },
  {
    kind: 'payout',
    value: 'payout-secret-1203',
    channel: 'money',
    bits: 7.5,
    holders: [
      ['acc-1', null, null],
      ['acc-3', '2025-03-01T00:00Z', '2025-06-30T00:00Z'],
    ],
  },
]

const values = shared.map(toCaseValue)

const toFlag = (
  flag: string,
  { name, says, evaluable }: Pick<PlatformFlag, 'name' | 'says' | 'evaluable'>,
): PlatformFlag => ({
  flag,
  name,
  channel: 'endpoint',
  says,
  evaluable,
  needs: `What ${flag} needs.`,
  looks_for: `What ${flag} is.`,
  why: `Why ${flag} tells something.`,
  sources: [
    { who: 'A public report', date: '2025-01-02', as: 'text' },
    { who: 'Another', date: '2026', as: 'summaries' },
  ],
  innocent: ['a session with support', 'own other machine'],
  clears: `What clears ${flag}.`,
})

/** What the flags beside rings are; the last can be told of no account. */
export const platformFlags: readonly PlatformFlag[] = [
  toFlag('made-up-tool', {
    name: 'Made-up tool',
    says: 'were seen with a made-up tool',
    evaluable: true,
  }),
  toFlag('made-up-number', { name: 'Made-up number', says: 'gave one', evaluable: true }),
  toFlag('made-up-box', { name: 'Made-up box', says: 'had a box', evaluable: true }),
  toFlag('made-up-key', { name: 'Made-up key', says: 'had a key', evaluable: false }),
]

/** One that an account shows, one that was looked for, and one that its accounts cannot show. */
const flags: readonly CaseFlag[] = [
  {
    flag: 'made-up-tool',
    accounts: 1,
    not_seen: 1,
    not_evaluable: 1,
    seen: [
      {
        account: 'acc-2',
        kind: 'process',
        value: 'tool-secret.exe',
        name: 'Tool One',
        source: observations.id,
        row: 31,
      },
    ],
  },
  { flag: 'made-up-number', accounts: 0, not_seen: 2, not_evaluable: 1, seen: [] },
  { flag: 'made-up-box', accounts: 0, not_seen: 0, not_evaluable: 3, seen: [] },
]

export const ring: RingCase = {
  ring: 'ring-0123456789ab',
  accounts: ['acc-1', 'acc-2', 'acc-3'],
  bits: 9.324,
  low: 6.05,
  high: 11.1,
  channels: ['endpoint', 'money'],
  prior: -8.426,
  rival: { kind: 'household', bits: 2 },
  stated: [{ field: 'birthDate', agree: 0, conflict: 3, bits: 0 }],
  values,
  weakest: {
    kind: 'device',
    value: 'device-secret-7781',
    without: { bits: null, accounts: 0, rings: 0 },
  },
  linked_rings: ['ring-ba9876543210'],
  links: [{ ring: 'ring-ba9876543210', values: [{ kind: 'phone', value: '+10…99' }] }],
  was: [],
  change: null,
  decided: [],
  new_bits: null,
  of: 102_000,
  flags,
}

const subject = entityId('ring', ring.ring)

export const ringFinding: Finding = finding({
  question: 'rings',
  claim: 'same_operator',
  subjects: [subject],
  weight: { kind: 'bits', prior: -8_426, total: 9_324 },
  evidence: [
    {
      feature: 'size',
      outcome: 'unknown',
      left: '3 accounts',
      millibits: 2_000,
      group: 'size',
      facts: [],
    },
    {
      feature: 'birthDate',
      outcome: 'differ',
      left: '0 pairs agree, 3 differ',
      millibits: 0,
      group: 'stated',
      facts: [],
    },
    ...values.map(({ kind, value, channel, bits }) => ({
      feature: kind,
      outcome: 'agree' as const,
      left: value,
      millibits: bits * 1000,
      group: channel,
      facts: [],
    })),
  ],
})

export const ringCase = (rank: number): ReportCase => ({
  case: {
    id: 'case-ring0' as ReportCase['case']['id'],
    title: 'Ring of 3 accounts',
    subjects: [subject],
    findings: [ringFinding.id],
    priority: { rank, why: 'heaviest finding +9.324 bits, 1 finding' },
    marking: 'RED',
  },
  subjects: [{ id: subject, schema: 'Thing', key: ring.ring, statements: [] }],
  findings: [{ finding: ringFinding, tied: 1 }],
  cut: 0,
  ring,
})
