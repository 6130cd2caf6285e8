/**
 * Status of all 193 states in a made-up register: `npm run bench -- obligations [STATEMENTS] [DELETIONS]`
 * (100,000 and 1,000). Prints the time to sort the register, to work out any day anew, with and without
 * the duties beside those on workers, to take one changed statement in, and how many deletions change
 * what their proofs do not hold, or the reverse. Every tenth statement of the deletions is graded anew.
 * The baseline of one changed statement works every state out again.
 */
import { cpus, loadavg } from 'node:os'
import type { StateStatement } from '../src/model/index.ts'
import { toSpan } from '../src/model/index.ts'
import { makeSwitchFinder } from '../src/obligations/find-switch.ts'
import { readRegister } from '../src/obligations/index.ts'
import { memberStates } from '../src/obligations/member-states.ts'
import { dutyStatusesOf } from '../src/obligations/owed/duty-status.ts'
import { type Cell, statementsOf } from '../src/obligations/proof.ts'
import {
  type Dossiers,
  replaceStatement,
  type Status,
  statusOf,
  toDossiers,
} from '../src/obligations/status.ts'
import type { Looking } from '../src/obligations/view.ts'
import { wildRegister } from '../tests/wild-register.ts'
import { dice } from './dice.ts'
import { madeRegister } from './obligations/made-register.ts'

const count = Number(process.argv[2] ?? 100_000)
const deletions = Number(process.argv[3] ?? 1000)
const throwDice = dice(20_191_222)
const states = memberStates.map(({ iso3 }) => iso3)
const day = (date: string): number => toSpan(date).last

const median = (all: readonly number[]): number =>
  [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] as number

/** Milliseconds by the clock, and of processor time, which a busy machine stretches less. */
type Time = { readonly clock: number; readonly processor: number }

const report = (what: string, all: readonly Time[]): void => {
  const clock = all.map((one) => one.clock)
  const shown = [median(clock), Math.min(...clock), Math.max(...clock)].map((ms) => ms.toFixed(2))
  const processor = median(all.map((one) => one.processor)).toFixed(2)
  console.log(
    what.padEnd(52),
    `median ${shown[0]} ms, ${shown[1]} to ${shown[2]}; processor ${processor} ms`,
  )
}

const time = <T>(times: Time[], work: () => T): T => {
  const start = performance.now()
  const before = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(before)
  times.push({ clock: performance.now() - start, processor: (user + system) / 1000 })
  return result
}

const allDuties = (dossiers: Dossiers, looking: Looking): number =>
  states.reduce((sum, state) => sum + dutyStatusesOf(dossiers, state, looking).length, 0)

const all = (dossiers: Dossiers, looking: Looking): readonly Status[] =>
  states.map((state) => statusOf(dossiers, state, looking))

const measure = (
  name: string,
  statements: readonly StateStatement[],
  findSwitches?: Looking['findSwitches'],
): void => {
  const [sorted, days, one]: [Time[], Time[], Time[]] = [[], [], []]
  const dossiers = time(sorted, () => toDossiers(statements))
  const anyDay = (): Looking => ({
    on: day('2006-10-14') + throwDice(day('2026-11-24') - day('2006-10-14')),
    known: day('2018-01-01') + throwDice(3000),
    findSwitches,
  })
  for (let round = 0; round < 11; round++) {
    const looking = anyDay()
    time(days, () => all(dossiers, looking))
  }
  const today: Looking = { on: day('2023-12-31'), known: day('2023-12-31'), findSwitches }
  const late: Time[] = []
  for (let round = 0; round < 5; round++) time(late, () => all(dossiers, today))
  const owed: Time[] = []
  for (let round = 0; round < 5; round++) {
    // Another day of knowledge each time: what holds of silent states is kept for one.
    const looking = { ...today, known: today.known - round }
    time(owed, () => allDuties(dossiers, looking))
  }
  for (let round = 0; round < 101; round++) {
    const old = statements[throwDice(statements.length)] as StateStatement
    const changed = { ...old, reliability: 'A', credibility: 2 } as const
    time(one, () => {
      const after = replaceStatement(dossiers, changed)
      return [statusOf(after, old.state, today), dutyStatusesOf(after, old.state, today)]
    })
  }
  console.log(`${name}: ${statements.length} statements`)
  report('sort the register', sorted)
  report('193 states, a random day since 2006', days)
  report('193 states, a day with all in scope (baseline)', late)
  report('their other duties, that day', owed)
  report('one changed statement, duties included', one)
}

const cellsOf = ({
  state: _,
  proof: __,
  ...cells
}: Status): readonly (readonly [string, Cell<unknown>])[] => Object.entries(cells)

const everyCell = (
  dossiers: Dossiers,
  state: string,
  looking: Looking,
): readonly (readonly [string, Cell<unknown>])[] => [
  ...cellsOf(statusOf(dossiers, state, looking)),
  ...dutyStatusesOf(dossiers, state, looking).map(
    ({ bound, status }) => [bound.duty.id, status] as const,
  ),
]

/** The register with every tenth statement that has a whole time graded anew. */
const gradeAnew = (statements: readonly StateStatement[]): readonly StateStatement[] =>
  statements.flatMap((one, at) =>
    at % 10 > 0 || !one.validFrom || !one.validTo
      ? [one]
      : [
          one,
          {
            ...one,
            id: `${one.id}-anew`,
            known: '2021-03-03',
            reliability: one.reliability === 'B' ? 'D' : 'B',
            credibility: 2,
            relation: 'corrects',
            target: one.id,
          } as const,
        ],
  )

const shown = ({ value, proof }: Cell<unknown>): string =>
  JSON.stringify([value, statementsOf(proof)])

const deleteSome = (statements: readonly StateStatement[]): void => {
  const dossiers = toDossiers(statements)
  let [cells, held, misses, extras, bare] = [0, 0, 0, 0, 0]
  for (let round = 0; round < deletions; round++) {
    const gone = statements[throwDice(statements.length)] as StateStatement
    const when = day('2018-01-01') + throwDice(2200)
    const looking = { on: when, known: when + throwDice(400) }
    const before = everyCell(dossiers, gone.state, looking)
    const said = dossiers.get(gone.state)?.said ?? []
    const kept = said.filter(({ id }) => id !== gone.id).map(({ statement }) => statement)
    const after = new Map(everyCell(toDossiers(kept), gone.state, looking))
    for (const [name, cell] of before) {
      const holds = statementsOf(cell.proof).includes(gone.id)
      const changed = shown(cell) !== shown(after.get(name) as Cell<unknown>)
      cells++
      if (cell.proof.says === '') bare++
      if (holds) held++
      if (changed && !holds) misses++
      if (holds && !changed) extras++
    }
  }
  console.log(
    `${deletions} deletions: ${cells} cells, ${held} whose proof held the statement, ${misses} misses, ${extras} extras, ${bare} cells without proof`,
  )
}

console.log(`load average ${loadavg()[0]?.toFixed(1)} on ${cpus().length} processors`)
const wild = wildRegister(throwDice, { count, states })
measure('made-up register', wild)
measure('register of honest sources', madeRegister(throwDice, states))
measure(
  'shipped register, with the detector of changed visas',
  await readRegister(),
  makeSwitchFinder(),
)
deleteSome(gradeAnew(wild))
