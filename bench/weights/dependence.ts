import type { Entry } from './entry.ts'
import { type Measured, measuredFeatures } from './features.ts'
import { likePairs, randomPairs } from './other.ts'
import { samePairs } from './same.ts'

/** How much likelier two features agree together than each by itself, in bits; 0 is independence. */
export type Dependence = {
  readonly pair: string
  readonly among: string
  readonly both: number
  readonly of: number
  readonly bits: number
}

type Pair = { readonly left: Entry; readonly right: Entry }

const agreeing: ReadonlySet<string> = new Set([
  'agree',
  'sameDay',
  'sameMonth',
  'sameYear',
  'circa',
])

/** The first feature of a name; birth dates of any precision. */
const features = ['birthDate', 'birthPlace', 'nationality', 'gender'] as const
type Feature = (typeof features)[number]

const agrees = (name: Feature, { left, right }: Pair): boolean | undefined => {
  const outcomes = measuredFeatures
    .filter((each: Measured) => each.name === name)
    .map(({ outcomeOf }) => outcomeOf(left.listed.profile, right.listed.profile))
  const outcome = outcomes.find((each) => each !== undefined)
  return outcome === undefined ? undefined : agreeing.has(outcome)
}

const couple = (a: Feature, b: Feature, among: string, pairs: readonly Pair[]): Dependence => {
  let [first, second, both, of] = [0, 0, 0, 0]
  for (const pair of pairs) {
    const [left, right] = [agrees(a, pair), agrees(b, pair)]
    if (left === undefined || right === undefined) continue
    of++
    if (left) first++
    if (right) second++
    if (left && right) both++
  }
  const half = 0.5
  const bits = Math.log2(((both + half) * (of + 1)) / ((first + half) * (second + half)))
  return { pair: `${a} × ${b}`, among, both, of, bits }
}

/** What sharing a token of the name does to the chance that another feature agrees by chance. */
const withName = (name: Feature, like: readonly Pair[], random: readonly Pair[]): Dependence => {
  const share = (pairs: readonly Pair[]): { both: number; of: number } => {
    const told = pairs.map((pair) => agrees(name, pair)).filter((each) => each !== undefined)
    return { both: told.filter((each) => each).length, of: told.length }
  }
  const [near, any] = [share(like), share(random)]
  const bits = Math.log2(near.both / near.of / (any.both / any.of))
  return { pair: `name × ${name}`, among: 'different people', ...near, bits }
}

/** Dependence of features on each other and on the name. */
export const dependences = (people: readonly Entry[]): Dependence[] => {
  const like = likePairs(people)
  const random = randomPairs(people, 300_000)
  const same = samePairs(people)
  const couples = features.flatMap((a, k) => features.slice(k + 1).map((b) => [a, b] as const))
  return [
    ...features.map((name) => withName(name, like, random)),
    ...couples.flatMap(([a, b]) => [
      couple(a, b, 'like names', like),
      couple(a, b, 'any names', random),
      couple(a, b, 'one person', same),
    ]),
  ]
}
