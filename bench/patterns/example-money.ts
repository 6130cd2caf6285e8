import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeExample } from '../../src/example/index.ts'
import { numberOf } from '../../src/funds/patterns/rules/table.ts'
import type { LabelKind } from '../../src/model/index.ts'
import { labelOf, type Population } from './scan.ts'

type Example = ReturnType<typeof makeExample>

/**
 * The money of an example platform and of its bank. Addresses of rings are the wallets of ring accounts and
 * all that value of these comes to before a stop; those of honest accounts alone are honest. Accounts at
 * the bank are a group of their own.
 */
export const exampleMoney = (
  folder: string,
  { accounts, seed }: { readonly accounts: number; readonly seed: number },
): Population => {
  const example = makeExample({ accounts, seed })
  const labels = [...example.labels()].map(({ address, kind, label }) =>
    labelOf(address, kind as LabelKind, label),
  )
  const stops = new Set(labels.map(({ address }) => address))
  const { ringOf, honest } = walletsOf(example)
  const rings = new Set(ringOf.keys())
  const lines = ['time,block,tx,index,src,dst,asset,amount']
  const wages = new Map<string, number[]>()
  for (const { time, block, tx, index, src, dst, asset, amount } of example.transfers()) {
    lines.push([time, block, tx, index, src, dst, asset, amount].join(','))
    if (stops.has(src) && ringOf.has(dst))
      wages.set(dst, [...(wages.get(dst) ?? []), Date.parse(time)])
    // In order of time, so one pass reaches all.
    if (!stops.has(dst)) for (const group of [rings, honest]) if (group.has(src)) group.add(dst)
  }
  const transfers = join(folder, `example-${seed}.csv`)
  writeFileSync(transfers, `${lines.join('\n')}\n`)
  const payments = join(folder, `example-${seed}.xml`)
  const { head, rows, foot } = example.payments()
  writeFileSync(payments, [head, ...rows, foot].join(''))
  return {
    name: `example platform, ${accounts} accounts, seed ${seed}`,
    paths: [transfers, payments],
    labels,
    groupOf: (address) => {
      if (rings.has(address)) return 'rings'
      if (honest.has(address)) return 'honest'
      return address.startsWith('0x') ? null : 'bank'
    },
    payrolls: payrollsOf(ringOf, wages),
  }
}

/** Wallets of ring accounts, each with the ring, and those of honest accounts. */
const walletsOf = (
  example: Example,
): { readonly ringOf: ReadonlyMap<string, string>; readonly honest: Set<string> } => {
  const rings = new Map<string, string>()
  for (const { account, ring } of example.truth()) if (ring) rings.set(account, ring)
  const ringOf = new Map<string, string>()
  const honest = new Set<string>()
  for (const { account, kind, value } of example.observations()) {
    if (kind !== 'wallet') continue
    const ring = rings.get(account)
    if (ring) ringOf.set(value, ring)
    else honest.add(value)
  }
  return { ringOf, honest }
}

/** Wallets of each ring that wages came to at least twice, far enough apart. */
const payrollsOf = (
  ringOf: ReadonlyMap<string, string>,
  wages: ReadonlyMap<string, readonly number[]>,
): readonly ReadonlySet<string>[] => {
  const payrolls = new Map<string, Set<string>>()
  for (const [wallet, times] of wages) {
    const ring = ringOf.get(wallet) as string
    const days = (Math.max(...times) - Math.min(...times)) / 86_400_000
    if (days >= numberOf('payroll', 'apart'))
      payrolls.set(ring, (payrolls.get(ring) ?? new Set()).add(wallet))
  }
  return [...payrolls.values()]
}
