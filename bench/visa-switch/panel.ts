/**
 * Made figures of a host, quarter by quarter: classes that drift, follow seasons and spread beyond
 * Poisson; workers who are sent home; and, by chance, a closure, troops, a programme for students,
 * tables that change, and a hidden group that comes by another class.
 */
import type { KnownEvent, Purpose, SwitchFigure } from '../../src/obligations/switch/index.ts'
import { type Chance, chanceOf } from './chance.ts'

export const quarterCount = 24
const firstYear = 2016

const visitors = ['student', 'tourist', 'business', 'private', 'official', 'transit'] as const
type Visitor = (typeof visitors)[number]
type Class = Visitor | 'work' | 'military' | 'unexplained'

/** Entries in a usual quarter: the median over hosts, each with a log standard deviation of 1. */
const usual: Readonly<Record<Visitor, number>> = {
  student: 20,
  tourist: 30,
  business: 25,
  private: 8,
  official: 6,
  transit: 10,
}

/** A hidden group: how many come in a year, by which class, from which quarter. */
export type Hidden = { readonly size: number; readonly by: Visitor; readonly from: number }

/** What happened at a made host, and the figures that tell of it. */
export type MadeHost = {
  readonly figures: readonly SwitchFigure[]
  readonly events: readonly KnownEvent[]
  readonly hidden?: Hidden
  readonly closed: boolean
  readonly troops: boolean
  readonly programme: boolean
  readonly redefined: boolean
}

/** First day of a quarter counted from the first. */
export const quarterDay = (quarter: number): number =>
  Date.UTC(firstYear, 3 * quarter, 1) / 86_400_000

const ramp = (quarter: number, from: number, length: number): number =>
  Math.min(1, Math.max(0, (quarter - from + 1) / length))

type Levels = Map<Class, number[]>

const drift = (chance: Chance): readonly number[] => {
  let sum = 0
  return Array.from({ length: quarterCount }, () => {
    sum += chance.normal()
    return sum
  })
}

const visitorLevels = (chance: Chance): Levels => {
  const common = drift(chance)
  return new Map(
    visitors.map((visitor) => {
      const own = drift(chance)
      const base = usual[visitor] * Math.exp(chance.normal())
      const [season, phase] = [chance.between(0, 0.25), chance.whole(0, 3)]
      const levels = own.map((walk, quarter) => {
        const swing = 1 + season * Math.cos((Math.PI / 2) * (quarter + phase))
        return base * swing * Math.exp(0.05 * walk + 0.03 * (common[quarter] as number))
      })
      return [visitor, levels] as const
    }),
  )
}

/** Workers, most of whom are sent home; the quarter from which they are. */
const addWorkers = (levels: Levels, chance: Chance, size: number): number | undefined => {
  const base = Math.max(150 * Math.exp(1.2 * chance.normal()), (size / 4) * chance.between(1, 4))
  const leaves = size > 0 || chance.share() < 0.8
  const [from, length] = [chance.whole(4, 14), chance.whole(1, 6)]
  const share = leaves ? chance.between(0.7, 0.99) : 0
  const walk = drift(chance)
  levels.set(
    'work',
    walk.map(
      (each, quarter) => base * Math.exp(0.05 * each) * (1 - share * ramp(quarter, from, length)),
    ),
  )
  return leaves ? from : undefined
}

const addHidden = (levels: Levels, chance: Chance, size: number, fall: number): Hidden => {
  const by = chance.pick(['student', 'student', 'student', 'tourist', 'business'] as const)
  const from = Math.min(fall + chance.whole(0, 4), quarterCount - 6)
  const length = chance.whole(1, 3)
  const series = levels.get(by) as number[]
  series.forEach((level, quarter) => {
    series[quarter] = level + (size / 4) * ramp(quarter, from, length)
  })
  return { size, by, from }
}

const addProgramme = (levels: Levels, chance: Chance): void => {
  const [from, length] = [chance.whole(3, 20), chance.whole(1, 4)]
  const growth = chance.between(0.3, 2)
  const series = levels.get('student') as number[]
  series.forEach((level, quarter) => {
    series[quarter] = level * (1 + growth * ramp(quarter, from, length))
  })
}

/** Shuts the border, and lets each class come back at its own pace to its own level. */
const addClosure = (levels: Levels, chance: Chance): void => {
  const [from, length] = [chance.whole(6, 14), chance.whole(4, 8)]
  const rest = chance.between(0, 0.05)
  for (const series of levels.values()) {
    const [pace, back] = [chance.whole(1, 6), chance.between(0.4, 1.2)]
    series.forEach((level, quarter) => {
      if (quarter < from) return
      const open = quarter < from + length ? 0 : ramp(quarter, from + length, pace)
      series[quarter] = level * (rest + (back - rest) * open)
    })
  }
}

