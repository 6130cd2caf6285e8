import { type Dice, dice } from './dice.ts'

const letters = 'abcdefghijklmnopqrstuvwxyz'

/** What typists and transcribers do to a name at a position. */
const slips: readonly ((name: string, at: number, letter: string) => string)[] = [
  (name, at) => name.slice(0, at) + name.slice(at + 1),
  (name, at, letter) => name.slice(0, at) + letter + name.slice(at),
  (name, at, letter) => name.slice(0, at) + letter + name.slice(at + 1),
  (name, at) => name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2),
  (name, at) => name.slice(0, at) + name.charAt(at) + name.slice(at),
  (name) => name.replace(/[\s-]+/, ''),
  (name) => name.split(/\s+/).reverse().join(' '),
  (name) => name.split(/\s+/).slice(1).join(' ') || name,
  (name) => name.replace(/(\p{L})\p{L}+/u, '$1.'),
]

/** A name with one slip or more. */
export const misspellName = (given: string, roll: Dice, most = 3): string => {
  let name = given
  for (let slip = roll(most); slip >= 0; slip--) {
    const change = slips[roll(slips.length)] as (typeof slips)[number]
    name = change(name, roll(Math.max(1, name.length)), letters.charAt(roll(letters.length)))
  }
  return name
}

/** Misspellings of names drawn by a fixed sequence, with one to three slips each. */
export function* misspell(names: readonly string[], count: number): Generator<string> {
  const roll = dice(1718)
  for (let k = 0; k < count; k++) yield misspellName(names[roll(names.length)] as string, roll)
}
