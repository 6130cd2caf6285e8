/**
 * How well `muster link` finds records of one person, and how fast: `npm run bench -- link [SET…]`, sets
 * by the start of their names, `'many 1000000'` for so many people. Beside it two baselines: records that
 * are equal in all columns, and the plain recipe of Fellegi and Sunter in SQL with connected components; and Splink
 * where Python has it, at that of its thresholds which the truth likes best.
 * `--ceiling` counts what share of the true pairs was compared, `--steps` the time of each step and that of the
 * processor, `--learned`
 * shows what was learned of each field, `--alone` leaves the baselines out, `--threads=1` compares in one.
 */
import { availableParallelism } from 'node:os'
import { isMainThread } from 'node:worker_threads'
import { comparesInThreads, linkInThread } from '../src/cli/link-threads.ts'
import {
  Gatherer,
  type Linked,
  linkRows,
  linkRowsInThreads,
  pairsOfRows,
} from '../src/identity/persons/index.ts'
import { exactMatch } from './link/baselines.ts'
import { madeErrors, madeMany } from './link/made-sets.ts'
import { plainFellegiSunter } from './link/plain.ts'
import { type LinkScore, scoreLinks } from './link/score.ts'
import { type TruthSet, truthSets } from './link/sets.ts'
import { splink } from './link/splink.ts'

const threads = Number(
  /^--threads=(\d+)$/m.exec(process.argv.join('\n'))?.[1] ?? availableParallelism(),
)

const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const isWanted = (name: string): boolean =>
  wanted.length === 0 || wanted.some((start) => name.startsWith(start))

type Timed = { readonly linked: Linked; readonly seconds: number; readonly steps: string }

const link = async ({ columns, rows }: TruthSet): Promise<Timed> => {
  const [start, cpu] = [performance.now(), process.cpuUsage()]
  const gatherer = new Gatherer()
  const take = gatherer.open(columns)
  for (const cells of rows) take(cells)
  let [step, since, used] = ['gathering', start, cpu]
  const steps: string[] = []
  const close = (next: string): void => {
    const [wall, busy] = [(performance.now() - since) / 1000, toSeconds(process.cpuUsage(used))]
    steps.push(`${step} ${wall.toFixed(2)} (${busy.toFixed(2)})`)
    ;[step, since, used] = [next, performance.now(), process.cpuUsage()]
  }
  const linked = await linkRowsInThreads(gatherer.fields(), gatherer.rows, {
    reach: (next) => {
      if (next !== step) close(next)
    },
    compareInThreads: comparesInThreads(new URL(import.meta.url), threads),
  })
  close('')
  steps.push(`processor ${toSeconds(process.cpuUsage(cpu)).toFixed(2)}`)
  return { linked, seconds: (performance.now() - start) / 1000, steps: steps.join(', ') }
}

const toSeconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1e6

const showLearned = ({ kind, rows, layout, model, keys }: Linked['tables'][number]): void => {
  console.log('  ', kind, rows.length, keys.join(' | '))
  console.log(
    '   prior',
    model.prior,
    'kin',
    model.kin.prior,
    model.kin.isOwn.join(),
    Array.from(model.dependence.parents).join(),
  )
  for (const [at, field] of layout.fields.entries()) {
    const shares = Array.from({ length: 6 }, (_, nth) => {
      const cell = 8 * at + nth + 1
      const [match, other] = [model.match[cell] as number, model.other[cell] as number]
      return match > 0 ? `${match.toFixed(3)}/${other.toPrecision(2)}` : ''
    })
    console.log('    ', `${field.name} (${field.kind})`.padEnd(24), shares.join('  '))
  }
}

type Shown = { readonly found: Int32Array; readonly seconds: number; readonly rest: string }

const show = ({ name, truth }: TruthSet, by: string, { found, seconds, rest }: Shown): void => {
  const { f1, precision, recall, bCubed, largest }: LinkScore = scoreLinks(truth, found)
  const numbers = [f1, precision, recall, bCubed].map((share) => share.toFixed(4))
  const time = `${seconds.toFixed(2)} s`.padStart(9)
  console.log(name.padEnd(13), by.padEnd(10), ...numbers, String(largest).padStart(7), time, rest)
}

const isAsked = (option: string): boolean => process.argv.includes(option)

/** Share of the true pairs that a key brought together or that state the same. */
const ceilingOf = ({ columns, rows, truth }: TruthSet): number => {
  const gatherer = new Gatherer()
  const take = gatherer.open(columns)
  for (const cells of rows) take(cells)
  const least = Number.NEGATIVE_INFINITY
  const linked = linkRows(gatherer.fields(), gatherer.rows, { reach: () => undefined, least })
  let found = 0
  for (const { a, b } of pairsOfRows(linked, least)) if (truth[a] === truth[b]) found++
  const sizes = new Map<string | number, number>()
  for (const person of truth) sizes.set(person, (sizes.get(person) ?? 0) + 1)
  return found / [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0)
}

const measure = async (set: TruthSet): Promise<void> => {
  const { linked, seconds, steps } = await link(set)
  const { compared, crowded, ceiling } = linked
  const truly = isAsked('--ceiling') ? ` (truly ${ceilingOf(set).toFixed(3)})` : ''
  show(set, 'muster', {
    found: linked.personOf,
    seconds,
    rest: `${compared} compared, ceiling ${ceiling.toFixed(3)}${truly}, crowded ${crowded}`,
  })
  if (isAsked('--steps')) console.log('  ', steps)
  if (isAsked('--learned')) for (const table of linked.tables) showLearned(table)
  if (isAsked('--alone')) return
  for (const [name, baseline] of baselines) {
    if (baseline === plainFellegiSunter && set.columns.length > mostColumns) {
      console.log(
        set.name.padEnd(13),
        name.padEnd(10),
        `left out: more than ${mostColumns} columns`,
      )
      continue
    }
    const start = performance.now()
    const found = await baseline(set)
    show(set, name, { found, seconds: (performance.now() - start) / 1000, rest: '' })
  }
  measureSplink(set)
}

const measureSplink = (set: TruthSet): void => {
  const start = performance.now()
  const answers = splink(set)
  if (typeof answers === 'string') {
    console.log(set.name.padEnd(13), 'splink'.padEnd(10), `left out: ${answers}`)
    return
  }
  const seconds = (performance.now() - start) / 1000
  const scored = answers.map(({ threshold, persons }) => ({
    found: persons,
    rest: `best of ${answers.length} thresholds, ${threshold}; with its start`,
    f1: scoreLinks(set.truth, persons).f1,
  }))
  const [best] = scored.sort((a, b) => b.f1 - a.f1)
  if (best) show(set, 'splink', { ...best, seconds })
}

/** The plain recipe makes a rule of each two columns. */
const mostColumns = 20

const baselines: readonly (readonly [
  name: string,
  link: (set: TruthSet) => Int32Array | Promise<Int32Array>,
])[] = [
  ['all equal', exactMatch],
  ['plain FS', plainFellegiSunter],
]

const measureAll = async (): Promise<void> => {
  console.log('set           by         F1     prec.  recall B-cubed largest     time')
  for await (const set of truthSets(isWanted)) await measure(set)
  if (isWanted('made')) await measure(madeErrors(50_000))
  const many = wanted.map((name) => /^many (\d+)$/.exec(name)?.[1]).find((count) => count)
  if (many) await measure(madeMany(Number(many)))
  const peak = Math.round(process.resourceUsage().maxRSS / 1024)
  console.log(`most memory ${peak} MB`)
}

// Threads start from the same file.
if (isMainThread) await measureAll()
else linkInThread()
