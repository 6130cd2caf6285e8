import { type Appender, sql } from '../engine/index.ts'
import { canonicalJson, type Millibits, toBits, toMillibits } from '../model/index.ts'
import type { Run } from './run.ts'
import type { Workspace } from './workspace.ts'

/** A ring as a check keeps it for the next one; `past` is what the question says of how it came to be. */
export type KeptRing<Past> = {
  readonly ring: string
  readonly accounts: readonly string[]
  readonly bits: number
  readonly values: readonly {
    readonly kind: string
    readonly value: string
    readonly bits: number
  }[]
  readonly past: Past
}

/** Rings that hold, and those that have ended, each by its last word; in the order of their names. */
export type KeptRings<Past> = {
  readonly held: readonly KeptRing<Past>[]
  readonly ended: readonly KeptRing<Past>[]
}

/** What the last check kept of rings. */
export const keptRings = async <Past>({ engine }: Workspace): Promise<KeptRings<Past>> => {
  const kept = { held: [] as KeptRing<Past>[], ended: [] as KeptRing<Past>[] }
  const last = sql`
    select * from ring_log
    qualify row_number() over (partition by ring order by ord desc) = 1 order by ring`
  for await (const { ring, accounts, millibits, shared, past, state } of engine.query(last))
    kept[state === 'held' ? 'held' : 'ended'].push({
      ring: ring as string,
      accounts: accounts as string[],
      bits: toBits(Number(millibits)),
      values: JSON.parse(shared as string),
      past: JSON.parse(past as string),
    })
  return kept
}

/**
 * Keeps the rings of a run, whole or not at all. An unchanged one writes nothing; a changed or ended one
 * is added, and what it was before stays in the log.
 */
export const keepRings = async <Past>(
  workspace: Workspace,
  run: Run,
  { held, ended }: KeptRings<Past>,
): Promise<void> => {
  const before = await keptRings<Past>(workspace)
  const known = new Set([
    ...before.held.map((ring) => wordOf(ring, 'held')),
    ...before.ended.map((ring) => wordOf(ring, 'ended')),
  ])
  await workspace.engine.transaction(async (session) => {
    let ord = 1
    const last = sql`select coalesce(max(ord), 0) + 1 as next from ring_log`
    for await (const { next } of session.query(last)) ord = Number(next)
    const log = await session.append('ring_log')
    for (const [state, rings] of [
      ['held', held],
      ['ended', ended],
    ] as const)
      for (const ring of rings)
        if (!known.has(wordOf(ring, state))) add(log, ring, { run, state, ord: ord++ })
  })
}

type State = 'held' | 'ended'

const wordOf = <Past>(ring: KeptRing<Past>, state: State): string => canonicalJson([state, ring])

const add = <Past>(
  log: Appender,
  { ring, accounts, bits, values, past }: KeptRing<Past>,
  { run, state, ord }: { readonly run: Run; readonly state: State; readonly ord: number },
): void => {
  const millibits: Millibits = toMillibits(bits)
  // In the order of their fields, so that what is read again is printed again to the byte.
  log.add([
    ring,
    accounts,
    millibits,
    JSON.stringify(values),
    JSON.stringify(past),
    run.id,
    state,
    ord,
  ])
}
