import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeExample } from '../../src/example/index.ts'
import type { LabelKind } from '../../src/model/index.ts'
import { labelOf, type Population } from './scan.ts'

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
  const ringAccounts = new Set<string>()
  for (const { account, ring } of example.truth()) if (ring) ringAccounts.add(account)
  const rings = new Set<string>()
  const honest = new Set<string>()
  for (const { account, kind, value } of example.observations())
    if (kind === 'wallet') (ringAccounts.has(account) ? rings : honest).add(value)
  const lines = ['time,block,tx,index,src,dst,asset,amount']
  for (const row of example.transfers()) {
    const { time, block, tx, index, src, dst, asset, amount } = row
    lines.push([time, block, tx, index, src, dst, asset, amount].join(','))
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
  }
}
