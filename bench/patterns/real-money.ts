import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { labelOf, type Population } from './scan.ts'

const linesOf = (path: string): readonly string[] => {
  const bytes = readFileSync(path)
  const text = path.endsWith('.gz') ? gunzipSync(bytes) : bytes
  return text.toString('utf8').trim().split(/\r?\n/)
}

/** Thefts that people traced by hand, in cents of transfer time, with their ends as services. */
const theft = (folder: string, chain: string, name: string): Population => {
  const at = join(chain, 'flows', name)
  const rows = linesOf(join(at, 'edges.csv')).slice(1)
  const path = join(folder, `${name}.csv`)
  const transfers = rows.map((row, i) => {
    const [time, block, tx, src, , dst, , value] = row.split(',')
    return `${time},${block},${i},${tx},${src},${dst},${Math.round(100 * Number(value))}`
  })
  writeFileSync(path, `time,block,index,tx,src,dst,amount\n${transfers.join('\n')}\n`)
  return {
    name,
    paths: [path],
    labels: linesOf(join(at, 'terminals.csv')).map((address) => labelOf(address, 'service', 'end')),
    groupOf: () => 'theft',
  }
}

/** The first hop of the Bybit theft: ether that really moved, and that alone. */
const bybit = (folder: string, chain: string): Population => {
  const rows = linesOf(join(chain, 'flows/bybit-2025/hop1_outbound.csv')).slice(1)
  const path = join(folder, 'bybit.csv')
  const transfers = rows.flatMap((row, i) => {
    const [tx, time, to, amount, asset, , kind] = row.split(',')
    if (kind !== 'native') return []
    const wei = BigInt(Math.round(Number(amount) * 1e6)) * 10n ** 12n
    return [`${time},${i},${tx},0x47666fab8bd0ac7003bce3f5c3585383f09486e2,${to},${asset},${wei}`]
  })
  writeFileSync(path, `time,index,tx,src,dst,asset,amount\n${transfers.join('\n')}\n`)
  return { name: 'bybit-2025, first hop', paths: [path], labels: [], groupOf: () => 'theft' }
}

/** Accounts that are said to phish, and as many that are not; each edge is taken for one transfer at its last time. */
const phishing = (folder: string, chain: string): Population => {
  const at = join(chain, 'flows/xblock-phishing')
  const groups = new Map<string, string>()
  for (const row of linesOf(join(at, 'nodes.csv.gz')).slice(1)) {
    const [, id, label] = row.split(',')
    if (label) groups.set(id as string, Number(label) === 1 ? 'phishing' : 'not phishing')
  }
  const path = join(folder, 'phishing.csv')
  const transfers = linesOf(join(at, 'edges.csv.gz'))
    .slice(1)
    .map((row) => {
      const [i, from, to, amount, , time] = row.split(',')
      const at = new Date(1000 * Number(time)).toISOString()
      return `${at},${i},${i},${from},${to},ETH,${BigInt(Math.round(Number(amount) * 1e9))}`
    })
  writeFileSync(path, `time,index,tx,src,dst,asset,amount\n${transfers.join('\n')}\n`)
  return {
    name: 'xblock, one transfer an edge',
    paths: [path],
    labels: [],
    groupOf: (address) => groups.get(address) ?? null,
  }
}

const explorer = (chain: string): Population => {
  const at = join(chain, 'exports/etherscan')
  return {
    name: 'explorer downloads',
    paths: readdirSync(at).map((name) => join(at, name)),
    labels: [],
    groupOf: () => 'all',
  }
}

const bitcoin = (chain: string): Population => {
  const at = join(chain, 'samples/bitcoin-etl/bitcoin')
  return {
    name: 'bitcoin-etl samples',
    paths: readdirSync(at, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.name === 'expected_transactions.json')
      .map((entry) => join(entry.parentPath, entry.name)),
    labels: [],
    groupOf: () => 'all',
  }
}

export const realMoney = (folder: string, chain: string): readonly Population[] => [
  theft(folder, chain, 'harmony-2022'),
  theft(folder, chain, 'phish54m-2024'),
  bybit(folder, chain),
  phishing(folder, chain),
  explorer(chain),
  bitcoin(chain),
]
