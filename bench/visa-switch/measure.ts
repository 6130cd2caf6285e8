import { detectSwitch, type SwitchFinding } from '../../src/obligations/index.ts'
import { toTable } from '../page.ts'
import { type MadeHost, makeHost, quarterCount, quarterDay } from './panel.ts'
import { guessSwitch } from './thumb.ts'

/** Sizes of hidden groups that are tried: persons a year. */
const sizes: readonly number[] = [25, 50, 100, 200, 300, 500, 1000, 2000]

type Tally = {
  hosts: number
  found: number
  alarms: number
  /** Quarters from the first of the group to the figures that show it; 1 is the very first. */
  readonly delays: number[]
}

/** What came out for hosts with a hidden group of one size; 0 is none. */
export type Outcome = {
  readonly size: number
  readonly all: Tally
  /** Hosts with quarterly figures and no closure, no troops and no new tables. */
  readonly plain: Tally
  readonly thumb: Tally
}

const emptyTally = (): Tally => ({ hosts: 0, found: 0, alarms: 0, delays: [] })

/** What is said of a switch: the class, when it lies at the latest, and when it was seen. */
type Said = { readonly to: readonly string[]; readonly last: number; readonly by: number }

const isTrue = ({ to, last }: Said, { hidden }: MadeHost): boolean =>
  hidden !== undefined && to.includes(hidden.by) && last >= quarterDay(hidden.from)

const quartersUntil = (day: number, from: number): number =>
  Math.ceil((day - quarterDay(from) + 1) / 91.4)

const add = (tally: Tally, host: MadeHost, said: readonly Said[]): void => {
  tally.hosts++
  tally.alarms += said.filter((one) => !isTrue(one, host)).length
  const first = said.find((one) => isTrue(one, host))
  if (!first || !host.hidden) return
  tally.found++
  tally.delays.push(quartersUntil(first.by, host.hidden.from))
}

const toSaid = (findings: readonly SwitchFinding[]): readonly Said[] =>
  findings
    .filter(({ kind }) => kind === 'switch')
    .map(({ to, change, by }) => ({ to, last: change?.last ?? by, by }))

const isPlain = ({ figures, closed, troops, redefined }: MadeHost): boolean => {
  const first = figures[0]
  return !closed && !troops && !redefined && first !== undefined && first.to - first.from < 100
}

const measureHost = ({ size, all, plain, thumb }: Outcome, seed: number): void => {
  const host = makeHost(seed, size)
  const said = toSaid(detectSwitch(host.figures, host.events))
  add(all, host, said)
  if (isPlain(host)) add(plain, host, said)
  add(thumb, host, guessSwitch(host.figures))
}

/** Half of the hosts hide nobody, the others a group of each size in turn. */
export const measureAll = (hosts: number, onDone?: (done: number) => void): readonly Outcome[] => {
  const outcomes = [0, ...sizes].map((size) => ({
    size,
    all: emptyTally(),
    plain: emptyTally(),
    thumb: emptyTally(),
  }))
  for (let i = 0; i < hosts; i++) {
    const which = i % 2 === 0 ? 0 : 1 + (((i - 1) / 2) % sizes.length)
    measureHost(outcomes[which] as Outcome, 20_000 + i)
    if (i % 100 === 99) onDone?.(i + 1)
  }
  return outcomes
}

const hostYears = (tallies: readonly Tally[]): number =>
  tallies.reduce((sum, { hosts }) => sum + (hosts * quarterCount) / 4, 0)

/** Wrong switches said in 100 years of hosts. */
export const alarmRate = (tallies: readonly Tally[]): number =>
  (100 * tallies.reduce((sum, { alarms }) => sum + alarms, 0)) / hostYears(tallies)

/** Share of hidden groups found. */
export const powerOf = ({ found, hosts }: Tally): number => found / Math.max(1, hosts)

const share = (tally: Tally): string => powerOf(tally).toFixed(2)

const delay = ({ delays }: Tally, part: number): string => {
  const sorted = [...delays].sort((a, b) => a - b)
  return String(sorted[Math.floor(part * sorted.length)] ?? '')
}

const bar = (tally: Tally): string => '#'.repeat(Math.round(20 * powerOf(tally))).padEnd(20, '.')

/** The outcomes as text: a curve of power, and how often something was said that is not so. */
export const toLines = (outcomes: readonly Outcome[]): readonly string[] => {
  const hiding = outcomes.filter(({ size }) => size > 0)
  const honest = outcomes.filter(({ size }) => size === 0)
  const rates = (some: readonly Outcome[]): string => {
    const of = (kind: 'all' | 'plain' | 'thumb'): string =>
      alarmRate(some.map((outcome) => outcome[kind])).toFixed(2)
    return `${of('all')} (rule of thumb ${of('thumb')})`
  }
  const heads = [
    'group a year',
    'curve',
    'power',
    'plain hosts',
    'rule of thumb',
    'median delay',
    'nine in ten',
  ]
  const rows = hiding.map(({ size, all, plain, thumb }) => [
    size,
    `\`${bar(all)}\``,
    share(all),
    share(plain),
    share(thumb),
    delay(all, 0.5),
    delay(all, 0.9),
  ])
  return [
    'Share of hidden groups found, by how many come in a year; delay in quarters from the first of them, of those found. Plain hosts have quarterly figures and no closure, troops or new tables. The rule of thumb: a class doubles in a year in which workers fall by three tenths.',
    toTable(heads, rows),
    `False alarms in 100 host-years: ${rates(honest)} where nobody hides, ${rates(hiding)} where a group does.`,
  ]
}
