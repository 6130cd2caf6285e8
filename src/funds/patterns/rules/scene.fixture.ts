import { moveKinds, nobody } from '../../flow/flow.ts'
import { type About, findPatterns } from './find.ts'
import { hourMs, makeScene, otherStop, type Scene, service } from './scene.ts'
import type { PatternId } from './table.ts'

/** A transfer as tests write it; `at` is in hours since 1970, NaN where nobody knows. */
export type Row = {
  readonly at: number
  readonly src: string
  readonly dst: string
  readonly amount: number | bigint
  readonly kind?: (typeof moveKinds)[number]
}

export type Known = Partial<About> & {
  readonly stops?: Readonly<Record<string, 'service' | 'mixer'>>
  readonly transactions?: readonly string[]
  /** Whether moves stand in the flow as the rows do, not in order of time. */
  readonly asGiven?: boolean
  /** All addresses where none is named. */
  readonly subjects?: readonly string[]
}

/** Rows, in order of time unless `asGiven`, and the names of addresses in order of text. */
const sceneOf = (
  rows: readonly Row[],
  { stops = {}, transactions = [], asGiven = false }: Known,
): { readonly scene: Scene; readonly names: readonly string[] } => {
  const sorted = asGiven ? rows : [...rows].sort((a, b) => (a.at || 0) - (b.at || 0))
  const names = [...new Set(rows.flatMap(({ src, dst }) => [src, dst]))].filter(Boolean).sort()
  const place = (name: string): number => (name === '' ? nobody : names.indexOf(name))
  const scene = makeScene({
    asset: 'X',
    flow: {
      addresses: names.length,
      src: Uint32Array.from(sorted, ({ src }) => place(src)),
      dst: Uint32Array.from(sorted, ({ dst }) => place(dst)),
      amount: sorted.map(({ amount }) => BigInt(amount)),
      kind: Uint8Array.from(sorted, ({ kind = 'transfer' }) => moveKinds.indexOf(kind)),
    },
    time: Float64Array.from(sorted, ({ at }) => at * hourMs),
    stops: Uint8Array.from(names, (name) => {
      const kind = stops[name]
      if (kind === undefined) return 0
      return kind === 'service' ? service : otherStop
    }),
    transactions: Uint8Array.from(names, (name) => (transactions.includes(name) ? 1 : 0)),
  })
  return { scene, names }
}

export type Named = {
  readonly pattern: PatternId
  readonly subject: string
  readonly addresses: readonly string[]
  readonly strength: number
  readonly facts: Readonly<Record<string, number | string>>
  /** The transfers that prove it, as `src → dst amount`. */
  readonly moves: readonly string[]
}

/** What is found among rows, in names. */
export const patternsIn = (rows: readonly Row[], known: Known = {}): readonly Named[] => {
  const { scene, names } = sceneOf(rows, known)
  const subjects = new Set(
    (known.subjects ?? names).filter((name) => name !== '').map((name) => names.indexOf(name)),
  )
  const about = { stable: known.stable ?? true, reporting: known.reporting }
  const name = (place: number): string => names[place] ?? ''
  return findPatterns(scene, subjects, about).map((found) => ({
    ...found,
    subject: name(found.subject),
    addresses: [...found.addresses].map(name).sort(),
    moves: found.moves.map(
      (move) =>
        `${name(scene.flow.src[move] as number)} → ${name(scene.flow.dst[move] as number)} ${scene.flow.amount[move]}`,
    ),
  }))
}

/** A chain of so many addresses that each peel a tenth off and pass the rest on, an hour after it came. */
export const peelChain = (steps: number): Row[] =>
  Array.from({ length: steps }, (_, i) => [
    { at: i + 1, src: `p${i}`, dst: `peel ${i}`, amount: 100 },
    { at: i + 1, src: `p${i}`, dst: `p${i + 1}`, amount: 900 },
  ])
    .flat()
    .concat({ at: 0, src: 'victim', dst: 'p0', amount: 1000 })

/** As many equal amounts to as many addresses, a minute apart. */
export const equalAmounts = (transfers: number): Row[] =>
  Array.from({ length: transfers }, (_, i) => ({
    at: i / 60,
    src: 'splitter',
    dst: `part ${i}`,
    amount: 10_000 + i,
  }))

/** An address that passes all on after so many hours. */
export const relay = (hours: number): Row[] => [
  { at: 0, src: 'sender', dst: 'relay', amount: 500 },
  { at: hours, src: 'relay', dst: 'receiver', amount: 490 },
]

/** Wallets that are each paid twice by two payers; three quarters go over a wallet between to one collector. */
export const payroll = (wallets: number): Row[] =>
  Array.from({ length: wallets }, (_, i) =>
    [0, 30 * 24].flatMap((day, round) => {
      const amount = 4000 + 100 * i + 20 * round
      const kept = amount / 4
      return [
        { at: day + i, src: `employer ${round}`, dst: `wallet ${i}`, amount },
        { at: day + i + 2, src: `wallet ${i}`, dst: 'facilitator', amount: kept },
        { at: day + i + 3, src: `wallet ${i}`, dst: `between ${i % 2}`, amount: amount - kept },
        { at: day + i + 5, src: `between ${i % 2}`, dst: 'collector', amount: amount - kept },
        { at: day + i + 9, src: 'collector', dst: 'exchange', amount: amount - kept },
      ]
    }),
  ).flat()
