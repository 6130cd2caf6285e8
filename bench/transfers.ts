/**
 * How many transfers a second come from a file into the table `moved`, beside what the engine alone takes
 * to read the same file (`scan`) and to load its columns with their types, unchecked (`load`). The file
 * is made on the fly: hashes, addresses and contracts in hexadecimal, a million addresses.
 * `bench/transfers.ts [ROWS]`
 */
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Engine, openInMemory, type Sql, sql } from '../src/engine/index.ts'
import { openFile } from '../src/formats/index.ts'
import { sourceId } from '../src/model/index.ts'
import { takeTransfers } from '../src/sources/index.ts'
import { drawer } from './trace/made-flow.ts'

const rows = Number(process.argv[2] ?? 1_000_000)
const rounds = 3
const draw = drawer(1)
const below = (end: number): number => Math.floor(draw() * end)
const hex = (n: number, length: number): string =>
  `0x${n.toString(16).padStart(8, '0').repeat(8).slice(0, length)}`

function* pieces(): Generator<string> {
  let piece = 'time,block,tx,index,src,dst,asset,amount\n'
  for (let i = 0; i < rows; i++) {
    const time = new Date(1_700_000_000_000 + Math.floor(i / 128) * 12_000).toISOString()
    const ends = `${hex(below(1e6), 40)},${hex(below(1e6), 40)},${hex(below(50), 40)}`
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

const methods: Readonly<Record<string, (engine: Engine) => Promise<unknown>>> = {
  scan: (engine) => engine.transaction((session) => session.run(scan)),
  load: (engine) => engine.transaction((session) => session.run(load)),
  muster: async (engine) => {
    const file = await openFile(path)
    const sha256 = 'made'
    const id = sourceId('transfers', sha256)
    const source = { id, path, sha256, kind: 'transfers', bytes: size, learned: null }
    const { rejected } = await takeTransfers(engine, { files: [{ file, source }], folder })
    if (rejected > 0) throw new Error(`${rejected} rows were rejected`)
  },
}

const times = new Map<string, { readonly wall: number; readonly cpu: number }[]>()
for (let round = 0; round < rounds; round++)
  for (const [name, run] of Object.entries(methods)) {
    const engine = await openInMemory({ memory: '4GB', spill: join(folder, 'spill') })
    const [start, before] = [performance.now(), process.cpuUsage()]
    await run(engine)
    const { user, system } = process.cpuUsage(before)
    const measured = { wall: performance.now() - start, cpu: (user + system) / 1000 }
    times.set(name, [...(times.get(name) ?? []), measured])
    await engine.close()
  }
await rm(folder, { recursive: true })

console.log(`${rows} rows, ${Math.round(size / 1e6)} MB, load ${loadavg()[0]?.toFixed(1)}`)
for (const [name, measured] of times) {
  const wall = Math.min(...measured.map((each) => each.wall))
  const cpu = Math.min(...measured.map((each) => each.cpu))
  const rate = (rows / wall / 1000).toFixed(2)
  console.log(
    `${name.padEnd(8)}${wall.toFixed(0)} ms, ${cpu.toFixed(0)} ms of processors, ${rate} M rows/s`,
  )
}
