import type { Bin } from './calibration.ts'
import type { Dependence } from './dependence.ts'
import type { Tally } from './estimate.ts'
import type { Relatives } from './relatives.ts'
import { type Estimated, keptBecause } from './write.ts'

const bits = (value: number): string => `${value < 0 ? '' : '+'}${value.toFixed(1)}`

/** Prints estimates, one a line: bits, m and u with their cases, and whether the weight is taken. */
export const printEstimates = (all: readonly Estimated[]): void => {
  console.log('\nweight, tuning half           bits       m                    u')
  for (const each of all) {
    const { m, u, bits: value } = each.estimate
    const why = keptBecause(each)
    console.log(
      `${each.feature}.${each.outcome}`.padEnd(26),
      bits(value).padStart(7),
      `${m.rate.toFixed(4)} (${m.seen}/${m.of}, ${m.from})`.padEnd(46),
      `${u.rate.toPrecision(3)} (${u.seen}/${u.of}, ${u.from})`.padEnd(42),
      why === undefined ? 'estimated' : `reasoned: ${why}`,
    )
  }
}

/** Prints predicted against observed bits. */
export const printCalibration = (what: string, bins: readonly Bin[]): void => {
  console.log(`\n${what}, evaluation half\n   bin from  predicted   observed      same     other`)
  for (const { from, predicted, observed, same, other } of bins) {
    const bound = same === 0 || other === 0 ? '*' : ' '
    console.log(
      String(from).padStart(11),
      bits(predicted).padStart(10),
      (bits(observed) + bound).padStart(11),
      String(same).padStart(9),
      String(other).padStart(9),
    )
  }
}

/** Prints how features go together. */
export const printDependence = (all: readonly Dependence[]): void => {
  console.log('\ndependence, tuning half                              bits      both        of')
  for (const { pair, among, both, of, bits: value } of all)
    console.log(
      pair.padEnd(28),
      among.padEnd(20),
      (both === 0 ? '-' : bits(value)).padStart(7),
      String(both).padStart(9),
      String(of).padStart(9),
    )
}

/** Prints shares of outcomes in pairs of one party and of two. */
export const printTallies = (what: string, same: Tally, other: Tally): void => {
  console.log(`\n${what}: ${same.of} of one person, ${other.of} of two`)
  const outcomes = [...new Set([...same.by.keys(), ...other.by.keys()])].sort()
  for (const outcome of outcomes) {
    const [a, b] = [same, other].map(({ by }) => by.get(outcome) ?? 0) as [number, number]
    const [m, u] = [(a + 0.5) / (same.of + 1), (b + 0.5) / (other.of + 1)]
    console.log(
      `  ${outcome}`.padEnd(20),
      `${a}`.padStart(7),
      m.toFixed(4),
      `${b}`.padStart(9),
      u.toFixed(4),
      bits(Math.log2(m / u)).padStart(7),
    )
  }
}

/** Prints how often people of one family name share a given syllable beyond chance. */
export const printRelatives = ({ family, none, share, most }: Relatives): void =>
  console.log(
    `\nKoreans who share one of two given syllables: ${family.join(' of ')} of one family, ${none.join(' of ')} of others;`,
    `beyond chance ${bits(Math.log2(share))} bits of all pairs, at most ${bits(Math.log2(most))}`,
  )
