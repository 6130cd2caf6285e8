import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Call } from './node.ts'

type Part = Readonly<Record<string, string>>
type Block = Part & { readonly transactions: readonly Part[] }
type Log = Part & { readonly topics: readonly string[] }
type Receipt = Part & { readonly logs: readonly Log[] }
type Trace = Part & {
  readonly action: Part
  readonly result: Part | null
  readonly traceAddress: readonly number[]
  readonly subtraces: number
  readonly transactionPosition: number | null
}

type Value = string | number | null | undefined
type Row = Readonly<Record<string, Value>>

/** Numbers of JSON-RPC are hexadecimal, those of ethereum-etl are not. */
const decimal = (hex: string | undefined | null): string => (hex ? BigInt(hex).toString() : '')

const cell = (value: Value): string => {
  const text = `${value ?? ''}`
  return text.includes(',') ? `"${text}"` : text
}

const transferEvent = '0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef'

const toBlock = (block: Block): Row => ({
  number: decimal(block.number),
  ...{ hash: block.hash, parent_hash: block.parentHash, nonce: block.nonce },
  ...{ sha3_uncles: block.sha3Uncles, logs_bloom: block.logsBloom },
  ...{ transactions_root: block.transactionsRoot, state_root: block.stateRoot },
  ...{ receipts_root: block.receiptsRoot, miner: block.miner },
  ...{ difficulty: decimal(block.difficulty), total_difficulty: decimal(block.totalDifficulty) },
  ...{ size: decimal(block.size), extra_data: block.extraData },
  ...{ gas_limit: decimal(block.gasLimit), gas_used: decimal(block.gasUsed) },
  ...{ timestamp: decimal(block.timestamp), transaction_count: block.transactions.length },
  base_fee_per_gas: decimal(block.baseFeePerGas),
})

const toTransaction = (tx: Part, block: Block): Row => ({
  ...{ hash: tx.hash, nonce: decimal(tx.nonce), block_hash: tx.blockHash },
  ...{ block_number: decimal(tx.blockNumber), transaction_index: decimal(tx.transactionIndex) },
  ...{ from_address: tx.from, to_address: tx.to, value: decimal(tx.value) },
  ...{ gas: decimal(tx.gas), gas_price: decimal(tx.gasPrice), input: tx.input },
  block_timestamp: decimal(block.timestamp),
  max_fee_per_gas: decimal(tx.maxFeePerGas),
  max_priority_fee_per_gas: decimal(tx.maxPriorityFeePerGas),
  transaction_type: decimal(tx.type),
})

const toReceipt = (receipt: Receipt): Row => ({
  transaction_hash: receipt.transactionHash,
  transaction_index: decimal(receipt.transactionIndex),
  ...{ block_hash: receipt.blockHash, block_number: decimal(receipt.blockNumber) },
  cumulative_gas_used: decimal(receipt.cumulativeGasUsed),
  gas_used: decimal(receipt.gasUsed),
  ...{ contract_address: receipt.contractAddress, root: '', status: decimal(receipt.status) },
  effective_gas_price: decimal(receipt.effectiveGasPrice),
})

const toLog = (log: Log): Row => ({
  ...{ log_index: decimal(log.logIndex), transaction_hash: log.transactionHash },
  transaction_index: decimal(log.transactionIndex),
  ...{ block_hash: log.blockHash, block_number: decimal(log.blockNumber) },
  ...{ address: log.address, data: log.data, topics: log.topics.join(',') },
})

const addressIn = (topic: string | undefined): string => `0x${topic?.slice(-40)}`

const toTokenTransfer = (log: Log): Row => ({
  token_address: log.address,
  ...{ from_address: addressIn(log.topics[1]), to_address: addressIn(log.topics[2]) },
  ...{ value: decimal(log.data), transaction_hash: log.transactionHash },
  ...{ log_index: decimal(log.logIndex), block_number: decimal(log.blockNumber) },
})

