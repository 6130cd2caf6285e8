import type { Evidence, Millibits } from './evidence.ts'
import { canonicalJson, type Hash, sha256 } from './hash.ts'
import type { EntityId, FindingId } from './ids.ts'

/** What a finding asserts. Bits of different claims are never added. */
export type Claim =
  | 'is_designated'
  | 'same_person'
  | 'same_operator'
  | 'brings_duties'
  /** An address of the subject is one of a theft, or of a designated owner. */
  | 'uses_address'
  /** Value of a theft, or of a designated owner, came to addresses of the subject. */
  | 'received_value'
  /** Value of the subject's addresses went where the evidence says. */
  | 'passed_value'
  /** Value that came to a mixer or service may have come out of it to another address, or to one of the subject. */
  | 'may_continue'

export type Weight =
  | { readonly kind: 'bits'; readonly prior: Millibits; readonly total: Millibits }
  | {
      readonly kind: 'amount'
      readonly asset: string
      readonly amount: bigint
      readonly low: bigint
      readonly high: bigint
    }
  | { readonly kind: 'graded'; readonly label: string; readonly flips: readonly string[] }

/** One claim about its subjects with its weight and evidence. */
export type Finding = {
  readonly id: FindingId
  readonly revision: Hash
  readonly question: string
  readonly claim: Claim
  readonly subjects: readonly [EntityId, ...EntityId[]]
  readonly weight: Weight
  readonly evidence: readonly Evidence[]
}

/** The id says which claim about whom; the revision says on what evidence and weight. */
export const finding = (parts: Omit<Finding, 'id' | 'revision'>): Finding => ({
  id: `fi-${sha256(canonicalJson([parts.claim, parts.subjects])).slice(0, 20)}` as FindingId,
  revision: revisionOf(parts.weight, parts.evidence),
  ...parts,
})

/**
 * Hash of weight and evidence without the references to facts: a new edition of a list that says
 * the same leaves the revision as it is.
 */
const revisionOf = (weight: Weight, evidence: readonly Evidence[]): Hash =>
  sha256(canonicalJson([weight, evidence.map(({ facts: _facts, ...said }) => said)])).slice(0, 20)
