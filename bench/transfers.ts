/**
 * How many transfers a second come from a file into the table `moved` (`taken`) and on into flows in memory
 * (`flows`), beside what the engine alone takes to read the same file (`scan`) and to load its columns with
 * their types, unchecked (`load`): nothing that goes through it can be faster. The file is made on the
 * fly: hashes, addresses and contracts in hexadecimal.
 * `npm run bench -- transfers [ROWS] [ADDRESSES] [ROUNDS]` (1,000,000; 1,000,000; 3)
 */
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Engine, openInMemory, type Sql, sql } from '../src/engine/index.ts'
import { openFile } from '../src/formats/index.ts'
import { indexMoves } from '../src/funds/flow/index-moves.ts'
import { loadFlows } from '../src/funds/flow/load.ts'
import { sourceId } from '../src/model/index.ts'
import { takeTransfers } from '../src/sources/index.ts'
import { drawer } from './trace/made-flow.ts'

const [rows = 1_000_000, addresses = 1_000_000, rounds = 3] = process.argv.slice(2).map(Number)
const assets = 50
const draw = drawer(1)
const below = (end: number): number => Math.floor(draw() * end)
const hex = (n: number, length: number): string =>
  `0x${n.toString(16).padStart(8, '0').repeat(8).slice(0, length)}`

function* pieces(): Generator<string> {
  let piece = 'time,block,tx,index,src,dst,asset,amount\n'
  for (let i = 0; i < rows; i++) {
    const time = new Date(1_700_000_000_000 + Math.floor(i / 128) * 12_000).toISOString()
    const ends = `${hex(below(addresses), 40)},${hex(below(addresses), 40)},${hex(below(assets), 40)}`
    const amount = `${1 + below(2 ** 31)}${`${below(1e9)}`.padStart(9, '0')}`
    piece += `${time.slice(0, 19)}Z,${15e6 + (i >> 7)},${hex(i, 64)},${i & 127},${ends},${amount}\n`
    if (piece.length < 262_144) continue
    yield piece
    piece = ''
  }
  yield piece
}

const folder = await mkdtemp(join(tmpdir(), 'muster-bench-'))
const path = join(folder, 'transfers.csv')
await pipeline(Readable.from(pieces()), createWriteStream(path))
const { size } = await stat(path)

const read = sql`
  read_csv(${path}, auto_detect = false, header = true, strict_mode = true, delim = ',',
    columns = {'time': 'VARCHAR', 'block': 'VARCHAR', 'tx': 'VARCHAR', 'index': 'VARCHAR',
      'src': 'VARCHAR', 'dst': 'VARCHAR', 'asset': 'VARCHAR', 'amount': 'VARCHAR'})`
const scan: Sql = sql`
  create table scanned as select count(tx || src || dst || asset || amount || time) as n from ${read}`
const load: Sql = sql`
  create table loaded as
  select block::bigint as block, index::bigint as position, time::timestamptz as time, tx, src, dst,
    asset, amount::hugeint as amount
  from ${read}`

const take = async (engine: Engine): Promise<void> => {
  const file = await openFile(path)
  const sha256 = 'made'
  const id = sourceId('transfers', sha256)
  const source = { id, path, sha256, kind: 'transfers', bytes: size, learned: null }
  const { rejected } = await takeTransfers(engine, { files: [{ file, source }], folder })
  if (rejected > 0) throw new Error(`${rejected} rows were rejected`)
}

const vouched = Array.from({ length: assets }, (_, i) => ({
  contract: hex(i, 40),
  symbol: '',
  decimals: 18,
}))

let bytes = 0
const flow = async (engine: Engine): Promise<void> => {
  await take(engine)
  await indexMoves(engine, vouched)
  const flows = await loadFlows(engine)
  const moves = flows.assets.reduce((sum, { flow }) => sum + flow.src.length, 0)
  if (moves !== rows) throw new Error(`${moves} moves of ${rows}`)
  bytes = flows.assets.reduce(
    (sum, { flow: { src, dst, kind, amount } }) =>
      sum + src.byteLength + dst.byteLength + kind.byteLength + 8 * amount.length,
    0,
  )
}

const methods: Readonly<Record<string, (engine: Engine) => Promise<void>>> = {
  scan: (engine) => engine.transaction((session) => session.run(scan)),
  load: (engine) => engine.transaction((session) => session.run(load)),
  taken: take,
  flows: flow,
}

const times = new Map<string, { readonly wall: number; readonly cpu: number }[]>()
for (let round = 0; round < rounds; round++)
  for (const [name, run] of Object.entries(methods)) {
    const engine = await openInMemory({ memory: '8GB', spill: join(folder, 'spill') })
    const [start, before] = [performance.now(), process.cpuUsage()]
    await run(engine)
    const { user, system } = process.cpuUsage(before)
    const measured = { wall: performance.now() - start, cpu: (user + system) / 1000 }
    times.set(name, [...(times.get(name) ?? []), measured])
    await engine.close()
  }
await rm(folder, { recursive: true })

console.log(
  `${rows} rows, ${addresses} addresses, ${Math.round(size / 1e6)} MB, load ${loadavg()[0]?.toFixed(1)}`,
)
for (const [name, measured] of times) {
  const wall = Math.min(...measured.map((each) => each.wall))
  const cpu = Math.min(...measured.map((each) => each.cpu))
  const rate = (rows / wall / 1000).toFixed(2)
  console.log(
    `${name.padEnd(8)}${wall.toFixed(0)} ms, ${cpu.toFixed(0)} ms of processors, ${rate} M rows/s`,
  )
}
console.log(`${bytes / rows} bytes a transfer, where amounts are narrow`)
