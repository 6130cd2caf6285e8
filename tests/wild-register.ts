import type { Dice } from '../bench/dice.ts'
import type { StateStatement } from '../src/model/index.ts'

type Shape = Pick<StateStatement, 'prop' | 'kind' | 'unit' | 'cohort'>

const shapes: readonly Shape[] = [
  { prop: 'headcount', kind: 'stock' },
  { prop: 'headcount', kind: 'stock' },
  { prop: 'headcount', kind: 'stock' },
  { prop: 'headcount', kind: 'stock', cohort: 'c-1' },
  { prop: 'headcount', kind: 'plan' },
  { prop: 'sighting' },
  { prop: 'claimed_zero' },
  { prop: 'denial' },
  { prop: 'entered', kind: 'flow' },
  { prop: 'returned', kind: 'flow' },
  { prop: 'share_working', unit: 'percent' },
  { prop: 'finding' },
  { prop: 'finding', unit: 'authorisations' },
  { prop: 'finding', unit: 'reports' },
  { prop: 'authorisation_granted' },
  { prop: 'permits', kind: 'stock' },
  { prop: 'permits', kind: 'flow' },
  { prop: 'visas', kind: 'visas', cohort: 'work' },
  { prop: 'visas', kind: 'visas', cohort: 'student' },
  { prop: 'visa_switch' },
  { prop: 'exception_claimed' },
  { prop: 'exception_shown' },
  { prop: 'reason_given' },
  { prop: 'report_filed', unit: 'midterm' },
  { prop: 'report_filed', unit: 'final unpublished' },
  { prop: 'not_filed' },
  { prop: 'report_filed', unit: '2375 implementation report' },
  { prop: 'implementation_report', unit: 'implementation report' },
  { prop: 'not_filed', unit: 'R-2397-17' },
  { prop: 'not_filed', unit: 'implementation report' },
  { prop: 'duty_arises', unit: 'F-2094-10' },
  { prop: 'duty_arises', unit: 'V-1874-15' },
  { prop: 'report_filed', unit: 'V-1874-15' },
  { prop: 'ventures_closing' },
]

const outsiders = ['AGENCY-1', 'AGENCY-2', 'paper', '1718-Panel', 'MSMT']
const relations = ['repeats', 'contradicts', 'corrects', 'derived_from'] as const

const two = (value: number): string => String(value).padStart(2, '0')

/** Statements without plan or sense, of every shape, relation and date: what a rule must stand. */
export const wildRegister = (
  dice: Dice,
  { count, states }: { readonly count: number; readonly states: readonly string[] },
): readonly StateStatement[] => {
  const pick = <T>(all: readonly T[]): T => all[dice(all.length)] as T
  const date = (): string => {
    const year = String(2017 + dice(6))
    if (dice(6) === 0) return year
    const month = `${year}-${two(1 + dice(12))}`
    return dice(4) === 0 ? month : `${month}-${two(1 + dice(28))}`
  }
  const time = (): Partial<StateStatement> => {
    if (dice(5) === 0) return {}
    const [from, to] = [date(), date()].sort() as [string, string]
    if (dice(4) === 0) return { validFrom: from }
    return { validFrom: from, validTo: dice(2) === 0 ? from : to }
  }
  const number = (): Partial<StateStatement> => {
    if (dice(6) === 0) return {}
    const lo = dice(3) === 0 ? 0 : dice(40)
    return dice(5) === 0 ? { lo } : { lo, hi: lo + (dice(2) === 0 ? 0 : dice(9)) }
  }
  return Array.from({ length: count }, (_, at): StateStatement => {
    const state = pick(states)
    const target = { target: `st-${dice(count)}`, relation: pick(relations) }
    return {
      id: `st-${at}`,
      state,
      ...pick(shapes),
      ...number(),
      ...time(),
      known: date(),
      origin: dice(3) === 0 ? state : pick(outsiders),
      carrier: `carrier ${dice(5)}`,
      reliability: pick(['A', 'B', 'C', 'C', 'D'] as const),
      credibility: pick([1, 2, 2, 3, 4] as const),
      ...(dice(3) === 0 ? target : {}),
      text: 'made up',
    }
  })
}
