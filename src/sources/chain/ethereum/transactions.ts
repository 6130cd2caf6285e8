import { countOf, wholeOf } from '../amounts.ts'
import type { ChainKind, Fault } from '../kind.ts'
import { hexOf, millisecondsOf } from '../texts.ts'

const gasFields = {
  gas_used: ['receipt_gas_used'],
  effective_gas_price: ['receipt_effective_gas_price'],
  status: ['receipt_status'],
  l1_fee: ['receipt_l1_fee'],
} as const

const whereFields = {
  block_number: ['blockId'],
  transaction_index: [],
  transaction_hash: ['hash', 'txHash'],
} as const

const where = {
  block: countOf('block_number_text'),
  idx: countOf('transaction_index_text'),
  tx: hexOf('transaction_hash_text'),
} as const

/** What a number may be missing for, but not unreadable. */
const unreadable = (field: string, read: string): Fault => [
  `${read} is null and ${field}_text is not null`,
  `${field}_text || ' is no ${field.replaceAll('_', ' ')}'`,
]

const whereFaults: readonly Fault[] = [
  ['tx is null', "'the transaction hash is missing'"],
  [
    'block is null',
    "coalesce(block_number_text || ' is no block number', 'the block number is missing')",
  ],
  unreadable('transaction_index', 'idx'),
]

const gas = {
  gas_units: wholeOf('gas_used_text'),
  extra: wholeOf('l1_fee_text'),
  // Blocks before Byzantium have no status.
  failed: "case status_text when '0' then true when '1' then false end",
} as const

const gasFaults: readonly Fault[] = [
  unreadable('gas_used', 'gas_units'),
  unreadable('l1_fee', 'extra'),
  unreadable('status', 'failed'),
]

/** `transactions` of ethereum-etl; its stream holds what the receipt says too. */
export const transactions: ChainKind = {
  id: 'ethereum-etl transactions',
  marks: ['transaction_hash', 'from_address', 'to_address', 'value', 'gas_price', 'nonce'],
  fields: {
    ...whereFields,
    block_timestamp: [],
    from_address: [],
    to_address: [],
    value: [],
    gas_price: [],
    nonce: [],
    contract_address: ['receipt_contract_address'],
    ...gasFields,
  },
  left: [
    ...['block_hash', 'gas', 'input', 'max_fee_per_gas', 'max_priority_fee_per_gas'],
    ...['transaction_type', 'type', 'item_id', 'item_timestamp', 'receipt_root'],
    ...['receipt_cumulative_gas_used', 'receipt_l1_gas_used'],
    ...['receipt_l1_gas_price', 'receipt_l1_fee_scalar', 'max_fee_per_blob_gas'],
    ...['blob_versioned_hashes', 'receipt_blob_gas_price', 'receipt_blob_gas_used'],
  ],
  texts: ['transaction_hash', 'from_address', 'to_address', 'contract_address'],
  into: 'eth_transaction',
  read: () => ({
    ...where,
    time: millisecondsOf('block_timestamp_text'),
    value: wholeOf('value_text'),
    price: wholeOf('coalesce(effective_gas_price_text, gas_price_text)'),
    ...gas,
  }),
  values: [
    ...['block', 'idx', 'time', 'tx', hexOf('from_address_text')],
    hexOf('coalesce(to_address_text, contract_address_text)'),
    ...['value', 'failed', 'gas_units', 'price', 'extra'],
  ],
  faults: () => [
    ...whereFaults,
    ['from_address_text is null', "'the sender is missing'"],
    ['value is null', "coalesce(value_text || ' is no value in wei', 'the value is missing')"],
    unreadable('block_timestamp', 'time'),
    ...gasFaults,
  ],
}

/** `receipts` of ethereum-etl: whether a transaction failed, and what gas it paid. */
export const receipts: ChainKind = {
  id: 'ethereum-etl receipts',
  marks: ['transaction_hash', 'gas_used', 'cumulative_gas_used'],
  fields: {
    ...whereFields,
    ...gasFields,
    contract_address: [],
    cumulative_gas_used: [],
  },
  left: ['block_hash', 'root', 'l1_gas_used', 'l1_gas_price', 'l1_fee_scalar', 'type'],
  texts: ['transaction_hash', 'contract_address'],
  into: 'eth_receipt',
  read: () => ({ ...where, price: wholeOf('effective_gas_price_text'), ...gas }),
  values: [
    ...['block', 'idx', 'tx', hexOf('contract_address_text'), 'failed', 'gas_units', 'price'],
    'extra',
  ],
  faults: () => [...whereFaults, ...gasFaults, unreadable('effective_gas_price', 'price')],
}
