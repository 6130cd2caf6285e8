import { beforeAll, describe, expect, test } from 'vitest'
import { type StateStatement, toSpan } from '../model/index.ts'
import { makeSwitchFinder } from './find-switch.ts'
import { type Cell, statementsOf } from './proof.ts'
import { readRegister } from './register.ts'
import { type Dossiers, type Status, statusOf, toDossiers } from './status.ts'
import type { Looking } from './view.ts'

let register: readonly StateStatement[] = []
let dossiers: Dossiers = new Map()
beforeAll(async () => {
  register = await readRegister()
  dossiers = toDossiers(register)
})

const findSwitches = makeSwitchFinder()

const on = (date: string): Looking => {
  const day = toSpan(date).last
  return { on: day, known: day, findSwitches }
}

const labels = (looking: Looking): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...dossiers.keys()]
      .map((state) => statusOf(dossiers, state, looking))
      .filter(({ label }) => label.value !== 'no_information')
      .map(({ state, label }) => [state, label.value]),
  )

const shown = ({ value, proof }: Cell<unknown>): string =>
  JSON.stringify([value, statementsOf(proof)])

const cellsOf = ({ state: _, proof: __, ...cells }: Status): readonly [string, Cell<unknown>][] =>
  Object.entries(cells)

describe('the shipped register', () => {
  test('says of few states on 1 April 2020 more than nothing', () => {
    expect(labels(on('2020-04-01'))).toEqual({
      POL: 'reported_clear',
      QAT: 'reported_residual',
      RUS: 'overdue_admitted',
      THA: 'breach_indicated',
    })
  })

  test('has a visa switch, an admission and a reason that the text does not know for Russia', () => {
    const { presence, authorisation, excuse, headcount } = statusOf(
      dossiers,
      'RUS',
      on('2020-04-01'),
    )
    expect([presence.value, authorisation.value, excuse.value, headcount.value]).toEqual([
      'admitted',
      'visa_switch_indicated',
      'non-legal_reason_given',
      { lo: 511, hi: 511 },
    ])
  })

  test('has the contradictions that are known of it', () => {
    const { contradictions } = statusOf(dossiers, 'RUS', on('2026-11-24'))
    const sums = contradictions.value.filter(({ kind }) => kind === 'sum')
    const sides = sums.map((one) => one.sides[1].says.split('= ').at(-1))
    expect(sides).toContain('366')
    expect(sides).toContain('13,227')
  })

  test('has proofs that hold exactly the statements whose deletion changes their cell', () => {
    const today = on('2026-11-24')
    const before = new Map(
      [...dossiers.keys()].map((state) => [state, statusOf(dossiers, state, today)]),
    )
    for (const gone of register) {
      const kept = register.filter((one) => one !== gone && one.state === gone.state)
      const after = statusOf(toDossiers(kept), gone.state, today)
      for (const [name, cell] of cellsOf(before.get(gone.state) as Status)) {
        const holds = statementsOf(cell.proof).includes(gone.id)
        const changed = shown(cell) !== shown(after[name as 'label'])
        expect([gone.id, name, changed]).toEqual([gone.id, name, holds])
      }
    }
  })
})
