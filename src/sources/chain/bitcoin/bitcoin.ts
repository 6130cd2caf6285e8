import { countOf } from '../amounts.ts'
import type { ChainKind } from '../kind.ts'
import { millisecondsOf } from '../texts.ts'

/** `transactions` of bitcoin-etl, in JSON, with their inputs and outputs inside. */
export const bitcoinTransactions: ChainKind = {
  id: 'bitcoin-etl transactions',
  marks: ['hash', 'inputs', 'outputs', 'is_coinbase'],
  fields: {
    hash: [],
    block_number: [],
    block_timestamp: [],
    index: [],
    is_coinbase: [],
    inputs: [],
    outputs: [],
  },
  left: [
    ...['size', 'virtual_size', 'version', 'lock_time', 'block_hash', 'input_count', 'type'],
    // These are sums of what stands in inputs and outputs, and wrong where inputs lack their values.
    ...['output_count', 'input_value', 'output_value', 'fee', 'item_id', 'item_timestamp'],
  ],
  into: 'bitcoin_transaction',
  read: () => ({
    block: countOf('block_number_text'),
    idx: countOf('index_text'),
    time: millisecondsOf('block_timestamp_text'),
    coinbase: "lower(is_coinbase_text) = 'true'",
    paid_in: "coalesce(inputs_text, '[]')",
    paid_out: "coalesce(outputs_text, '[]')",
  }),
  values: ['block', 'idx', 'time', 'hash_text', 'coinbase', 'paid_in', 'paid_out'],
  faults: () => [
    ['hash_text is null', "'the hash is missing'"],
    [
      'block is null',
      "coalesce(block_number_text || ' is no block number', 'the block number is missing')",
    ],
    ['coinbase is null', "'is_coinbase is missing'"],
    ['time is null and block_timestamp_text is not null', "block_timestamp_text || ' is no time'"],
    ['idx is null and index_text is not null', "index_text || ' is no index'"],
    [
      "not json_valid(paid_in) or not starts_with(paid_in, '[')",
      "'its inputs are no list in JSON'",
    ],
    [
      "not json_valid(paid_out) or not starts_with(paid_out, '[')",
      "'its outputs are no list in JSON'",
    ],
  ],
}
