import { runPeer } from '../peers/run.ts'
import type { TruthSet } from './sets.ts'

/** A grouping at one threshold: a person's number a row. */
export type Splinked = { readonly threshold: number; readonly persons: Int32Array }

/**
 * The groups that Splink finds at several thresholds, or why there are none. Optional: `pip install splink`;
 * `MUSTER_PEERS_PYTHON` names the interpreter.
 */
export const splink = ({ columns, rows }: TruthSet): readonly Splinked[] | string => {
  const ran = runPeer('splink_link.py', JSON.stringify({ columns, rows }))
  if ('failed' in ran) return ran.failed
  const answers = JSON.parse(ran.output) as { threshold: number; persons: number[] }[]
  return answers.map(({ threshold, persons }) => ({
    threshold,
    persons: Int32Array.from(persons),
  }))
}
