import { misspellName } from '../misspell.ts'
import { people } from '../people/draw-people.ts'
import { pick } from './draw.ts'
import { isSameOrPart } from './homonym.ts'
import { koreanDistance } from './korean-rule.ts'
import type { MadeRow } from './made.ts'

/** People drawn of each language, among whom namesakes are found. */
const drawn = 20_000

/** Row of each language, and which of the words is shared by namesakes. */
const rows: Readonly<Record<string, readonly [row: string, shared: number]>> = {
  Chinese: ['chinese', 0],
  'Korean, Latin': ['korean', 0],
  'Korean, DPRK spelling': ['korean-north', 0],
  Arabic: ['arabic', -1],
  Russian: ['russian', -1],
  Spanish: ['spanish', -1],
  English: ['english', -1],
}

/** Rows of ordinary names with one slip, against people of the same family. */
export const typingRows = (): MadeRow[] =>
  people.flatMap(([language, draw]) => {
    const [row, shared] = rows[language] ?? []
    if (row === undefined) return []
    const isKorean = row.startsWith('korean')
    let names: string[] | undefined
    const drawnPairs = new Set<string>()
    const byLast = new Map<string, string[]>()
    const lastOf = (name: string): string =>
      name
        .split(' ')
        .at(shared ?? -1)
        ?.toLowerCase()
        .replace(',', '') ?? ''
    const load = (): string[] => {
      const all = [...new Set(draw(drawn))]
      for (const name of all) {
        const known = byLast.get(lastOf(name))
        if (known) known.push(name)
        else byLast.set(lastOf(name), [name])
      }
      return all
    }
    return [
      {
        row: `made-typing-${row}`,
        from: ['drawn', 'drawn'],
        draw: (roll, same) => {
          names ??= load()
          const left = pick(names, roll)
          const near = roll(5) > 0 ? (byLast.get(lastOf(left)) ?? names) : names
          const right = same ? misspellName(left, roll, 1) : pick(near, roll)
          // A lost word is no typing error, and names of which one is a part of the other are unclear.
          const unclear = same
            ? right.length < left.length - 1 || left === right
            : isSameOrPart(left, right) || (isKorean && koreanDistance(left, right) === 0)
          // Few bear a rare name, and any two of them would be drawn again and again.
          const pair = [left, right].sort().join('|')
          if (unclear || drawnPairs.has(pair)) return undefined
          drawnPairs.add(pair)
          return { key: left, left, right }
        },
      },
    ]
  })
