import { columns, makeWorld } from './made-people.ts'
import type { TruthSet } from './sets.ts'

/** People with ten records each, of which each has one to five mistakes. */
export const madeErrors = (records: number, seed = 20_261_130): TruthSet => {
  const world = makeWorld(seed)
  const rows: (readonly string[])[] = []
  const truth: number[] = []
  let person = 0
  for (const one of world.people(Math.round(records / 10))) {
    for (let at = 0; at < 10; at++) {
      rows.push(world.misstate(one, 1 + world.roll(5)))
      truth.push(person)
    }
    person++
  }
  return { name: `made ${records}`, columns, rows, truth }
}

/** So many people with a record each, and for each hundredth of them ten more with mistakes. */
export const madeMany = (people: number, seed = 20_261_201): TruthSet => {
  const world = makeWorld(seed)
  const rows: (readonly string[])[] = []
  const truth: number[] = []
  let person = 0
  for (const one of world.people(people)) {
    rows.push(one)
    truth.push(person)
    if (person % 100 === 0)
      for (let at = 0; at < 10; at++) {
        rows.push(world.misstate(one, 1 + world.roll(3)))
        truth.push(person)
      }
    person++
  }
  return { name: `made ${people}`, columns, rows, truth }
}
