import { misspellName } from '../misspell.ts'
import { people } from '../people/draw-people.ts'
import { pick } from './draw.ts'
import { isSameOrPart } from './homonym.ts'
import type { MadeRow } from './made.ts'

/** People drawn of each language, among whom namesakes are found. */
const drawn = 20_000

/** Rows of ordinary names with one slip, against people of the same last name. */
export const typingRows = (): MadeRow[] =>
  people
    .filter(([language]) => !language.includes(','))
    .map(([language, draw]) => {
      let names: string[] | undefined
      const byLast = new Map<string, string[]>()
      const lastOf = (name: string): string =>
        (language === 'Chinese' ? name.split(' ')[0] : name.split(' ').at(-1)) ?? ''
      const load = (): string[] => {
        const all = [...new Set(draw(drawn))]
        for (const name of all) {
          const known = byLast.get(lastOf(name))
          if (known) known.push(name)
          else byLast.set(lastOf(name), [name])
        }
        return all
      }
      return {
        row: `made-typing-${language.toLowerCase()}`,
        from: ['drawn', 'drawn'],
        draw: (roll, same) => {
          names ??= load()
          const left = pick(names, roll)
          const near = roll(5) > 0 ? (byLast.get(lastOf(left)) ?? names) : names
          const right = same ? misspellName(left, roll, 1) : pick(near, roll)
          // A lost word is no typing error, and names of which one is a part of the other are unclear.
          const unclear = same
            ? right.length < left.length - 1 || left === right
            : isSameOrPart(left, right)
          return unclear ? undefined : { key: left, left, right }
        },
      }
    })
