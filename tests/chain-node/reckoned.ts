import { type Entry, type Followed, type Following, follow, policies } from './books.ts'

/** What the books say of the value of seeds: amount, least and greatest of each holder, and the sums. */
export type Reckoned = {
  readonly holders: ReadonlyMap<string, readonly bigint[]>
  readonly sums: Followed
}

/** Follows the books under every policy; holders are those whom any of them gives something. */
export const reckon = (books: readonly Entry[], asked: Following): Reckoned => {
  const chosen = policies.indexOf(asked.policy)
  const runs = policies.map((policy) => follow(books, { ...asked, policy }))
  const holders = new Map<string, readonly bigint[]>()
  for (const address of new Set(runs.flatMap(({ at }) => [...at.keys()]))) {
    const range = runs.map(({ at }) => at.get(address) ?? 0n)
    const sorted = [...range].sort((a, b) => Number(a - b))
    const [amount, low, high] = [range[chosen], sorted[0], sorted.at(-1)]
    if (high) holders.set(address, [amount, low, high] as bigint[])
  }
  return { holders, sums: runs[chosen] as Followed }
}
