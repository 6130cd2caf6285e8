import { markup, seriesPlot } from '../../src/figures/index.ts'
import { detectSwitch, readRegister, toFigures } from '../../src/obligations/index.ts'

const groupBy = <T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value])
  return groups
}

/** A page of the Russian figures, a picture a measure, with what is found in them in words. */
export const drawRussia = async (): Promise<string> => {
  const figures = toFigures(await readRegister()).filter(({ host }) => host === 'RUS')
  const findings = detectSwitch(figures).filter(({ change }) => change)
  const lettered = findings.map((found, i) => ({ ...found, letter: String.fromCharCode(65 + i) }))
  const pictures = [...groupBy(figures, ({ measure }) => measure)].map(([measure, all]) => {
    const rows = [...groupBy(all, ({ purpose }) => purpose)].map(([label, points]) => ({
      label,
      points: [...points].sort((a, b) => a.from - b.from || a.to - b.to),
    }))
    const bands = lettered.flatMap(({ change, letter, measure: of }) =>
      change && of === measure ? [{ from: change.first, to: change.last, letter }] : [],
    )
    const title = `Russia: ${measure} of DPRK nationals by class`
    return markup`<figure>${seriesPlot({ id: `russia-${measure}`, title, rows, bands })}</figure>`
  })
  const told = lettered.map(
    ({ letter, kind, says }) => markup`<li><b>${letter} ${kind}</b>: ${says}</li>`,
  )
  return markup`<!doctype html><html lang="en"><meta charset="utf-8"><title>Russian figures</title><body>${pictures}<ul>${told}</ul></body></html>`
    .text
}
