/**
 * The pairs of `bench/names` (evaluation half) scored by another open matcher beside Muster:
 * nomenklatura's logic-v2, which opensanctions uses. Optional: `pip install nomenklatura`, and
 * `MUSTER_PEERS_PYTHON` names the interpreter where it is not `python3`.
 * `npm run bench -- peers [ROW…]`, rows by their start as in `bench/names`.
 *
 * Watchman (moov-io) is not here: it answers searches of its own lists by a server, not pairs.
 */
import { nameWeight, readName } from '../src/names/index.ts'
import { jaroWinkler } from './names/baselines.ts'
import type { RowPairs } from './names/pairs.ts'
import { loadRows } from './names/rows.ts'
import { remember } from './names/skeleton.ts'
import { measureRow, printHead, printRow, scoreRow } from './names/table.ts'
import { runPeer } from './peers/run.ts'

/** Scores of a row by logic-v2, or why there are none. */
const logicV2 = (row: RowPairs): Float64Array | string => {
  const input = row.pairs
    .map(({ schema, left, right }) => JSON.stringify([schema, left, right]))
    .join('\n')
  const ran = runPeer('logic_v2.py', input)
  if ('failed' in ran) return ran.failed
  const scores = Float64Array.from(ran.output.trim().split('\n'), Number)
  return scores.length === row.pairs.length ? scores : `${scores.length} scores`
}

const read = remember(readName)

const rows = await loadRows(process.argv.slice(2), ['evaluation'])
printHead()
for (const row of rows) {
  const weights = scoreRow(row, (a, b) => nameWeight(read(a), read(b)))
  const start = performance.now()
  const scores = logicV2(row)
  const spent = performance.now() - start
  if (typeof scores === 'string') {
    printRow(measureRow(row, [['muster', weights]]))
    console.log(row.row.padEnd(24), `logic-v2      skipped: ${scores}`)
    continue
  }
  printRow(
    measureRow(row, [
      ['muster', weights],
      ['logic-v2', scores],
      ['jaro-winkler', scoreRow(row, jaroWinkler)],
    ]),
  )
  const rate = Math.round((1000 * row.pairs.length) / spent)
  console.log(' '.repeat(24), `logic-v2: ${rate} pairs a second with its start`)
}
