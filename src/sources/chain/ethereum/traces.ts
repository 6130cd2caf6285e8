import { countOf, wholeOf } from '../amounts.ts'
import type { ChainKind } from '../kind.ts'
import { hexOf, millisecondsOf } from '../texts.ts'

/** Types of traces that move value. */
const moving = ['call', 'create', 'suicide', 'reward', 'genesis', 'daofork'] as const

/** These run code of another account on one's own: the value they name stays where it is. */
const lending = ['delegatecall', 'callcode', 'staticcall'] as const

const oneOf = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ')

/** Where no column has it, the id of a trace says its type and its place: `call_0x…_0_1`. */
const inId = (pattern: string): string =>
  `nullif(regexp_extract(trace_id_text, '${pattern}', 1), '')`

/** `traces` of ethereum-etl: every call inside transactions, and rewards of miners. */
export const traces: ChainKind = {
  id: 'ethereum-etl traces',
  marks: [
    'block_number',
    'from_address',
    'to_address',
    'value',
    'trace_id|trace_address',
    'status|error',
  ],
  fields: {
    block_number: ['blockId'],
    block_timestamp: [],
    transaction_hash: ['txHash'],
    transaction_index: [],
    from_address: [],
    to_address: [],
    value: [],
    trace_type: [],
    call_type: [],
    trace_address: [],
    error: [],
    status: [],
    trace_id: [],
  },
  left: [
    ...['input', 'output', 'reward_type', 'gas', 'gas_used', 'subtraces', 'type', 'item_id'],
    ...['item_timestamp', 'block_hash', 'trace_index'],
  ],
  into: 'eth_trace',
  read: () => ({
    block: countOf('block_number_text'),
    idx: countOf('transaction_index_text'),
    time: millisecondsOf('block_timestamp_text'),
    value: `case when value_text is null then 0 else ${wholeOf('value_text')} end`,
    type: `
      case when lower(call_type_text) in (${oneOf(lending)}) then 'lend'
        when coalesce(trace_type_text, ${inId('^([a-z]+)_')}) = 'selfdestruct' then 'suicide'
        else coalesce(trace_type_text, ${inId('^([a-z]+)_')}) end`,
    path: `
      cast(coalesce(regexp_extract_all(
        coalesce(trace_address_text, ${inId('^[a-z]+_0x[0-9a-f]+_(.*)$')}), '[0-9]+'), [])
        as bigint[])`,
    failed: "error_text is not null or coalesce(status_text, '1') = '0'",
  }),
  values: [
    ...['block', 'idx', 'time', hexOf('transaction_hash_text'), hexOf('from_address_text')],
    ...[hexOf('to_address_text'), 'value', 'type', 'path', 'failed'],
  ],
  faults: () => [
    [
      'block is null',
      "coalesce(block_number_text || ' is no block number', 'the block number is missing')",
    ],
    ['value is null', "value_text || ' is no value in wei'"],
    [
      `type is null or type not in ('lend', ${oneOf(moving)})`,
      "coalesce('there is no type of trace ' || type, 'the type of the trace is missing')",
    ],
    [
      'idx is null and transaction_index_text is not null',
      "transaction_index_text || ' is no index'",
    ],
    ['time is null and block_timestamp_text is not null', "block_timestamp_text || ' is no time'"],
    [
      "value > 0 and not failed and type <> 'lend' and to_address_text is null",
      "'the receiver is missing'",
    ],
    [
      "value > 0 and not failed and type in ('call', 'create', 'suicide', 'daofork') and from_address_text is null",
      "'the sender is missing'",
    ],
    [
      "type in ('call', 'create', 'suicide') and transaction_hash_text is null and idx is null",
      "'neither hash nor index of the transaction is given'",
    ],
  ],
}
