import type { Dice } from '../dice.ts'
import { pick } from './draw.ts'
import { isSameOrPart } from './homonym.ts'
import type { MadeRow } from './made.ts'
import { type RomajiStyle, toRomaji } from './romaji.ts'
import { plain } from './skeleton.ts'
import table from './world-names.json' with { type: 'json' }

/** A part of a name in each way of writing it. */
type Part = Readonly<Record<string, readonly string[]>>
type Name = { readonly family: Part; readonly given: Part }

type Kind = {
  readonly families: readonly Part[]
  readonly givens: readonly Part[]
  /** Writes a name in a way, in one of the orders that are in use. */
  readonly print: (family: string, given: string, way: string, roll: Dice) => string
}

const spelled = (names: string): Part[] =>
  names.split(' ').map((each) => {
    const [own = '', ...latin] = each.split(':')
    return { own: [own], standard: latin.slice(0, 1), latin }
  })

const romaji: readonly RomajiStyle[] = ['hepburn', 'passport', 'typed', 'h', 'kunrei']

const japanese = (names: string): Part[] =>
  names.split(' ').map((each) => {
    const [characters = '', kana = ''] = each.split(':')
    const latin = romaji.map((style) => toRomaji(kana, style))
    return { own: [characters], kana: [kana], standard: latin.slice(0, 1), latin }
  })

const givenFirst: Kind['print'] = (family, given, way, roll) => {
  if (way === 'own' || roll(3) > 0) return `${given} ${family}`
  return roll(2) === 0 ? `${family.toUpperCase()}, ${given}` : `${family} ${given}`
}

const familyFirst: Kind['print'] = (family, given, way, roll) => {
  if (way === 'own') return family + given
  if (way === 'kana') return family + pick([' ', '・', ''], roll) + given
  return roll(2) === 0 ? `${given} ${family}` : `${family} ${given}`
}

const kindOf = (
  { family, given }: { family: string; given: string },
  read: (names: string) => Part[],
  print: Kind['print'],
): Kind => ({ families: read(family), givens: read(given), print })

const rows: readonly (readonly [row: string, kind: Kind, left: string, right: string])[] = [
  ['made-greek-grek-latn', kindOf(table.greek, spelled, givenFirst), 'own', 'latin'],
  ['made-greek-latn-latn', kindOf(table.greek, spelled, givenFirst), 'standard', 'latin'],
  ['made-hebrew-hebr-latn', kindOf(table.hebrew, spelled, givenFirst), 'own', 'latin'],
  ['made-japanese-hani-latn', kindOf(table.japanese, japanese, familyFirst), 'own', 'latin'],
  ['made-japanese-kana-latn', kindOf(table.japanese, japanese, familyFirst), 'kana', 'latin'],
  ['made-japanese-latn-latn', kindOf(table.japanese, japanese, familyFirst), 'standard', 'latin'],
  ['made-thai-latn-thai', kindOf(table.thai, spelled, givenFirst), 'latin', 'own'],
]

/** Whether two parts have a spelling in common, so that they cannot be told apart. */
const areAlike = (a: Part, b: Part): boolean => {
  const known = new Set((a.latin ?? []).map(plain))
  return (b.latin ?? []).some((each) => known.has(plain(each)))
}

const otherOf = (name: Name, { families, givens }: Kind, roll: Dice): Name =>
  roll(4) === 0
    ? { family: pick(families, roll), given: name.given }
    : { family: name.family, given: pick(givens, roll) }

/** Rows of made names in Greek, Hebrew, Japanese and Thai letters and in Latin ones. */
export const worldRows = (): MadeRow[] =>
  rows.map(([row, kind, left, right]) => {
    const write = ({ family, given }: Name, way: string, roll: Dice): string =>
      kind.print(pick(family[way] ?? [], roll), pick(given[way] ?? [], roll), way, roll)
    return {
      row,
      from: [left, right],
      draw: (roll, same) => {
        const name: Name = { family: pick(kind.families, roll), given: pick(kind.givens, roll) }
        const second = same ? name : otherOf(name, kind, roll)
        const [a, b] = [write(name, left, roll), write(second, right, roll)]
        const key = `${name.family.own?.[0]} ${name.given.own?.[0]}`
        if (same) return a === b ? undefined : { key, left: a, right: b }
        const unclear = areAlike(name.family, second.family) && areAlike(name.given, second.given)
        return unclear || isSameOrPart(a, b) ? undefined : { key, left: a, right: b }
      },
    }
  })
