import { countOf } from '../amounts.ts'
import type { ChainKind } from '../kind.ts'
import { hexOf, millisecondsOf } from '../texts.ts'

/** `blocks` of ethereum-etl: when each block was made. */
export const blocks: ChainKind = {
  id: 'ethereum-etl blocks',
  marks: ['number', 'parent_hash', 'timestamp', 'miner'],
  fields: { number: ['blockId'], timestamp: [], parent_hash: [], miner: [] },
  left: [
    ...['hash', 'nonce', 'sha3_uncles', 'logs_bloom', 'transactions_root', 'state_root', 'size'],
    ...['receipts_root', 'difficulty', 'total_difficulty', 'extra_data', 'gas_limit', 'gas_used'],
    ...['transaction_count', 'base_fee_per_gas', 'withdrawals_root', 'withdrawals', 'type'],
    ...['item_id', 'item_timestamp', 'block_id_group', 'block_hash', 'blob_gas_used'],
    'excess_blob_gas',
  ],
  into: 'eth_block',
  read: () => ({ block: countOf('number_text'), time: millisecondsOf('timestamp_text') }),
  values: ['block', 'time'],
  faults: () => [
    [
      'block is null',
      "coalesce(number_text || ' is no block number', 'the block number is missing')",
    ],
    ['time is null', "coalesce(timestamp_text || ' is no time', 'the time is missing')"],
  ],
}

/** `contracts` of ethereum-etl: which tokens are told apart by ids and have no amounts. */
export const contracts: ChainKind = {
  id: 'ethereum-etl contracts',
  marks: ['address', 'is_erc20', 'is_erc721'],
  fields: { address: [], is_erc20: [], is_erc721: [] },
  left: ['bytecode', 'function_sighashes', 'block_number', 'type', 'item_id', 'item_timestamp'],
  into: 'eth_contract',
  read: () => ({
    holds_ids: "case lower(is_erc721_text) when 'true' then true when 'false' then false end",
  }),
  values: [hexOf('address_text'), 'holds_ids'],
  faults: () => [
    ['address_text is null', "'the address is missing'"],
    [
      'holds_ids is null',
      "coalesce(is_erc721_text || ' is neither true nor false', 'is_erc721 is missing')",
    ],
  ],
}
