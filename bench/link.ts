/**
 * How well `muster link` finds records of one person, and how fast: `npm run bench -- link [SET…]`, sets
 * by the start of their names; `--learned` shows what was learned of each field.
 */
import { Gatherer, type Linked, linkRows, pairsOfRows } from '../src/identity/persons/index.ts'
import { madeErrors, madeMany } from './link/made-sets.ts'
import { type LinkScore, scoreLinks } from './link/score.ts'
import { type TruthSet, truthSets } from './link/sets.ts'

const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const isWanted = (name: string): boolean =>
  wanted.length === 0 || wanted.some((start) => name.startsWith(start))

const link = ({ columns, rows }: TruthSet): { linked: Linked; seconds: number; steps: string } => {
  const [start, cpu] = [performance.now(), process.cpuUsage()]
  const gatherer = new Gatherer()
  const take = gatherer.open(columns)
  for (const cells of rows) take(cells)
  let [step, since] = ['gathering', start]
  const steps: string[] = []
  const close = (next: string): void => {
    steps.push(`${step} ${((performance.now() - since) / 1000).toFixed(2)}`)
    ;[step, since] = [next, performance.now()]
  }
  const linked = linkRows(gatherer.fields(), gatherer.rows, {
    reach: (next) => {
      if (next !== step) close(next)
    },
  })
  close('')
  const { user, system } = process.cpuUsage(cpu)
  steps.push(`processor ${((user + system) / 1e6).toFixed(2)}`)
  return { linked, seconds: (performance.now() - start) / 1000, steps: steps.join(', ') }
}

const showLearned = ({ layout, model, keys }: Linked): void => {
  console.log('  ', keys.join(' | '))
  for (const [at, field] of layout.fields.entries()) {
    const shares = Array.from({ length: 6 }, (_, nth) => {
      const cell = 8 * at + nth + 1
      const [match, other] = [model.match[cell] as number, model.other[cell] as number]
      return match > 0 ? `${match.toFixed(3)}/${other.toPrecision(2)}` : ''
    })
    console.log('    ', `${field.name} (${field.kind})`.padEnd(24), shares.join('  '))
  }
}

const show = (name: string, score: LinkScore, rest: string): void => {
  const { f1, precision, recall, bCubed, largest } = score
  const numbers = [f1, precision, recall, bCubed].map((share) => share.toFixed(4))
  console.log(name.padEnd(14), ...numbers, String(largest).padStart(6), rest)
}

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

const measure = (set: TruthSet): void => {
  const { linked, seconds, steps } = link(set)
  const score = scoreLinks(set.truth, linked.personOf)
  const { compared, crowded, ceiling } = linked
  const truly = process.argv.includes('--ceiling') ? ` (truly ${ceilingOf(set).toFixed(3)})` : ''
  show(
    set.name,
    score,
    `${seconds.toFixed(2)} s  ${compared} compared, ceiling ${ceiling.toFixed(3)}${truly}, crowded ${crowded}, prior ${linked.weights.prior}; ${steps}`,
  )
  if (process.argv.includes('--learned')) showLearned(linked)
}

console.log('set            F1     precision recall  B-cubed largest')
for await (const set of truthSets(isWanted)) measure(set)
if (isWanted('made 50000')) measure(madeErrors(Number(process.env.NREC ?? 50_000)))
const many = wanted.map((name) => /^many (\d+)$/.exec(name)?.[1]).find((count) => count)
if (many) measure(madeMany(Number(many)))
