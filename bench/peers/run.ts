import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const python = process.env.MUSTER_PEERS_PYTHON ?? 'python3'

/**
 * What a script of this folder writes about an input, or why it wrote nothing. `MUSTER_PEERS_PYTHON` names
 * the interpreter where it is not `python3`.
 */
export const runPeer = (
  script: string,
  input: string,
): { readonly output: string } | { readonly failed: string } => {
  // Bundled into a folder of the checkout and run from there.
  const path = join(import.meta.dirname, '..', 'bench', 'peers', script)
  const ran = spawnSync(python, [path], { input, encoding: 'utf8', maxBuffer: 1 << 28 })
  if (!ran.error && ran.status === 0) return { output: ran.stdout }
  // A program that ends at once also breaks its input: what it said comes first.
  const said = ran.stderr?.trim().split('\n').at(-1)
  return { failed: said || (ran.error?.message ?? `exit ${ran.status}`) }
}
