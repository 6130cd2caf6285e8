/**
 * What a slip says that turns a name into a word which nobody bears, as `data/name-weights.json` has it:
 * slips of the hand against the bearers of rare names that lie as near, in the registers of three
 * countries. `npm run bench -- slip-weights`
 *
 * Columns: length of the name, and for the slip at its first, last and other letters the bits.
 */
import { foldName } from '../src/names/index.ts'
import { readTable } from './names/tables.ts'

const letters = [...'abcdefghijklmnopqrstuvwxyz']
const registers = [
  'en_family.tsv',
  'en_given.tsv.gz',
  'es_family.tsv',
  'es_given.tsv',
  'fr_given.tsv',
]

/** Rarer names are in no table of the product. */
const leastShare = 2 ** -12
/** Share of pairs of one person with a slip in a given token, evenly of five kinds. */
const ofEachKind = 0.07 / 5

type Kind = 'omitted' | 'doubled' | 'added' | 'swapped' | 'replaced'

const shares = new Map<string, number>()
for (const register of registers) {
  const rows = readTable(register).map(({ name, count_or_share }) => ({
    tokens: foldName(name ?? ''),
    count: Number(count_or_share || 0),
  }))
  const all = rows.reduce((sum, { count }) => sum + count, 0)
  const held = new Map<string, number>()
  for (const { tokens, count } of rows)
    for (const token of tokens) held.set(token, (held.get(token) ?? 0) + count / all)
  for (const [token, share] of held) shares.set(token, Math.max(shares.get(token) ?? 0, share))
}

/** Every word one slip away, with its kind and the letter where it begins to differ. */
const slipsOf = (name: string): Map<string, readonly [kind: Kind, at: number]> => {
  const found = new Map<string, readonly [Kind, number]>()
  const add = (kind: Kind, word: string): void => {
    if (word === name || found.has(word)) return
    let at = 0
    while (at < name.length && name[at] === word[at]) at++
    found.set(word, [kind, at])
  }
  const cut = (at: number, left: number, middle: string): string =>
    name.slice(0, at) + middle + name.slice(at + left)
  for (let at = 0; at <= name.length; at++) {
    const [one, next] = [name.charAt(at), name.charAt(at + 1)]
    if (one !== '') add('omitted', cut(at, 1, ''))
    if (next !== '') add('swapped', cut(at, 2, next + one))
    if (one !== '') add('doubled', cut(at, 0, one))
    for (const letter of letters) {
      add('added', cut(at, 0, letter))
      if (one !== '') add('replaced', cut(at, 1, letter))
    }
  }
  return found
}

/** Chance of one slip of a kind in a name of so many letters. */
const chance: Readonly<Record<Kind, (length: number) => number>> = {
  omitted: (length) => ofEachKind / length,
  doubled: (length) => ofEachKind / length,
  swapped: (length) => ofEachKind / (length - 1),
  added: (length) => ofEachKind / (26 * (length + 1)),
  replaced: (length) => ofEachKind / (25 * length),
}

const counted = new Map<string, { slips: number; bearers: number }>()
const names = [...shares].filter(([name, share]) => share >= leastShare && name.length > 3)
for (const [name] of names)
  for (const [word, [kind, at]] of slipsOf(name)) {
    const share = shares.get(word) ?? 0
    if (share >= leastShare) continue
    const end = at >= name.length - 1 ? 'last' : 'inside'
    for (const key of [String(Math.min(name.length, 8)), at === 0 ? 'first' : end]) {
      const count = counted.get(`${kind} ${key}`) ?? { slips: 0, bearers: 0 }
      count.slips += chance[kind](name.length)
      count.bearers += share
      counted.set(`${kind} ${key}`, count)
    }
  }

const columns = ['4', '5', '6', '7', '8', 'first', 'inside', 'last']
console.log(`${names.length} names`)
console.log(''.padEnd(10), ...columns.map((column) => column.padStart(7)))
for (const kind of Object.keys(chance)) {
  const cells = columns.map((column) => {
    const { slips, bearers } = counted.get(`${kind} ${column}`) ?? { slips: 0, bearers: 0 }
    return bearers === 0 ? '-' : Math.log2(slips / bearers).toFixed(1)
  })
  console.log(kind.padEnd(10), ...cells.map((cell) => cell.padStart(7)))
}
