/**
 * Contradictions planted in registers without any: how many are found, and how many are told of nothing
 * that was planted: `npm run bench -- obligations-conflicts [REGISTERS]` (200), 20 conflicts in each.
 */
import { toSpan } from '../src/model/index.ts'
import { contradictionsOf } from '../src/obligations/contradictions.ts'
import { toDossiers } from '../src/obligations/status.ts'
import { toView } from '../src/obligations/view.ts'
import { dice } from './dice.ts'
import { judge, type Tally } from './obligations/judge.ts'
import { madeRegister } from './obligations/made-register.ts'
import { plantConflicts } from './obligations/plant.ts'

const registers = Number(process.argv[2] ?? 200)
const today = toSpan('2026-01-01').last
const tallies = new Map<string, Tally>()
let statementCount = 0
for (let seed = 1; seed <= registers; seed++) {
  const throwDice = dice(seed * 7919)
  const { statements, planted } = plantConflicts(throwDice, madeRegister(throwDice), 20)
  statementCount += statements.length
  const told = [...toDossiers(statements).values()].flatMap(
    (dossier) => contradictionsOf(toView(dossier, { on: today, known: today })).value,
  )
  judge(tallies, planted, told)
}
console.log(`${registers} registers, ${Math.round(statementCount / registers)} statements each`)
console.log('kind'.padEnd(12), 'planted', '  found', '   told', '  false')
const all: Tally = { planted: 0, found: 0, told: 0, false: 0 }
const show = (kind: string, tally: Tally): void => {
  const numbers = [tally.planted, tally.found, tally.told, tally.false]
  console.log(kind.padEnd(12), ...numbers.map((count) => String(count).padStart(7)))
}
for (const [kind, tally] of [...tallies].sort()) {
  show(kind, tally)
  for (const key of ['planted', 'found', 'told', 'false'] as const) all[key] += tally[key]
}
show('all', all)
console.log(
  `recall ${(all.found / all.planted).toFixed(4)}, false alarms ${((100 * all.false) / all.told).toFixed(2)} % of what is told`,
)
