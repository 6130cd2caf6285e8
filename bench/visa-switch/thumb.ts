import type { SwitchFigure } from '../../src/obligations/index.ts'

type Guess = { readonly to: readonly string[]; readonly last: number; readonly by: number }

const doors = ['student', 'tourist', 'business', 'private', 'official', 'transit']
const halfYear = 183

/** Mean a day of the figures of a class that lie in a time. */
const levelIn = (
  figures: readonly SwitchFigure[],
  from: number,
  to: number,
): number | undefined => {
  const inside = figures.filter((figure) => figure.from >= from && figure.to <= to)
  const days = inside.reduce((sum, figure) => sum + figure.to - figure.from + 1, 0)
  return days > 0 ? inside.reduce((sum, { lo }) => sum + lo, 0) / days : undefined
}

/** The rule an analyst would use by hand: workers down by three tenths, a class doubled, in a year. */
export const guessSwitch = (figures: readonly SwitchFigure[]): readonly Guess[] => {
  const of = (purpose: string): readonly SwitchFigure[] =>
    figures.filter((figure) => figure.purpose === purpose)
  const work = of('work')
  const changeOf = (series: readonly SwitchFigure[], day: number): number => {
    const before = levelIn(series, day - 2 * halfYear, day - 1)
    const after = levelIn(series, day, day + 2 * halfYear)
    return before && after !== undefined ? after / before : 1
  }
  const starts = [...new Set(figures.map(({ from }) => from))].sort((a, b) => a - b)
  const guesses: Guess[] = []
  for (const day of starts) {
    if (day - (guesses.at(-1)?.last ?? -1e6) < 400 || changeOf(work, day) > 0.7) continue
    const to = doors.filter((door) => changeOf(of(door), day) >= 2)
    const by = day + 2 * halfYear
    if (to.length > 0) guesses.push({ to, last: by, by })
  }
  return guesses
}
