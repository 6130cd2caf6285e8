import names from '../../../data/japanese-names.json' with { type: 'json' }
import { lazily } from '../han/index.ts'
import type { Position } from '../lattice/index.ts'
import { moraeOf, toWordId } from './mora.ts'

/** Part of all bearers that the listed names have, and how fast names grow rarer down the list. */
const listed = { surname: { mass: 0.5, flat: 8 }, given: { mass: 0.6, flat: 40 } }
/** Names that are not listed: what each beat says in bits, and how many beats they have. */
const perMora = 4.7
const notListed = 0.5
const lengths: Readonly<Record<'surname' | 'given', readonly number[]>> = {
  surname: [0, 0.003, 0.12, 0.35, 0.45, 0.08],
  given: [0, 0.01, 0.2, 0.5, 0.27, 0.02],
}

const byRank = (
  ranked: readonly (readonly string[])[],
  { mass, flat }: { readonly mass: number; readonly flat: number },
): ReadonlyMap<number, number> => {
  const total = ranked.reduce((sum, _, rank) => sum + 1 / (rank + flat), 0)
  const shares = new Map<number, number>()
  ranked.forEach((readings, rank) => {
    readings.forEach((reading, at) => {
      const id = toWordId(reading)
      const part = at === 0 ? 0.8 : 0.2
      const share = (mass / total / (rank + flat)) * (readings.length > 1 ? part : 1)
      shares.set(id, share + (shares.get(id) ?? 0))
    })
  })
  return shares
}

const surnames = lazily(() =>
  byRank(
    Object.values(names.surnames).map((readings) => readings.split(' ')),
    listed.surname,
  ),
)
const given = lazily(() =>
  byRank(
    names.given.split(' ').map((name) => [name]),
    listed.given,
  ),
)

const unlistedShare = (id: number, part: 'surname' | 'given'): number => {
  const beats = moraeOf(id).length
  return notListed * (lengths[part][beats] ?? 0) * 2 ** (-perMora * beats)
}

/** Share of Japanese names that have this word as surname or given name. */
export const shareOf = (id: number, position: Position): number =>
  position === 'surname'
    ? (surnames().get(id) ?? unlistedShare(id, 'surname'))
    : (given().get(id) ?? unlistedShare(id, 'given'))

/** Whether the word is a common surname. */
export const isListedSurname = (id: number): boolean => surnames().has(id)
