import type { FactRef } from './statement.ts'

/** 1/1000 of a bit, always whole: sums are exact. */
export type Millibits = number

export type Outcome = 'agree' | 'partly' | 'differ' | 'unknown'

/**
 * One feature's contribution to one claim. `group` is its dependence group: pieces that rest on the
 * same fact share one, and the rule of the group has been applied before they are listed here.
 */
export type Evidence = {
  readonly feature: string
  readonly outcome: Outcome
  readonly left?: string
  readonly right?: string
  readonly millibits: Millibits
  readonly group: string
  readonly facts: readonly FactRef[]
  /** The innocent explanation a reviewer should think of. */
  readonly innocent?: string
  /** How the two agree or differ, in words a reviewer can check. */
  readonly how?: string
}

/** Nearest whole millibits of a weight in bits; ties away from zero so that sign is symmetric. */
export const toMillibits = (bits: number): Millibits =>
  Math.sign(bits) * Math.round(Math.abs(bits) * 1000) + 0

export const sumMillibits = (evidence: readonly Evidence[]): Millibits =>
  evidence.reduce((sum, piece) => sum + piece.millibits, 0)

/** Bits with three places, as printed everywhere. */
export const toBits = (millibits: Millibits): number => millibits / 1000

/** The one score function: the probability that a weight of evidence stands for, prior included. */
export const toScore = (millibits: Millibits): number => 1 / (1 + 2 ** (-millibits / 1000))