/** Soldiers of a quarter or two: in their own class, in none, or as officials in a known movement. */
const addTroops = (levels: Levels, chance: Chance): readonly KnownEvent[] => {
  const [from, length] = [chance.whole(4, 22), chance.whole(1, 2)]
  const size = Math.exp(chance.between(Math.log(100), Math.log(3000)))
  const by = chance.pick(['military', 'military', 'unexplained', 'official'] as const)
  const series = levels.get(by) ?? Array.from({ length: quarterCount }, () => 0)
  for (let i = from; i < from + length; i++) series[i] = (series[i] ?? 0) + size
  levels.set(by, series)
  if (by !== 'official') return []
  const [first, last] = [quarterDay(from), quarterDay(from + length) - 1]
  return [{ kind: 'troops', host: '*', from: first, to: last, says: 'troops were moved' }]
}

/** Puts figures of one class under another from a quarter on; the old name may go from the tables. */
const renameClass = (levels: Levels, chance: Chance): { name: Class; from: number } | undefined => {
  const from = chance.whole(4, 20)
  const old = chance.pick([
    'business',
    'private',
    'transit',
    'tourist',
    'official',
    'work',
  ] as const)
  const now = chance.pick(visitors.filter((visitor) => visitor !== old))
  // Workers who are still counted and partly stand elsewhere would be a switch, not a new table.
  const vanishes = old === 'work' || chance.share() < 0.6
  const share = vanishes ? 1 : chance.between(0.5, 1)
  const [losing, gaining] = [levels.get(old) as number[], levels.get(now) as number[]]
  for (let i = from; i < quarterCount; i++) {
    gaining[i] = (gaining[i] as number) + share * (losing[i] as number)
    losing[i] = (losing[i] as number) * (1 - share)
  }
  return vanishes ? { name: old, from } : undefined
}

/** Quarters that one figure covers: most tables are quarterly. */
const cadences = [1, 1, 1, 1, 1, 1, 1, 2, 2, 4, 4]

const toFigure = (purpose: Purpose, counts: readonly number[], quarter: number): SwitchFigure => {
  const sum = counts.reduce((total, count) => total + count, 0)
  return {
    host: 'XXA',
    measure: 'entries',
    purpose,
    kind: 'trips',
    from: quarterDay(quarter),
    to: quarterDay(quarter + counts.length) - 1,
    lo: sum,
    hi: sum,
    origin: 'XXA-border',
    statement: `st-${purpose}-${quarter}`,
  }
}

const report = (
  levels: Levels,
  chance: Chance,
  gone: { name: Class; from: number } | undefined,
): readonly SwitchFigure[] => {
  const dispersion = chance.between(0.005, 0.08)
  const cadence = chance.pick(cadences)
  const drawn = new Map(
    [...levels].map(([name, series]) => [
      name,
      series.map((level) => chance.count(level, dispersion)),
    ]),
  )
  const total = Array.from({ length: quarterCount }, (_, quarter) =>
    [...drawn.values()].reduce((sum, counts) => sum + (counts[quarter] as number), 0),
  )
  const named = [...drawn].filter(([name]) => name !== 'unexplained')
  return [...named, ['all' as const, total] as const].flatMap(([name, counts]) =>
    Array.from({ length: quarterCount / cadence }, (_, i) => i * cadence).flatMap((quarter) =>
      gone?.name === name && quarter + cadence > gone.from
        ? []
        : [toFigure(name as Purpose, counts.slice(quarter, quarter + cadence), quarter)],
    ),
  )
}

/** Makes the host of a seed; `size` is of its hidden group a year, 0 for none. */
export const makeHost = (seed: number, size: number): MadeHost => {
  const chance = chanceOf(seed)
  const levels = visitorLevels(chance)
  const fall = addWorkers(levels, chance, size)
  const [programme, closed] = [chance.share() < 0.2, chance.share() < 0.3]
  const [troops, redefined] = [chance.share() < 0.15, chance.share() < 0.12]
  if (programme) addProgramme(levels, chance)
  const hidden = size > 0 && fall !== undefined ? addHidden(levels, chance, size, fall) : undefined
  if (closed) addClosure(levels, chance)
  if (chance.share() < 0.5)
    levels.set(
      'military',
      Array.from({ length: quarterCount }, () => 3),
    )
  const events = troops ? addTroops(levels, chance) : []
  const gone = redefined ? renameClass(levels, chance) : undefined
  const figures = report(levels, chance, gone)
  return { figures, events, ...(hidden && { hidden }), closed, troops, programme, redefined }
}
