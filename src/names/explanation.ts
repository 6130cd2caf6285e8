import { type Millibits, toMillibits } from '../model/index.ts'
import type { compareTokens } from './compare.ts'
import type { Language, Met, Position, ReadingsCompared } from './lattice/index.ts'

/** What one part of two names says: tokens or syllables that met, and how. */
export type NamePart = {
  readonly left: string
  readonly right: string
  readonly millibits: Millibits
  readonly how: string
}

type Explained = { readonly parts: readonly NamePart[]; readonly says: string }

/** The parts of a comparison of tokens. */
export const generalParts = ({
  pairs,
  whole,
  conflict,
}: ReturnType<typeof compareTokens>): Explained => {
  const parts: NamePart[] = pairs.map(({ left, right, millibits }) => ({
    left: left.join(' + '),
    right: right.join(' + '),
    millibits,
    how: howPaired(left, right),
  }))
  if (whole > 0) parts.push({ ...nothing, millibits: whole, how: asWholes })
  if (conflict < 0)
    parts.push({ ...nothing, millibits: conflict, how: 'a number or word that must not differ' })
  return { parts, says: sayGeneral(parts) }
}

const nothing = { left: '', right: '' }
const asWholes = 'the names as wholes'

const sayGeneral = (parts: readonly NamePart[]): string => {
  const same = parts.every(({ how }) => how.startsWith('same') || how === asWholes)
  if (parts.length > 0 && same) return 'same name, word for word'
  const shared = parts.filter(({ left, right, millibits }) => left && right && millibits > 0)
  return `${shared.length} of ${parts.length} parts agree`
}

const howPaired = (left: readonly string[], right: readonly string[]): string => {
  if (left.length === 0 || right.length === 0) return 'on one side only'
  const [a, b] = [left.join(''), right.join('')]
  if (a === b) return left.length === right.length ? 'same' : 'same, written as one'
  return 'spelled alike'
}

/** Bits are whole millibits: what rounding and other readings add is a part, so that parts sum to the total. */
export const withRest = (parts: readonly NamePart[], millibits: Millibits): NamePart[] => {
  const rest = millibits - parts.reduce((sum, part) => sum + part.millibits, 0)
  if (rest === 0) return [...parts]
  return [
    ...parts,
    {
      ...nothing,
      millibits: rest,
      how: rest > 0 ? 'other readings, and the whole name' : 'other readings of the spelling',
    },
  ]
}

/** The parts of a comparison of lattices, by the readings that say most. */
export const latticeParts = (language: Language, { met, kinship }: ReadingsCompared): Explained => {
  const explained = met.map((each) => ({ each, shared: sharedSyllable(each) }))
  const parts = explained.map(({ each, shared }) => toPart(language, each, shared))
  const shared = toMillibits(kinship) + 0
  if (shared < 0)
    parts.push({ ...nothing, millibits: shared, how: 'relatives share all but one syllable too' })
  const differing = explained.filter(({ each, shared }) => each.left && each.right && !shared)
  if (differing.length > 0)
    return {
      parts,
      says: `${explained.length - differing.length} of ${explained.length} syllables can be the same`,
    }
  const ways = explained.flatMap(({ each, shared }) =>
    shared ? [[each.left?.ways[shared.i] ?? '', each.right?.ways[shared.j] ?? '']] : [],
  )
  const says = language.say(
    ways.map(([left = '']) => left),
    ways.map(([, right = '']) => right),
  )
  return { parts, says }
}

type Shared = { readonly syllable: number; readonly i: number; readonly j: number }

/** The likeliest syllable that both sides may stand for. */
const sharedSyllable = ({ left, right }: Met): Shared | undefined => {
  if (!left || !right) return undefined
  const rights = right.syllables.slice(0, right.main)
  const weightOf = ({ i, j }: Shared): number =>
    (left.shares[i] as number) * (right.shares[j] as number)
  return left.syllables
    .slice(0, left.main)
    .map((syllable, i): Shared => ({ syllable, i, j: rights.indexOf(syllable) }))
    .filter(({ j }) => j >= 0)
    .sort((a, b) => weightOf(b) - weightOf(a))[0]
}

const positions: Readonly<Record<Position, string>> = {
  surname: 'family name',
  first: 'first syllable',
  second: 'second syllable',
  single: 'given name',
}

/** `병 = pyong (DPRK 1992) = byung (passport and press habit)`. */
const toPart = (
  language: Language,
  { position, left, right, ratio }: Met,
  shared: Shared | undefined,
): NamePart => {
  const part = {
    left: left?.written ?? '',
    right: right?.written ?? '',
    millibits: toMillibits(Math.log2(ratio)),
  }
  const place = positions[position]
  if (!left || !right) return { ...part, how: `${place} on one side only` }
  if (!shared) {
    const [s, t] = [left.syllables[0] as number, right.syllables[0] as number]
    const [a, b] = [language.print(s, position), language.print(t, position)]
    return { ...part, how: `${place}: ${a} is not ${b}` }
  }
  const written = language.print(shared.syllable, position)
  const said = new Set(
    [
      [left.written, left.ways[shared.i]],
      [right.written, right.ways[shared.j]],
    ].map(([spelling, way]) => (spelling === written ? spelling : `${spelling} (${way})`)),
  )
  return { ...part, how: `${place}: ${[...new Set([written, ...said])].join(' = ')}` }
}
