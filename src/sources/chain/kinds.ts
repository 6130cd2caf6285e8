import { MusterError } from '../../model/index.ts'
import type { FieldMap } from '../accounts/fields.ts'
import { bitcoinTransactions } from './bitcoin/bitcoin.ts'
import { blocks, contracts } from './ethereum/blocks.ts'
import { logs, tokenTransfers } from './ethereum/tokens.ts'
import { traces } from './ethereum/traces.ts'
import { receipts, transactions } from './ethereum/transactions.ts'
import { explorer } from './explorer/explorer.ts'
import { type ChainKind, toChainField } from './kind.ts'
import { transfers } from './transfers.ts'

/** Every kind of file of transfers. */
const chainKinds: readonly ChainKind[] = [
  transfers,
  ...[transactions, receipts, traces, logs, tokenTransfers, blocks, contracts],
  explorer,
  bitcoinTransactions,
]

/**
 * The kind of a file by the names of its columns; a map of columns is of the columns of Muster's own and
 * goes before all others where the file has what it names. Errors: `kind-unknown`, `kind-ambiguous`.
 */
export const findChainKind = (
  header: readonly string[],
  { path, map }: { readonly path: string; readonly map: FieldMap },
): ChainKind => {
  const isMapped = map.size > 0 && [...map.values()].every((column) => header.includes(column))
  if (isMapped && holds(transfers, header, map)) return transfers
  const claimed = chainKinds.filter((kind) => holds(kind, header))
  const [kind, other] = claimed
  if (!kind)
    throw new MusterError('kind-unknown', `${path} is no file of transfers that is known`, {
      hint: `Its columns are: ${header.join(', ')}. Say which hold what: --map src=COLUMN,dst=COLUMN,amount=COLUMN`,
    })
  if (other)
    throw new MusterError('kind-ambiguous', `${path} may be ${kind.id} or ${other.id}`, {
      hint: 'Part it into a file for each kind.',
    })
  return kind
}

/** Whether columns are those of a kind of file of transfers, and of one alone. */
export const isOfTransfers = (header: readonly string[]): boolean =>
  chainKinds.filter((kind) => holds(kind, header)).length === 1

const holds = (kind: ChainKind, header: readonly string[], map: FieldMap = new Map()): boolean => {
  const fields = new Set([...header.map(toChainField(kind)), ...map.keys()])
  return kind.marks.every((mark) => mark.split('|').some((field) => fields.has(field)))
}
