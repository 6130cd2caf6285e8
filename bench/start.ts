/**
 * Start-up of the built program, against bare Node in the same run: `npm run bench -- start [TIMES]` (5).
 * Lowest and median wall time.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { dataFile } from '../tests/editions.ts'

const times = Number(process.argv[2] ?? 5)
const program = resolve('dist/muster.js')
const folder = mkdtempSync(join(tmpdir(), 'muster-bench-'))
const name = ['screen', '--name', 'Example Trading Corporation', '--quiet', '--format', 'jsonl']

const run = (words: readonly string[]): number => {
  const start = performance.now()
  spawnSync(process.execPath, words, { cwd: folder, stdio: 'ignore' })
  return performance.now() - start
}

const lists = dataFile('lists')
run([program, 'init', 'ws'])
run([program, 'lists', 'update', '--from', join(lists, 'un'), '--workspace', 'ws'])
run([program, 'lists', 'update', '--from', join(lists, 'ofac'), '--workspace', 'ws'])

const cases: readonly (readonly [what: string, words: readonly string[]])[] = [
  ['node, doing nothing', ['-e', '0']],
  ['muster --help', [program, '--help']],
  ['screen one name, starter list', [program, ...name]],
  ['screen one name, UN file', [program, ...name, '--lists', join(lists, 'un')]],
  ['screen one name, OFAC files', [program, ...name, '--lists', join(lists, 'ofac')]],
  ['screen one name, workspace of both', [program, ...name, '--workspace', 'ws']],
]
// Interleaved, so that a busy moment touches all of them.
const measured = new Map(cases.map(([what]) => [what, [] as number[]]))
for (let round = 0; round < times; round++)
  for (const [what, words] of cases) measured.get(what)?.push(run(words))
for (const [what, all] of measured) {
  all.sort((a, b) => a - b)
  const median = all[Math.floor(all.length / 2)] as number
  console.log(
    what.padEnd(38),
    `${Math.round(all[0] as number)} ms`,
    `median ${Math.round(median)} ms`,
  )
}
rmSync(folder, { recursive: true })
