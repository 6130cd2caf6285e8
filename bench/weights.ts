/**
 * Weights from data: m and u of what screening compares, from people that are provably one on two lists
 * and from people that one list tells apart.
 *
 * `npm run bench -- weights` estimates on the tuning half of the entries and holds the weights in use
 * against the evaluation half (`*`: one side is empty, a bound). `--write` puts what the data carry into
 * `data/screening-weights.json`, all that was counted into `bench/weights/estimates.json`, and both as
 * tables into `docs/measured/weights.md`. How one
 * person is proven: `weights/same.ts`; who is another: `weights/other.ts`; what pairs of lists cannot
 * tell: `weights/kept.ts`. The decision: `docs/decisions/0015-weights-from-lists.md`.
 */
import { writeFileSync } from 'node:fs'
import { listPairs } from './names/pairs.ts'
import { loadParties } from './names/party.ts'
import { tallyAliases } from './weights/alias.ts'
import { predictBeside } from './weights/beside.ts'
import { type Bin, calibrate, predictNames } from './weights/calibration.ts'
import { dependences } from './weights/dependence.ts'
import { loadEntries } from './weights/entry.ts'
import { rateOf, type Tally, toEstimate } from './weights/estimate.ts'
import { estimateIdentifiers } from './weights/identifiers.ts'
import { tallyKorean } from './weights/korean.ts'
import { likePairs } from './weights/other.ts'
import { writeMeasured } from './weights/page.ts'
import { countRelatives } from './weights/relatives.ts'
import { samePairs } from './weights/same.ts'
import { estimateScreening } from './weights/screening.ts'
import {
  printCalibration,
  printDependence,
  printEstimates,
  printRelatives,
  printTallies,
} from './weights/table.ts'
import { tallyTokens } from './weights/tokens.ts'
import { type Estimated, showEstimate, writeWeights } from './weights/write.ts'

const { parties, people, versions } = await loadEntries()
const tuning = people.filter(({ half }) => half === 'tuning')
const evaluation = people.filter(({ half }) => half === 'evaluation')
const [same, like] = [samePairs(tuning), likePairs(tuning)]
// By number alone: every other proof rests on the name.
const numbered = same.filter(({ proofs }) => proofs.has('number'))

const rateOfAlias = (tallied: Tally, from: string) =>
  rateOf(tallied, { outcome: 'weakAlias', outcomes: 2, from })
const features: Estimated[] = estimateScreening(tuning).flatMap(({ feature, byOutcome }) =>
  [...byOutcome].map(([outcome, estimate]) => ({ feature: feature.name, outcome, estimate })),
)
const weakAlias: Estimated = {
  feature: 'aliasKind',
  outcome: 'weakAlias',
  estimate: toEstimate(
    rateOfAlias(tallyAliases(numbered), 'two lists, by number'),
    rateOfAlias(tallyAliases(like), 'like names'),
  ),
}
const identified: Estimated[] = estimateIdentifiers(
  parties.filter(({ half }) => half === 'tuning'),
).map(({ family: feature, ...each }) => ({ feature, ...each }))
const estimated = [...features, ...identified, weakAlias]
printEstimates(estimated)

const korean = tallyKorean(tuning, same)
printTallies('Korean family names', korean.same.surname, korean.other.surname)
printTallies('Korean given syllables', korean.same.given, korean.other.given)
printTallies('Korean given syllables that differ', korean.same.differing, korean.other.differing)
const relatives = countRelatives(tuning)
printRelatives(relatives)
const [tokens, otherTokens] = [tallyTokens(numbered), tallyTokens(like)]
printTallies('tokens of names', tokens.tokens, otherTokens.tokens)
printTallies('names by their worst token', tokens.names, otherTokens.names)
const dependent = dependences(tuning)
printDependence(dependent)

const rows = listPairs(await loadParties(), { halves: ['evaluation'] })
const calibration: [string, Bin[]][] = [
  ...[...new Set(rows.map(({ row }) => row.split('-')[0] as string))].map(
    (language): [string, Bin[]] => [
      `names: ${language}`,
      calibrate(
        predictNames(
          rows.filter(({ row }) => row.startsWith(`${language}-`)).flatMap(({ pairs }) => pairs),
        ),
      ),
    ],
  ),
  ['beside the name', calibrate(predictBeside(evaluation))],
]
for (const [what, bins] of calibration) printCalibration(what, bins)

if (process.argv.includes('--write')) {
  const date = new Date().toISOString().slice(0, 10)
  const source = versions.map(({ id, version, entries }) => `${id} ${version} (${entries})`)
  writeWeights(estimated, date, `Official lists, tuning half: ${source.join(', ')}`)
  const counts = ({ of, by }: Tally) => ({ of, ...Object.fromEntries(by) })
  const told = {
    about:
      'What bench/weights counted on the tuning half, and its calibration on the evaluation half.',
    date,
    rule: 'm: pairs of entries of two bodies that are one person by another feature, or values of one entry where these differ more; u: pairs of entries of one list that share a token and no whole name, or any pairs where these show under five cases. Jeffreys smoothing.',
    lists: versions,
    features: estimated.map(({ feature, outcome, estimate }) => ({
      weight: `${feature}.${outcome}`,
      bits: Number(estimate.bits.toFixed(2)),
      ...showEstimate(estimate),
    })),
    names: {
      koreanFamilyNames: [korean.same.surname, korean.other.surname].map(counts),
      koreanGivenSyllables: [korean.same.given, korean.other.given].map(counts),
      koreanSyllablesThatDiffer: [korean.same.differing, korean.other.differing].map(counts),
      koreanRelatives: relatives,
      tokens: [tokens.tokens, otherTokens.tokens].map(counts),
      worstToken: [tokens.names, otherTokens.names].map(counts),
    },
    dependence: dependent.map((each) => ({ ...each, bits: Number(each.bits.toFixed(2)) })),
    calibration: Object.fromEntries(calibration),
  }
  writeMeasured({ estimated, relatives, calibration })
  writeFileSync('bench/weights/estimates.json', `${JSON.stringify(told, null, 1)}\n`)
}
