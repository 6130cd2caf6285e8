import {
  type Entity,
  type EntityId,
  type Evidence,
  entityId,
  type Finding,
  finding,
  type NewStatement,
  type Question,
  type Source,
} from '../../model/index.ts'
import type { AccountFlags } from '../flags/index.ts'
import type { Platform } from '../platform/platform.ts'
import { statedPairs } from './explain.ts'
import type { ValuePart } from './judge.ts'
import { type Dated, datePast, type KeptRings } from './past.ts'
import { type RingCase, toRingCases } from './ring-case.ts'
import { findRings, type Ring } from './rings.ts'
import { channels } from './shared-values.ts'

/** A platform with the files that it was read from, and the flags that stand beside its rings. */
export type Observed = {
  readonly platform: Platform
  readonly sources: readonly Source[]
  readonly flags?: AccountFlags
  /** What an earlier check kept of rings. */
  readonly kept?: KeptRings
}

/** The question of rings, and what it found rings to be: its subjects stand in no file. */
export type RingsQuestion = Question & {
  /** The rings of the last asking, each as an entity that names its accounts. */
  subjects(): Iterable<Entity>
  /** The same rings with all that a case shows of them, strongest first. */
  cases(): Iterable<RingCase>
  /** What to keep of them for the next check, and those that have ended. */
  kept(): KeptRings
}

/** Which accounts does one operator run? One finding a ring; its subject is the ring. */
export const ringsQuestion = (observed: Observed): RingsQuestion => {
  const entities: Entity[] = []
  const none: KeptRings = { held: [], ended: [] }
  let dated: Dated | undefined
  return {
    id: 'rings',
    asks: 'Which accounts does one operator run?',
    rule: () =>
      'A ring is found where one operator explains what accounts share better than chance, a household, a work place, a class, one person or a succession does, over two channels at least, the network not counted. What accounts state counts only as agreeing or not. The prior is 29 ring accounts in 10,000.',
    subjects: () => entities,
    cases: () =>
      dated
        ? toRingCases(dated.found, observed.sources, {
            pastOf: dated.pastOf,
            flags: observed.flags,
          })
        : [],
    kept: () => dated?.kept ?? none,
    async *ask(_facts, { asked, today }) {
      entities.length = 0
      dated = datePast(findRings(observed.platform), observed.kept ?? none, today)
      for (const ring of dated.found.rings) {
        const entity = toEntity(observed, ring)
        entities.push(entity)
        yield toFinding(observed, ring, entity.id)
        asked(entity.id, 0)
      }
    },
  }
}

const toFinding = (observed: Observed, ring: Ring, subject: EntityId): Finding =>
  finding({
    question: 'rings',
    claim: 'same_operator',
    subjects: [subject],
    weight: { kind: 'bits', prior: ring.prior, total: ring.total },
    evidence: [
      {
        feature: 'size',
        outcome: 'unknown',
        left: `${ring.accounts.length} accounts`,
        millibits: ring.size,
        group: 'size',
        facts: [],
        innocent: ring.rival,
        how: membersOf(observed, ring).join(', '),
      },
      ...statedPairs(observed.platform, ring)
        .filter(({ agree, conflict }) => agree + conflict > 0)
        .map(
          ({ field, agree, conflict, millibits }): Evidence => ({
            feature: field,
            outcome: conflict > agree ? 'differ' : 'agree',
            left: `${agree} pairs agree, ${conflict} differ`,
            millibits,
            group: 'stated',
            facts: [],
          }),
        ),
      ...ring.values.map((part) => toEvidence(observed, ring, part)),
    ],
  })

const toEvidence = ({ platform, sources }: Observed, ring: Ring, part: ValuePart): Evidence => {
  const { values, sightings, accounts } = platform
  const [from, to] = [
    sightings.start[part.value] as number,
    sightings.start[part.value + 1] as number,
  ]
  const members = new Set(ring.accounts)
  const facts: string[] = []
  for (let at = from; at < to; at++)
    if (members.has(sightings.account[at] as number))
      facts.push(`${sources[sightings.source[at] as number]?.id}/row:${sightings.row[at]}`)
  return {
    feature: values.kinds[values.kind[part.value] as number]?.kind as string,
    outcome: 'agree',
    left: values.key[part.value] as string,
    right: `${part.inside} of ${ring.accounts.length}; held by ${to - from} of ${accounts.length} accounts`,
    millibits: part.millibits,
    group: channels[part.channel] as string,
    facts,
    innocent: ring.rival,
  }
}

const membersOf = ({ platform }: Observed, { accounts }: Ring): readonly string[] =>
  [...accounts].map((account) => platform.accounts[account] as string)

/** A ring as an entity: its own name, and each of its accounts. */
const toEntity = ({ platform, sources }: Observed, ring: Ring): Entity => {
  const id = entityId('ring', ring.id)
  const say = (prop: string, value: string, place: string): NewStatement => ({
    source: sources[0]?.id as Source['id'],
    place,
    learned: sources[0]?.learned ?? null,
    entity: id,
    schema: 'Thing',
    prop,
    value,
  })
  const members = membersOf({ platform, sources }, ring)
  return {
    id,
    schema: 'Thing',
    key: ring.id,
    statements: [
      say('name', `Ring of ${members.length} accounts`, 'ring'),
      ...members.map((account) => say('account', account, `account:${account}`)),
    ],
  }
}