/** Where each type of trace says whose value goes to whom. */
const endsOf = ({ type, action, result }: Trace): Row => {
  if (type === 'suicide')
    return {
      ...{ from_address: action.address, to_address: action.refundAddress },
      value: decimal(action.balance),
    }
  const to = type === 'create' ? result?.address : action.to
  return { from_address: action.from, to_address: to, value: decimal(action.value) }
}

/** A call has failed where it or one around it did. */
const statusOf = (trace: Trace, all: readonly Trace[]): number =>
  all.some(
    (each) =>
      each.error &&
      each.transactionHash === trace.transactionHash &&
      each.traceAddress.every((step, i) => trace.traceAddress[i] === step),
  )
    ? 0
    : 1

const toTrace = (trace: Trace, number: number, all: readonly Trace[]): Row => ({
  block_number: number,
  ...{ transaction_hash: trace.transactionHash, transaction_index: trace.transactionPosition },
  ...endsOf(trace),
  ...{ input: trace.action.input ?? trace.action.init, output: trace.result?.output },
  ...{ trace_type: trace.type, call_type: trace.action.callType, reward_type: '' },
  ...{ gas: decimal(trace.action.gas), gas_used: decimal(trace.result?.gasUsed) },
  ...{ subtraces: trace.subtraces, trace_address: trace.traceAddress.join(',') },
  ...{ error: trace.error, status: statusOf(trace, all) },
  trace_id: [trace.type, trace.transactionHash, ...trace.traceAddress].join('_'),
})

/** What ethereum-etl writes for an account that the chain began with. */
const toGenesis = ([address, value]: readonly [string, string]): Row => ({
  ...{ block_number: 0, transaction_hash: '', transaction_index: '', from_address: '' },
  ...{ to_address: address, value: decimal(value), input: '', output: '', trace_type: 'genesis' },
  ...{ call_type: '', reward_type: '', gas: '', gas_used: '', subtraces: 0, trace_address: '' },
  ...{ error: '', status: 1, trace_id: `genesis_${address}` },
})

/**
 * Reads a whole chain over JSON-RPC and writes it in the shape of ethereum-etl, a file for each of its
 * tables. Gives the names of the files.
 */
export const exportChain = async (call: Call, folder: string): Promise<readonly string[]> => {
  const tables: Record<string, Row[]> = {
    ...{ blocks: [], transactions: [], receipts: [], logs: [], token_transfers: [], traces: [] },
  }
  const add = (table: string, rows: readonly Row[]): void => void tables[table]?.push(...rows)
  for (const address of await call<readonly string[]>('eth_accounts'))
    add('traces', [toGenesis([address, await call('eth_getBalance', address, '0x0')])])
  const last = Number(await call('eth_blockNumber'))
  for (let number = 0; number <= last; number++) {
    const at = `0x${number.toString(16)}`
    const block = await call<Block>('eth_getBlockByNumber', at, true)
    const receipts = await call<readonly Receipt[]>('eth_getBlockReceipts', at)
    const logs = receipts.flatMap((receipt) => receipt.logs)
    const traces = await call<readonly Trace[]>('trace_block', at)
    add('blocks', [toBlock(block)])
    add(
      'transactions',
      block.transactions.map((tx) => toTransaction(tx, block)),
    )
    add('receipts', receipts.map(toReceipt))
    add('logs', logs.map(toLog))
    const moved = logs.filter(({ topics }) => topics[0] === transferEvent && topics.length === 3)
    add('token_transfers', moved.map(toTokenTransfer))
    add(
      'traces',
      traces.map((trace) => toTrace(trace, number, traces)),
    )
  }
  return Object.entries(tables).map(([table, rows]) => {
    const columns = Object.keys(rows[0] ?? {})
    const lines = rows.map((row) => columns.map((column) => cell(row[column])).join(','))
    writeFileSync(join(folder, `${table}.csv`), `${[columns.join(','), ...lines].join('\n')}\n`)
    return `${table}.csv`
  })
}
