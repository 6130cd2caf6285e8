/** Readings with their shares, which add up to 1; the likelier first. Empty where none is known. */
export type Readings = readonly (readonly [reading: string, share: number])[]

/** A table of `data/`: a reading, then the characters that have it. */
export type ByReading = Readonly<Record<string, string>>

/** Parts that add up to 1, the greatest first; equal ones stay in their order, weights of one reading are added. */
export const toShares = (
  weights: Iterable<readonly [reading: string, weight: number]>,
): Readings => {
  const sums = new Map<string, number>()
  let total = 0
  for (const [reading, weight] of weights) {
    sums.set(reading, weight + (sums.get(reading) ?? 0))
    total += weight
  }
  return [...sums]
    .map(([reading, weight]) => [reading, weight / total] as const)
    .sort(([, a], [, b]) => b - a)
}

/** The readings of each character, undefined where the tables have none. */
export type CharacterReadings = (char: string) => Readings | undefined

const codePoints = 0x30000

/**
 * Turns tables round: the readings of each character, weighed by their table. Most characters have one
 * reading, so that a number each does
 * and unpacking ten thousand of them takes a few milliseconds.
 */
export const byCharacter = (
  tables: readonly (readonly [table: ByReading, weight: number])[],
): CharacterReadings => {
  const weighed: (readonly [reading: string, weight: number])[] = []
  const firstOf = new Uint16Array(codePoints)
  const furtherOf = new Map<number, number[]>()
  for (const [table, weight] of tables)
    for (const reading in table) {
      const id = weighed.push([reading, weight])
      const chars = table[reading] as string
      for (let at = 0; at < chars.length; at++) {
        const code = chars.codePointAt(at) as number
        if (code > 0xffff) at++
        if (firstOf[code] === 0) firstOf[code] = id
        else {
          const further = furtherOf.get(code)
          if (further === undefined) furtherOf.set(code, [id])
          else further.push(id)
        }
      }
    }
  return (char) => {
    const code = char.codePointAt(0) ?? 0
    const first = firstOf[code] ?? 0
    if (first === 0) return undefined
    const ids = [first, ...(furtherOf.get(code) ?? [])]
    return toShares(ids.map((id) => weighed[id - 1] as readonly [string, number]))
  }
}

/** Makes a value on first use and keeps it. */
export const lazily = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** Characters of a text two by two: a key and what it stands for. */
export const pairsOf = (text: string): [string, string][] => {
  const chars = [...text]
  const pairs: [string, string][] = []
  for (let at = 0; at + 1 < chars.length; at += 2)
    pairs.push([chars[at] as string, chars[at + 1] as string])
  return pairs
}
