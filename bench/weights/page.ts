import { toTable, writePage } from '../page.ts'
import type { Bin } from './calibration.ts'
import type { Relatives } from './relatives.ts'
import { type Estimated, keptBecause, weightInUse } from './write.ts'

const bits = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`

const estimateRow = (each: Estimated): string[] => {
  const { m, u, bits: value } = each.estimate
  const used = weightInUse(each)
  return [
    `\`${each.feature}.${each.outcome}\``,
    bits(value),
    used === undefined ? 'none' : bits(used / 1000),
    `${m.seen} of ${m.of}`,
    `${u.seen} of ${u.of}`,
    keptBecause(each)?.replace(/ Counted: .*/, '') ?? 'estimated',
  ]
}

const calibrationTable = (bins: readonly Bin[]): string =>
  toTable(
    ['bits predicted', 'mean', 'observed', 'one party', 'two'],
    bins.map(({ from, predicted, observed, same, other }) => [
      from === -12 ? 'under −8' : `from ${from}`.replace('-', '−'),
      bits(predicted),
      bits(observed) + (same === 0 || other === 0 ? '\\*' : ''),
      same,
      other,
    ]),
  )

/** What the page is written from. */
export type Measured = {
  readonly estimated: readonly Estimated[]
  readonly relatives: Relatives
  readonly calibration: readonly (readonly [what: string, bins: readonly Bin[]])[]
}

/** Writes estimates and calibration as a page. */
export const writeMeasured = ({ estimated, relatives, calibration }: Measured): void => {
  const { family, none, share, most } = relatives
  writePage({
    name: 'weights',
    title: 'Weights, measured',
    command: 'weights --write',
    paragraphs: [
      'A weight is log2 m / u: how much likelier an outcome is where two entries are one party than where they are two. Estimated on the tuning half of the entries; why so, and what lists cannot tell, is in [decision 15](../decisions/0015-weights-from-lists.md).',
      toTable(
        ['weight', 'estimate', 'in use', 'seen, one party', 'seen, two', 'in use because'],
        estimated.map(estimateRow),
      ),
      '## Koreans of one family',
      `${family.join(' of ')} pairs of people of one list who share the family name share one of two given syllables, ${none.join(' of ')} of the others: beyond chance ${bits(Math.log2(share))} bits of all pairs, at most ${bits(Math.log2(most))} (95 in 100). Names as lattices reckon with −8 bits (\`relatives\` in \`data/lattice-weights.json\`).`,
      '## Predicted against observed',
      'On the evaluation half. What pairs of names, or what stands beside the names of people, were predicted to have in bits, and the log2 ratio that pairs of one party and of two then show (\\* one side is empty: half a case stands for it). Pairs of two parties are near names, not names drawn at random, so that less is observed than predicted in the middle.',
      ...calibration.flatMap(([what, bins]) => [`### ${what}`, calibrationTable(bins)]),
    ],
  })
}
