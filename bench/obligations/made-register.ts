import type { StateStatement } from '../../src/model/index.ts'
import type { Dice } from '../dice.ts'

/** States of made-up registers; the numbers about them are made up as well. */
const madeStates: readonly string[] = ['AGO', 'CHN', 'KWT', 'NPL', 'POL', 'QAT', 'RUS', 'THA']

type Made = Omit<
  StateStatement,
  'id' | 'state' | 'known' | 'reliability' | 'credibility' | 'text'
> &
  Partial<StateStatement>

const purposes = ['work', 'student', 'tourist', 'business']
const years = [2018, 2019, 2020]
const quarterEnds = ['03-31', '06-30', '09-30', '12-31']
const quarterStarts = ['01-01', '04-01', '07-01', '10-01']

/**
 * What honest sources would say of one made-up history: stocks with all that came and went between
 * them, entries by purpose and quarter with their totals, reports and plans, some as intervals, each
 * by several carriers. Nothing in it contradicts anything.
 */
export const madeRegister = (
  dice: Dice,
  states: readonly string[] = madeStates,
): readonly StateStatement[] => states.flatMap((state) => historyOf(dice, state))

const historyOf = (dice: Dice, state: string): readonly StateStatement[] => {
  const made: StateStatement[] = []
  const carriers = ['wire', 'daily', 'weekly', 'radio', 'blog']
  const say = (said: Made): void => {
    const known = said.known ?? laterThan(dice, said.validTo ?? '2020-12-31')
    const first: StateStatement = {
      reliability: 'B',
      credibility: 2,
      text: `${said.prop} of ${said.cohort ?? 'all'}: ${said.lo ?? 'no number'}`,
      ...said,
      id: `${state}-${made.length}`,
      state,
      known,
    }
    made.push(first)
    for (let copies = dice(4); copies > 0; copies--)
      made.push({
        ...first,
        id: `${state}-${made.length}`,
        carrier: carriers[dice(carriers.length)] as string,
        relation: 'repeats',
        target: first.id,
      })
  }
  stocksAndFlows(dice, state, say)
  entries(dice, state, say)
  reportsAndPlans(dice, state, say)
  return made
}

type Say = (said: Made) => void

/** A day in the three months after another. */
const laterThan = (dice: Dice, date: string): string =>
  new Date(Date.parse(date) + (1 + dice(90)) * 86_400_000).toISOString().slice(0, 10)

const exact = (count: number): Pick<StateStatement, 'lo' | 'hi'> => ({ lo: count, hi: count })

/** An interval that holds the truth. */
const about = (dice: Dice, count: number): Pick<StateStatement, 'lo' | 'hi'> => ({
  lo: Math.floor(count * (1 - dice(15) / 100)),
  hi: Math.ceil(count * (1 + dice(15) / 100)),
})

const on = (date: string): Pick<StateStatement, 'validFrom' | 'validTo'> => ({
  validFrom: date,
  validTo: date,
})

const stocksAndFlows = (dice: Dice, state: string, say: Say): void => {
  let stock = 500 + dice(40_000)
  const tell = (date: string): void => {
    const headcount = { prop: 'headcount', kind: 'stock', ...on(date) } as const
    say({ ...headcount, ...exact(stock), origin: `${state}-ministry` })
    if (dice(3) === 0) say({ ...headcount, ...about(dice, stock), origin: 'AGENCY' })
    if (dice(4) === 0) say({ ...headcount, ...about(dice, stock), origin: 'institute' })
  }
  say({
    prop: 'share_working',
    unit: 'percent',
    ...exact(100),
    ...on('2017-12-31'),
    origin: `${state}-ministry`,
  })
  tell('2017-12-31')
  for (const year of years)
    for (const [at, end] of quarterEnds.entries()) {
      const time = { validFrom: `${year}-${quarterStarts[at]}`, validTo: `${year}-${end}` }
      const returned = dice(Math.floor(stock / 2) + 1)
      const entered = dice(Math.floor(stock / 5) + 20)
      stock += entered - returned
      for (const [prop, count] of [
        ['returned', returned],
        ['entered', entered],
      ] as const)
        say({ prop, kind: 'flow', ...exact(count), ...time, origin: `${state}-ministry` })
      tell(`${year}-${end}`)
    }
}

const entries = (dice: Dice, state: string, say: Say): void => {
  const counted = { prop: 'entered', kind: 'trips', origin: `${state}-statistics` } as const
  for (const year of years) {
    const sums = new Map<string, number>()
    let whole = 0
    for (const [at, end] of quarterEnds.entries()) {
      const time = { validFrom: `${year}-${quarterStarts[at]}`, validTo: `${year}-${end}` }
      let all = dice(50)
      for (const purpose of purposes) {
        const count = 20 + dice(3000)
        all += count
        sums.set(purpose, (sums.get(purpose) ?? 0) + count)
        say({ ...counted, cohort: `c-${purpose}`, ...exact(count), ...time })
      }
      whole += all
      say({ ...counted, ...exact(all), ...time })
    }
    const time = { validFrom: `${year}-01-01`, validTo: `${year}-12-31` }
    for (const purpose of purposes)
      if (dice(2) === 0)
        say({ ...counted, cohort: `c-${purpose}`, ...exact(sums.get(purpose) ?? 0), ...time })
    say({ ...counted, ...exact(whole), ...time })
  }
}

const reportsAndPlans = (dice: Dice, state: string, say: Say): void => {
  const filed = { prop: 'report_filed', origin: `${state}-report` } as const
  say({ ...filed, unit: 'midterm report', ...on(laterThan(dice, '2018-12-31')) })
  say({ ...filed, unit: 'final report', ...on(laterThan(dice, '2019-12-31')) })
  for (let plans = dice(4); plans > 0; plans--)
    say({
      prop: 'headcount',
      kind: 'plan',
      ...exact(1000 + dice(60_000)),
      ...on(`20${21 + plans}-12-31`),
      known: `2020-0${1 + plans}`,
      origin: 'AGENCY',
    })
}
