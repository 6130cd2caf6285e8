import { countOf, wholeOf } from '../amounts.ts'
import type { ChainKind, Fault } from '../kind.ts'
import { hexOf, millisecondsOf, wordOf } from '../texts.ts'

const fields = {
  block_number: ['blockId'],
  block_timestamp: [],
  transaction_hash: ['txHash'],
  log_index: [],
} as const

const where = {
  block: countOf('block_number_text'),
  log: countOf('log_index_text'),
  time: millisecondsOf('block_timestamp_text'),
} as const

const whereFaults: readonly Fault[] = [
  ['transaction_hash_text is null', "'the transaction hash is missing'"],
  [
    'block is null',
    "coalesce(block_number_text || ' is no block number', 'the block number is missing')",
  ],
  ['log is null', "coalesce(log_index_text || ' is no log index', 'the log index is missing')"],
  ['time is null and block_timestamp_text is not null', "block_timestamp_text || ' is no time'"],
]

const left = ['block_hash', 'type', 'item_id', 'item_timestamp', 'transaction_index'] as const

/**
 * `token_transfers` of ethereum-etl. It writes ids of ERC-721 as values and does not say so: `logs` or
 * `contracts` do, and without them an id passes for an amount.
 */
export const tokenTransfers: ChainKind = {
  id: 'ethereum-etl token_transfers',
  marks: ['token_address', 'from_address', 'to_address', 'value', 'log_index'],
  fields: { ...fields, token_address: [], from_address: [], to_address: [], value: [] },
  left,
  texts: ['transaction_hash', 'token_address', 'from_address', 'to_address'],
  into: 'eth_token',
  read: () => ({ ...where, amount: wholeOf('value_text') }),
  values: [
    ...['block', 'log', 'time', hexOf('transaction_hash_text'), hexOf('token_address_text')],
    ...[hexOf('from_address_text'), hexOf('to_address_text'), 'amount'],
    ...['case when amount is null then value_text end', 'null'],
  ],
  faults: () => [
    ...whereFaults,
    ['token_address_text is null', "'the address of the token is missing'"],
    ['from_address_text is null', "'the sender is missing'"],
    ['to_address_text is null', "'the receiver is missing'"],
    // An id may pass 2^127, so that it is only known later whether that is a fault.
    [
      "not coalesce(regexp_full_match(value_text, '[0-9]+'), false)",
      "coalesce(value_text || ' is no amount', 'the amount is missing')",
    ],
  ],
}

/** Keccak-256 of `Transfer(address,address,uint256)`, the event of ERC-20 and ERC-721 alike. */
const transferEvent = 'ddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef'

/**
 * `logs` of ethereum-etl, of which events of transfers are read. ERC-20 has the ends of a transfer as
 * topics and the amount as data, ERC-721 has the id as a fourth topic; some old contracts have all as data.
 */
export const logs: ChainKind = {
  id: 'ethereum-etl logs',
  marks: ['log_index', 'address', 'data', 'topics'],
  fields: { ...fields, address: [], data: [], topics: [] },
  left: [...left, 'block_id_group', 'topic0'],
  into: 'eth_token',
  read: () => ({
    ...where,
    topic: "regexp_extract_all(coalesce(lower(topics_text), ''), '0x([0-9a-f]{64})', 1)",
    word: `list_concat(regexp_extract_all(coalesce(lower(topics_text), ''), '0x([0-9a-f]{64})', 1)[2:],
      regexp_extract_all(substr(coalesce(lower(data_text), ''), 3), '[0-9a-f]{64}'))`,
  }),
  values: [
    ...['block', 'log', 'time', hexOf('transaction_hash_text'), hexOf('address_text')],
    ...["'0x' || right(word[1], 40)", "'0x' || right(word[2], 40)", wordOf('word[3]')],
    ...["'0x' || word[3]", 'len(topic)'],
  ],
  passed: [
    [
      `coalesce(topic[1] <> '${transferEvent}', not contains(coalesce(lower(topics_text), ''), '${transferEvent}'))`,
      "'an event of another kind'",
    ],
  ],
  faults: () => [
    ['address_text is null', "'the address of the token is missing'"],
    ...whereFaults,
    ['len(word) <> 3', "'a transfer of ' || len(word) || ' words where its event has 3'"],
  ],
}
