import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { TruthSet } from './sets.ts'

const python = process.env.MUSTER_PEERS_PYTHON ?? 'python3'
// Bundled into a folder of the checkout and run from there.
const script = join(import.meta.dirname, '..', 'bench', 'peers', 'splink_link.py')

/** A grouping at one threshold: a person's number a row. */
export type Splinked = { readonly threshold: number; readonly persons: Int32Array }

/**
 * The groups that Splink finds at several thresholds, or why there are none. Optional: `pip install splink`,
 * and `MUSTER_PEERS_PYTHON` names the interpreter where it is not `python3`.
 */
export const splink = ({ columns, rows }: TruthSet): readonly Splinked[] | string => {
  const input = JSON.stringify({ columns, rows })
  const ran = spawnSync(python, [script], { input, encoding: 'utf8', maxBuffer: 1 << 28 })
  // A program that ends at once also breaks its input: what it said comes first.
  const said = ran.stderr?.trim().split('\n').at(-1)
  if (ran.error || ran.status !== 0) return said || (ran.error?.message ?? `exit ${ran.status}`)
  const answers = JSON.parse(ran.stdout) as { threshold: number; persons: number[] }[]
  return answers.map(({ threshold, persons }) => ({
    threshold,
    persons: Int32Array.from(persons),
  }))
}
