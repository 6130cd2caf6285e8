/**
 * How well names are told apart, by language and script pair, against simple baselines.
 *
 * `npm run bench -- names` runs all rows on the evaluation half; words choose rows by their start:
 * `npm run bench -- names korean made-korean-hang`. Rows `made-…` are printed from name parts, all others are
 * pairs of names of official lists. Options: `--tuning` takes the tuning half instead, `--errors`
 * (always the tuning half) shows what Muster gets wrong in the rows: positives that a threshold at a
 * false-positive rate of 10^-4 loses and the highest-scoring negatives; `--errors 60` shows 60 of each.
 * `--only` leaves out the baselines, `--no-lattice` the lattices of languages. Look at evaluation pairs never: they are for measuring.
 *
 * Columns: positives, negatives; recall at false-positive rates of 10^-2, 10^-3 and 10^-4 (`*` where
 * there are too few negatives, so that none is allowed); precision at the last; area under the curve.
 */
import { parseArgs } from 'node:util'
import { type Name, nameWeight, readName } from '../src/names/index.ts'
import { exact, jaroWinkler, type Score, tokenSet } from './names/baselines.ts'
import { showErrors } from './names/errors.ts'
import type { Half } from './names/pairs.ts'
import { loadRows } from './names/rows.ts'
import { remember } from './names/skeleton.ts'
import { printHead, printRow } from './names/table.ts'

const { values: options, positionals: starts } = parseArgs({
  allowPositionals: true,
  options: {
    tuning: { type: 'boolean', default: false },
    only: { type: 'boolean', default: false },
    errors: { type: 'boolean', default: false },
    'no-lattice': { type: 'boolean', default: false },
  },
})
const shown = Number(starts.find((word) => /^\d+$/.test(word)) ?? 30)
const chosen = starts.filter((word) => !/^\d+$/.test(word))
const halves: Half[] = options.tuning || options.errors ? ['tuning'] : ['evaluation']

/** A name as Muster reads it, without its readings by language where the lattices are off. */
const read: (text: string) => Name = remember((text) => {
  const name = readName(text)
  return options['no-lattice'] ? { ...name, readings: name.readings.map(() => undefined) } : name
})
const muster: Score = (a, b) => nameWeight(read(a), read(b))

const baselines: readonly (readonly [string, Score])[] = [
  ['jaro-winkler', jaroWinkler],
  ['token-set', tokenSet],
  ['exact', exact],
]

const rows = await loadRows(chosen, halves)
printHead()
for (const row of rows) {
  const scores = printRow(row, 'muster', muster)
  if (options.errors) showErrors(row, scores, shown)
  if (options.only || options.errors) continue
  for (const [system, score] of baselines) printRow(row, system, score)
  console.log(' '.repeat(24), `kept apart ${row.apart}, homonyms left out ${row.homonyms}`)
}
