import type { Millibits } from '../../model/index.ts'
import {
  alignmentWeight,
  conflictWeight,
  information,
  isWhole,
  nameWeights,
  tokenWeight,
  wholeName,
} from '../../names/index.ts'
import { afterLeftovers } from './bound.ts'
import { bit } from './mask.ts'
import { Meetings } from './meetings.ts'
import { buildNameTable, type NameTable, rankTokens } from './name-table.ts'
import { type SpellingForms, Spellings } from './spellings.ts'
import { Tally } from './tally.ts'
import { type Plan, planSearch, type QueryTokens, type Unit } from './unit.ts'

/** A name of the index and the weight of its agreement with the name asked about. */
export type NameHit = { readonly name: number; readonly millibits: Millibits }

/** To walk over a name costs as much as to read about this many places of a unit. */
const walkedFor = 16

/**
 * Finds every name whose comparison with a name reaches a floor, without comparing them all. Each
 * token meets its spellings by deletions and kin keys; sums of the heaviest weights bound what a name
 * can reach (MaxScore, Turtle and Flood 1995), so the commonest tokens open no candidates where the
 * rest must be there anyway. The bound never lies below the weight of the full comparison: nothing
 * that comparing with every name token by token finds is lost; what whole names share without sharing
 * tokens (`wholeNameKeys`) is not looked for here.
 */
export class NameIndex {
  readonly table: NameTable
  readonly #spellings: Spellings
  readonly #tally: Tally
  readonly #meetings: Meetings
  /** Names that weigh less by their tokens than as a whole, by their tokens in one order. */
  readonly #light: ReadonlyMap<string, readonly number[]>

  constructor(table: NameTable, forms?: SpellingForms) {
    this.table = table
    this.#spellings = new Spellings(table, forms)
    this.#tally = new Tally(table.size)
    this.#meetings = new Meetings(table)
    this.#light = findLight(table)
  }

  static of(names: readonly (readonly string[])[]): NameIndex {
    return new NameIndex(buildNameTable(names))
  }

  /** The forms by which spellings are found, made now where they have not been needed yet. */
  get forms(): SpellingForms {
    return this.#spellings.forms
  }

  /**
   * All names that reach the floor (above 0), in id order. `floorOf` may tell a higher floor of a name;
   * it is asked late, because it may cost more than the comparison.
   */
  find(
    query: readonly string[],
    floor: Millibits,
    floorOf?: (name: number) => Millibits,
  ): NameHit[] {
    const asked = this.#take(query)
    const plan = planSearch(this.table, asked, floor)
    this.#gather(plan)
    this.#meetings.open(plan.units, query.length)
    const hits: NameHit[] = []
    for (let t = 0; t < this.#tally.count; t++) {
      const name = this.#tally.touched[t] as number
      const millibits = this.#weigh(name, asked, { floor, floorOf })
      if (millibits >= floor) hits.push({ name, millibits })
    }
    this.#meetings.close()
    this.#tally.clear()
    return this.#addWhole(query, floor, hits).sort((a, b) => a.name - b.name)
  }

  /** Leaves in the tally the names that may reach the floor. */
  #gather({ units, idle, slack, byInitials, need }: Plan): void {
    const tally = this.#tally
    // Where initials alone could reach the floor, every name is a candidate.
    if (byInitials >= need) tally.touchAll()
    for (const unit of units.slice(idle)) tally.add(unit)
    let open = slack
    tally.keep(need - open)
    for (let k = idle - 1; k >= 0; k--) {
      const unit = units[k] as Unit
      if (unit.cost > walkedFor * tally.count) break
      tally.addTouched(unit)
      open -= unit.most
      tally.keep(need - open)
    }
  }

  #take(query: readonly string[]): Asked {
    const infos = query.map(information)
    const initials: number[] = []
    for (let i = 0; i < query.length; i++) if ((query[i] as string).length === 1) initials.push(i)
    return { query, infos, initials, ways: this.#spellings.ways(query), ranked: rankTokens(infos) }
  }

  /** The weight of a candidate, or something below the floor where it cannot reach it. */
  #weigh(name: number, asked: Asked, { floor, floorOf }: Floors): Millibits {
    const meetings = this.#meetings
    const reach = meetings.walk(name) + asked.initials.length * nameWeights.initial
    if (reach < floor) return reach
    let { left } = meetings
    for (const i of asked.initials) left |= bit(i)
    const covered = { left, right: meetings.right }
    const rest = afterLeftovers(this.table, name, asked, covered, { reach, floor })
    if (rest < floor || (floorOf && rest < floorOf(name))) return Math.min(rest, floor - 1)
    const aligned = this.#align(name, asked)
    const own = tokensOf(this.table, name)
    if (isWhole(own, asked.query)) return Math.max(aligned, nameWeights.whole)
    return aligned < floor ? aligned : aligned + conflictWeight(asked.query, own)
  }

  #align(name: number, { query, infos, initials }: Asked): Millibits {
    const { starts, tokens, vocabulary, information: known } = this.table
    const from = starts[name] as number
    const end = starts[name + 1] as number
    const own: Millibits[] = []
    for (let k = from; k < end; k++) own.push(known[tokens[k] as number] as Millibits)
    return alignmentWeight(infos, own, (add) => {
      this.#meetings.list(add)
      for (const i of initials)
        for (let k = from; k < end; k++) {
          const token = vocabulary[tokens[k] as number] as string
          // A letter meets itself through its unit.
          if (token !== query[i]) add(i, k - from, 1, 1, tokenWeight(query[i] as string, token))
        }
    })
  }

  /** Names equal as a whole weigh at least so much, also where their tokens alone do not. */
  #addWhole(query: readonly string[], floor: Millibits, hits: NameHit[]): NameHit[] {
    const equal = this.#light.get(wholeName(query))
    if (!equal || nameWeights.whole < floor) return hits
    const others = hits.filter(({ name }) => !equal.includes(name))
    return [...others, ...equal.map((name) => ({ name, millibits: nameWeights.whole }))]
  }
}

/** A name that is asked about. */
type Asked = QueryTokens & {
  readonly query: readonly string[]
  /** Its tokens, rarest first. */
  readonly ranked: readonly number[]
}

type Floors = {
  readonly floor: Millibits
  readonly floorOf: ((name: number) => Millibits) | undefined
}

/** The tokens of a name of a table. */
const tokensOf = ({ starts, tokens, vocabulary }: NameTable, name: number): string[] => {
  const own: string[] = []
  for (let k = starts[name] as number; k < (starts[name + 1] as number); k++)
    own.push(vocabulary[tokens[k] as number] as string)
  return own
}

const findLight = (table: NameTable): Map<string, number[]> => {
  const { size, starts, tokens, information: known } = table
  const light = new Map<string, number[]>()
  for (let name = 0; name < size; name++) {
    const [from, end] = [starts[name] as number, starts[name + 1] as number]
    let own = 0
    for (let k = from; k < end; k++) own += known[tokens[k] as number] as number
    if (from === end || own >= nameWeights.whole) continue
    const key = wholeName(tokensOf(table, name))
    const others = light.get(key)
    if (others) others.push(name)
    else light.set(key, [name])
  }
  return light
}
