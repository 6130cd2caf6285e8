import type { Example } from '../../src/example/index.ts'

/** A number from 0 to 1 for each row, from a seed. */
const draw = (seed: number, row: number): number => {
  let mixed = Math.imul(row + 1, 0x9e3779b1) ^ Math.imul(seed + 1, 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39)
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32
}

/** How much of an example was there earlier: parts of its accounts, and of what those were seen with. */
export type Split = {
  readonly seed: number
  readonly accounts: number
  readonly observations: number
}

/** The example as it was earlier: some accounts, and some of what those were seen with. */
export const earlier = (example: Example, { seed, accounts, observations }: Split): Example => {
  const known = new Set<string>()
  let row = 0
  for (const { id } of example.accounts()) if (draw(seed, row++) < accounts) known.add(id)
  return {
    ...example,
    *accounts() {
      for (const account of example.accounts()) if (known.has(account.id)) yield account
    },
    *observations() {
      let place = 0
      for (const seen of example.observations())
        if (draw(seed + 1, place++) < observations && known.has(seen.account)) yield seen
    },
  }
}
