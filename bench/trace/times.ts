/** Processor milliseconds that each takes, in rounds in which all take turns. */
export const timesOf = (
  rounds: number,
  methods: Readonly<Record<string, () => unknown>>,
): ReadonlyMap<string, readonly number[]> => {
  const times = new Map<string, number[]>(Object.keys(methods).map((name) => [name, []]))
  for (let round = 0; round < rounds; round++)
    for (const [name, run] of Object.entries(methods)) {
      const before = process.cpuUsage()
      run()
      const { user, system } = process.cpuUsage(before)
      times.get(name)?.push((user + system) / 1000)
      console.error(`round ${round + 1} of ${rounds}: ${name}`)
    }
  return times
}

/** The value below which so much of a list lies. */
export const quantile = (list: readonly number[], share: number): number => {
  const sorted = [...list].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}
