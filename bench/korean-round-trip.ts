/**
 * Whether reading undoes writing: names drawn by the shares of `data/korean-frequency.json`, written in
 * every system of `writeKorean` and read back by `readKorean`. `npm run bench -- korean-round-trip
 * [NAMES] [LOSSES]` (100,000; 20) prints for each system in how many names the lattice contains the
 * origin, how often the origin is what the lattice believes in most, and names that were lost.
 *
 * A syllable counts as the origin in its northern or southern form: systems write one of both.
 */
import frequency from '../data/korean-frequency.json' with { type: 'json' }
import { southern, toSyllable } from '../src/names/hangul.ts'
import { korean, koreanSystems, readKorean, writeKorean } from '../src/names/korean/index.ts'
import type { Choice, Path } from '../src/names/lattice/index.ts'
import { type Dice, dice } from './dice.ts'
import { drawFrom, fillUrn, type Urn } from './names/draw.ts'

const count = Number(process.argv[2] ?? 100_000)
const shown = Number(process.argv[3] ?? 20)

const urnOf = (shares: Readonly<Record<string, number>>): Urn<readonly [string, number]> =>
  fillUrn(Object.entries(shares), ([, share]) => share)

const [families, firsts, seconds] = [frequency.surnames, frequency.first, frequency.second].map(
  urnOf,
) as [ReturnType<typeof urnOf>, ReturnType<typeof urnOf>, ReturnType<typeof urnOf>]

const drawName = (roll: Dice): { family: string; given: string } => {
  const isSingle = roll(1000) < 1000 * frequency.singleGiven
  const [family] = drawFrom(families, roll)
  const [first] = drawFrom(firsts, roll)
  return { family, given: isSingle ? first : first + drawFrom(seconds, roll)[0] }
}

/** Syllables in southern form where a name part begins, for both forms are one. */
const partOf = (text: string): readonly number[] =>
  [...text].map(toSyllable).map((syllable, k) => (k === 0 ? southern(syllable) : syllable))

type Depth = 'lost' | 'held' | 'compared' | 'first'
const depths: readonly Depth[] = ['lost', 'held', 'compared', 'first']

/** How deep in a choice one of the ids of the origin stands. */
const depthIn = ({ syllables, main }: Choice, isOrigin: (id: number) => boolean): number => {
  const at = syllables.findIndex(isOrigin)
  if (at < 0) return 0
  if (at === 0) return 3
  return at < main ? 2 : 1
}

const familyText = (id: number): string => korean.print(id, 'surname')

const depthOf = ({ surname, given }: Path, family: string, name: string): number => {
  const [wanted, origin] = [partOf(family), partOf(name)]
  if (!surname || given.length !== origin.length) return 0
  const depth = depthIn(surname, (id) => partOf(familyText(id)).join() === wanted.join())
  return given.reduce((least, choice, k) => {
    const isOrigin = (id: number): boolean => (k === 0 ? southern(id) : id) === origin[k]
    return Math.min(least, depthIn(choice, isOrigin))
  }, depth)
}

const roll = dice(2026)
const names = Array.from({ length: count }, () => drawName(roll))
console.log(`${count} names; percent whose lattice`)
console.log(
  'system'.padEnd(16),
  'holds it'.padStart(10),
  'compares it'.padStart(12),
  'as likeliest'.padStart(13),
)
const lost: string[] = []
for (const system of koreanSystems) {
  const found = [0, 0, 0, 0]
  let losses = 0
  for (const { family, given } of names) {
    const written = writeKorean(family, given, system)
    const paths = readKorean(written)?.paths ?? []
    const depth = paths.reduce((most, path, k) => {
      const mine = depthOf(path, family, given)
      // The likeliest syllables of a less likely way to part the name are not the likeliest name.
      return Math.max(most, k > 0 ? Math.min(mine, 2) : mine)
    }, 0)
    found[depth] = (found[depth] as number) + 1
    if (depth === 0 && losses++ < Math.ceil(shown / koreanSystems.length) * 2)
      lost.push(
        `${system.padEnd(16)} ${family} ${given} ${written}${paths.length ? '' : '  not read'}`,
      )
  }
  const share = (least: Depth): string => {
    const enough = found.slice(depths.indexOf(least)).reduce((sum, n) => sum + n, 0)
    return ((100 * enough) / count).toFixed(3)
  }
  console.log(
    system.padEnd(16),
    share('held').padStart(10),
    share('compared').padStart(12),
    share('first').padStart(13),
  )
}
console.log(`\nlost\n${lost.slice(0, shown).join('\n')}`)
