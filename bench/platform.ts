/**
 * How many rows a second become a platform of accounts and observations, and in how much memory, beside
 * what the engine alone takes to read the same files into a table: with all values, and with those that
 * two accounts at least were seen with, as rings read it. Files are made on the fly: six observations an
 * account, mostly values of its own, some shared. `bench/platform.ts [ACCOUNTS…]`
 */
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { openInMemory } from '../src/engine/index.ts'
import { openFile } from '../src/formats/index.ts'
import { type Given, readPlatform } from '../src/identity/index.ts'
import { sourceId } from '../src/model/index.ts'

const sizes = process.argv.slice(2).map(Number)
const rounds = 3

let peak = 0
setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss())
}, 20).unref()

let seed = 1
const draw = (below: number): number => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
  return Math.floor((seed / 2 ** 32) * below)
}
const hex = (length: number): string =>
  Array.from({ length }, () => '0123456789abcdef'[draw(16)]).join('')
const given = ['Anna', 'Boris', 'Chen', 'Dina', 'Emre', 'Farid', 'Gita', 'Hana', 'Ivo', 'Juan']
const day = (): string =>
  new Date(Date.UTC(2024, 0, 1 + draw(700), draw(24), draw(60))).toISOString()

/** A value of a kind: one account in twenty takes it from a small pool, as households and offices do. */
const values: Readonly<Record<string, (pool: number) => string>> = {
  ip: (n) => `${10 + (n % 190)}.${(n >> 8) & 255}.${(n >> 16) & 255}.${n & 255}`,
  device: (n) => `dev-${n.toString(36)}-${hex(8)}`,
  fingerprint: () => hex(32),
  payout: (n) => `acct_${n.toString(36)}`,
  phone: (n) => `+8210${String(10_000_000 + (n % 89_999_999))}`,
}

function* accountRows(accounts: number): Generator<string> {
  yield 'id,name,birthDate,country,nationality,address,employer,createdAt,email\n'
  for (let i = 0; i < accounts; i++)
    yield `u${i},${given[draw(10)]} ${hex(6)},${1960 + draw(45)}-0${1 + draw(9)}-1${draw(10)},US,US,${draw(9999)} ${hex(5)} street,Firm ${draw(5000)},${day()},${hex(9)}@example.org\n`
}

function* observationRows(accounts: number): Generator<string> {
  const kinds = Object.keys(values)
  yield 'account,kind,value,first_seen,last_seen,count\n'
  for (let i = 0; i < accounts * 6; i++) {
    const kind = kinds[draw(5)] as string
    const value = values[kind]?.(draw(20) === 0 ? draw(accounts >> 4) : draw(2 ** 31))
    const first = day()
    yield `u${draw(accounts)},${kind},${value},${first},${first},${1 + draw(9)}\n`
  }
}

/** Pieces of a size that the disk likes. */
function* pieces(rows: Iterable<string>): Generator<string> {
  let piece = ''
  for (const row of rows) {
    piece += row
    if (piece.length < 262_144) continue
    yield piece
    piece = ''
  }
  yield piece
}

const write = async (path: string, rows: Iterable<string>): Promise<number> => {
  await pipeline(Readable.from(pieces(rows)), createWriteStream(path))
  return (await stat(path)).size
}

const give = async (path: string): Promise<Given> => {
  const file = await openFile(path)
  const sha256 = await file.sha256()
  const id = sourceId('bench', sha256)
  return { file, source: { id, path, sha256, kind: 'bench', bytes: file.bytes, learned: null } }
}

const plain = async (paths: readonly string[], spill: string): Promise<void> => {
  const engine = await openInMemory({ memory: '2GB', spill })
  for (const [i, path] of paths.entries())
    await engine.transaction((session) =>
      session.run({
        text: `create table t${i} as from read_csv(?, all_varchar = true)`,
        values: [path],
      }),
    )
  await engine.close()
}

/** Time on the wall and of the processors, which tells more where other programs run beside. */
type Took = { readonly wall: number; readonly processor: number }

const timed = async (work: () => Promise<unknown>): Promise<Took> => {
  peak = 0
  const start = performance.now()
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return { wall: (performance.now() - start) / 1000, processor: (user + system) / 1e6 }
}

const print = (what: string, rows: number, took: readonly Took[], most: number): void => {
  const spread = (times: readonly number[]): readonly [least: number, median: number] => {
    const sorted = [...times].sort((a, b) => a - b)
    return [sorted[0] as number, sorted[sorted.length >> 1] as number]
  }
  const [least, median] = spread(took.map(({ wall }) => wall))
  const [busy] = spread(took.map(({ processor }) => processor))
  console.log(
    `${what.padEnd(24)} ${least.toFixed(2)} s (median ${median.toFixed(2)}), ${Math.round(rows / least / 1000)} thousand rows/s, ${busy.toFixed(2)} s of processors, peak ${Math.round(most / 1e6)} MB`,
  )
}

for (const accounts of sizes.length > 0 ? sizes : [100_000, 1_000_000]) {
  const folder = await mkdtemp(join(tmpdir(), 'muster-bench-'))
  const paths = [join(folder, 'accounts.csv'), join(folder, 'observations.csv')] as const
  const bytes = await write(paths[0], accountRows(accounts))
  const more = await write(paths[1], observationRows(accounts))
  console.log(
    `${accounts} accounts, ${accounts * 6} observations, ${Math.round((bytes + more) / 1e6)} MB`,
  )
  const times = { engine: [] as Took[], all: [] as Took[], shared: [] as Took[] }
  const peaks = { engine: 0, all: 0, shared: 0 }
  const found = { all: '', shared: '' }
  const read = async (values: 'all' | 'shared'): Promise<void> => {
    const start = performance.now()
    const steps: string[] = []
    const { platform, rejected } = await readPlatform(
      { accounts: [await give(paths[0])], observations: [await give(paths[1])] },
      {
        values,
        onStep: (step) => {
          const seconds = (performance.now() - start) / 1000
          steps.push(`${seconds.toFixed(2)} ${step.replace(folder, '')}`)
        },
      },
    )
    found[values] =
      `${platform.accounts.length} accounts, ${platform.values.key.length} values, ${platform.sightings.account.length} sightings, ${rejected} rejected\n  ${steps.join('; ')}`
  }
  for (let round = 0; round < (accounts > 200_000 ? 1 : rounds); round++) {
    times.engine.push(await timed(() => plain(paths, join(folder, 'spill'))))
    peaks.engine = Math.max(peaks.engine, peak)
    for (const values of ['all', 'shared'] as const) {
      times[values].push(await timed(() => read(values)))
      peaks[values] = Math.max(peaks[values], peak)
    }
  }
  print('the engine alone, texts', accounts * 7, times.engine, peaks.engine)
  print('muster, all values', accounts * 7, times.all, peaks.all)
  console.log(`  ${found.all}`)
  print('muster, shared values', accounts * 7, times.shared, peaks.shared)
  console.log(`  ${found.shared}`)
  await rm(folder, { recursive: true })
}
console.log(`load average ${loadavg()[0]?.toFixed(1)}`)
