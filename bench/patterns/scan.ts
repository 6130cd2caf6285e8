import { join } from 'node:path'
import { openInMemory } from '../../src/engine/index.ts'
import { openFile } from '../../src/formats/index.ts'
import { indexMoves } from '../../src/funds/flow/index-moves.ts'
import { loadFlows } from '../../src/funds/flow/load.ts'
import { aboutAsset, loadScenes } from '../../src/funds/patterns/load.ts'
import { findPatterns } from '../../src/funds/patterns/rules/find.ts'
import { isSubject } from '../../src/funds/patterns/rules/scene.ts'
import { numberOf, patternIds } from '../../src/funds/patterns/rules/table.ts'
import { findStops } from '../../src/funds/stops.ts'
import type { Label, LabelKind, Source, SourceId } from '../../src/model/index.ts'
import { takeTransfers } from '../../src/sources/index.ts'

/** Transfers, and the groups that their addresses are told apart in. */
export type Population = {
  readonly name: string
  readonly paths: readonly string[]
  readonly labels: readonly Label[]
  /** The group of an address; null where it is in none. */
  readonly groupOf: (address: string) => string | null
  /** Wallets of each ring that wages came to at least twice. */
  readonly payrolls?: readonly ReadonlySet<string>[]
}

export const labelOf = (address: string, kind: LabelKind, label: string): Label => ({
  address,
  kind,
  category: kind,
  label,
  source: '',
  confidence: 100,
  place: '',
})

type Found = {
  readonly addresses: Map<string, number>
  /** By group and pattern, how often which strength. */
  readonly strengths: Map<string, number[]>
  /** All addresses of each consolidation of payroll. */
  readonly payrolls: readonly (readonly string[])[]
  readonly seconds: number
}

/** Looks at all addresses of a population. */
export const scan = async (
  folder: string,
  { paths, labels, groupOf }: Population,
): Promise<Found> => {
  const engine = await openInMemory({ memory: '2GB', spill: join(folder, 'spill') })
  const files = []
  for (const [i, path] of paths.entries()) {
    const source: Source = {
      id: `bench-${i}` as SourceId,
      path,
      sha256: '',
      kind: 'transfers',
      bytes: 0,
      learned: null,
    }
    files.push({ file: await openFile(path), source })
  }
  await takeTransfers(engine, { files, folder })
  await indexMoves(engine)
  const flows = await loadFlows(engine)
  const stops = await findStops(engine, flows.addresses, { labels, hub: 1000 })
  const groups = flows.addresses.map(groupOf)
  const addresses = new Map<string, number>()
  const strengths = new Map<string, number[]>()
  const payrolls: (readonly string[])[] = []
  let seconds = 0
  const counted = new Set<number>()
  for await (const { asset, scene } of loadScenes(engine, flows, stops)) {
    const subjects = new Set<number>()
    for (const ends of [scene.flow.src, scene.flow.dst])
      for (const end of ends) if (end < groups.length && isSubject(scene, end)) subjects.add(end)
    for (const subject of subjects) {
      const group = groups[subject]
      if (group && !counted.has(subject)) addresses.set(group, (addresses.get(group) ?? 0) + 1)
      counted.add(subject)
    }
    const before = process.cpuUsage()
    const found = findPatterns(scene, subjects, aboutAsset(asset, []))
    const { user, system } = process.cpuUsage(before)
    seconds += (user + system) / 1_000_000
    for (const { pattern, subject, strength, addresses: all } of found) {
      if (pattern === 'payroll')
        payrolls.push(all.map((address) => flows.addresses[address] as string))
      const key = `${groups[subject]} ${pattern}`
      strengths.set(key, [...(strengths.get(key) ?? []), strength])
    }
  }
  await engine.close()
  return { addresses, strengths, payrolls, seconds }
}

/** Prints how many addresses of each group show which pattern at least how strongly. */
export const tell = (
  { name, payrolls = [] }: Population,
  { addresses, strengths, payrolls: found, seconds }: Found,
): void => {
  console.log(`${name} (${seconds.toFixed(1)} s of processor)`)
  for (const [group, count] of [...addresses].sort())
    for (const pattern of patternIds) {
      const shown = (strengths.get(`${group} ${pattern}`) ?? []).sort((a, b) => a - b)
      const levels = [...new Set(shown)].map(
        (level) => `${shown.filter((each) => each >= level).length} at ${level}`,
      )
      console.log(
        `  ${group} (${count} addresses), ${pattern}: ${shown.length}${levels.length > 0 ? ` (${levels.join(', ')} or more)` : ''}`,
      )
    }
  if (payrolls.length === 0) return
  const large = payrolls.filter(({ size }) => size >= numberOf('payroll', 'wallets'))
  const seen = large.filter((ring) =>
    found.some(
      (all) => all.filter((address) => ring.has(address)).length >= numberOf('payroll', 'wallets'),
    ),
  )
  console.log(
    `  of ${large.length} rings that wages came to at ${numberOf('payroll', 'wallets')} wallets or more, twice or more each, payroll tells ${seen.length}`,
  )
}
