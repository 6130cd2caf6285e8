/**
 * How well names are told apart, by language and script pair, against simple baselines.
 *
 * `npm run bench -- names` runs all rows on the evaluation half; words choose rows by their start:
 * `npm run bench -- names korean made-korean-hang`. Rows `made-…` are printed from name parts, all others are
 * pairs of names of official lists. Options: `--tuning` takes the tuning half instead, `--errors`
 * (always the tuning half) shows what Muster gets wrong in the rows: positives that a threshold at a
 * false-positive rate of 10^-4 loses and the highest-scoring negatives; `--errors 60` shows 60 of each.
 * `--only` leaves out the baselines and Muster without its lattices of languages (`no-lattice`);
 * `--write` writes `docs/measured/names.md`. Look at evaluation pairs never: they are for measuring.
 *
 * Columns: positives, negatives; recall at false-positive rates of 10^-2, 10^-3 and 10^-4 (`*` where
 * there are too few negatives, so that none is allowed); precision at the last; area under the curve.
 */
import { parseArgs } from 'node:util'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { type Name, nameWeight, readName } from '../src/names/index.ts'
import { exact, jaroWinkler, tokenSet } from './names/baselines.ts'
import { showErrors } from './names/errors.ts'
import { writeNames } from './names/page.ts'
import type { Half, RowPairs } from './names/pairs.ts'
import { loadRows } from './names/rows.ts'
import { remember } from './names/skeleton.ts'
import {
  type MeasuredRow,
  measureRow,
  printHead,
  printRow,
  type System,
  scoreRow,
} from './names/table.ts'

/** Rows are shared out among so many threads, each of which makes its own. */
const threads = 2
const words: string[] = isMainThread ? process.argv.slice(2) : workerData.words
const { values: options, positionals: starts } = parseArgs({
  args: words,
  allowPositionals: true,
  options: {
    tuning: { type: 'boolean', default: false },
    only: { type: 'boolean', default: false },
    errors: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
})
const shown = Number(starts.find((word) => /^\d+$/.test(word)) ?? 30)
const chosen = starts.filter((word) => !/^\d+$/.test(word))
const halves: Half[] = options.tuning || options.errors ? ['tuning'] : ['evaluation']

/** Threads by the letters of a row, so that a language's lists and made rows spread. */
const shareOf = (row: string): number =>
  [...row].reduce((sum, letter) => (31 * sum + letter.charCodeAt(0)) % 1009, 7) % threads

const read: (text: string) => Name = remember(readName)
/** A name without its readings by language: words of letters, like any other. */
const readPlainly: (text: string) => Name = remember((text) => {
  const name = read(text)
  return { ...name, readings: name.readings.map(() => undefined) }
})

const muster: System = ['muster', (a, b) => nameWeight(read(a), read(b))]
const compared: readonly System[] = [
  ['no-lattice', (a, b) => nameWeight(readPlainly(a), readPlainly(b))],
  ['jaro-winkler', jaroWinkler],
  ['token-set', tokenSet],
  ['exact', exact],
]
const systems: readonly System[] = options.only ? [muster] : [muster, ...compared]

const tellRow = (row: RowPairs): MeasuredRow =>
  measureRow(
    row,
    systems.map(([name, score]) => [name, scoreRow(row, score)]),
  )

/** Rows of one thread as they are measured; all wait for each other's, to be printed in order. */
const measureInThread = (thread: number, tell: (row: MeasuredRow) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(import.meta.filename, { workerData: { words, thread } })
    worker.on('message', tell)
    worker.on('error', reject)
    worker.on('exit', () => resolve())
  })

if (!isMainThread) {
  const mine = (row: string): boolean => shareOf(row) === workerData.thread
  for (const row of await loadRows(chosen, halves, mine)) parentPort?.postMessage(tellRow(row))
} else if (options.errors) {
  printHead()
  for (const row of await loadRows(chosen, halves)) {
    const scores = scoreRow(row, muster[1])
    printRow(measureRow(row, [['muster', scores]]))
    showErrors(row, scores, shown)
  }
} else {
  const measured: MeasuredRow[] = []
  await Promise.all(
    Array.from({ length: threads }, (_, thread) =>
      measureInThread(thread, (row) => measured.push(row)),
    ),
  )
  measured.sort((a, b) => Number(a.row > b.row) - Number(a.row < b.row))
  printHead()
  measured.forEach(printRow)
  if (options.write) writeNames(measured, `names ${words.join(' ')}`)
}
