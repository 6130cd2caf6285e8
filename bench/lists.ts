/**
 * Each list reader: MB a second and peak memory, against parsing the XML alone in the same run.
 * `bench/lists.ts [TIMES]` (10): the real files, repeated, and made-up ones of the official shape.
 */
import { appendFileSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFile, readXml } from '../src/formats/index.ts'
import { readers } from '../src/lists/index.ts'
import type { Read, Source } from '../src/model/index.ts'
import { dataFile } from '../tests/editions.ts'
import { readWhole, repeatEntries } from './repeat.ts'

const times = Number(process.argv[2] ?? 10)
const folder = mkdtempSync(join(tmpdir(), 'muster-bench-'))

/** The real file of each format, and how its entries are told. */
const files: readonly { path: string[]; name: string; depth: number; tags: readonly string[] }[] = [
  {
    path: ['lists', 'un', 'consolidated-2026-02-27.xml.gz'],
    name: 'un.xml',
    depth: 3,
    tags: ['INDIVIDUAL', 'ENTITY'],
  },
  { path: ['lists', 'ofac', 'cons.xml'], name: 'cons.xml', depth: 2, tags: ['sdnEntry'] },
  {
    path: ['lists', 'samples', 'sample_eu.xml'],
    name: 'eu.xml',
    depth: 2,
    tags: ['sanctionEntity'],
  },
  {
    path: ['lists', 'samples', 'uk-list-shape.xml'],
    name: 'uk.xml',
    depth: 2,
    tags: ['Designation'],
  },
]

type Measured = { entries: number; statements: number; rate: number; peak: number }

/** Megabytes of the file a processor second, and the most memory beyond what was held before. */
const measure = async (
  bytes: number,
  reads: () => AsyncIterable<Read | unknown>,
): Promise<Measured> => {
  let [entries, statements, peak] = [0, 0, 0]
  const before = process.cpuUsage()
  for await (const read of reads()) {
    if (++entries % 2000 === 0) peak = Math.max(peak, process.memoryUsage().rss)
    const entity = (read as { entity?: { statements: readonly unknown[] } }).entity
    statements += entity?.statements.length ?? 0
  }
  const spent = process.cpuUsage(before)
  const rate = bytes / (spent.user + spent.system)
  return { entries, statements, rate, peak: Math.max(peak, process.memoryUsage().rss) / 1e6 }
}

const show = (what: string, { entries, statements, rate, peak }: Measured): void =>
  console.log(
    what.padEnd(36),
    `${rate.toFixed(1)} MB/s`.padStart(12),
    `${entries} entries`.padStart(16),
    `${statements} statements`.padStart(20),
    `${Math.round(peak)} MB peak`.padStart(14),
  )

for (const { path, name, depth, tags } of files) {
  const whole = readWhole(dataFile(...path))
  for (const factor of [1, times, 10 * times]) {
    const target = join(folder, name)
    const copies = Math.ceil((factor * 2_000_000) / whole.length)
    rmSync(target, { force: true })
    for (const piece of repeatEntries(whole, tags, Math.max(1, copies)))
      appendFileSync(target, piece)
    const bytes = statSync(target).size
    const file = await openFile(target)
    const [known] = readers.flatMap((reader) => {
      const recognised = reader.recognise(file)
      return recognised ? [{ reader, recognised }] : []
    })
    if (!known) throw new Error(`no reader knows ${name}`)
    const { reader, recognised } = known
    const source: Source = {
      id: 'bench' as Source['id'],
      path: target,
      sha256: '',
      kind: reader.format,
      bytes,
      learned: recognised.date,
    }
    const edition = {
      list: recognised.list,
      date: recognised.date,
      files: [{ file, source, part: recognised.part }],
    }
    const size = `${(bytes / 1e6).toFixed(0)} MB`
    show(`${name} ${size}, parsed alone`, await measure(bytes, () => readXml(file, depth)))
    show(
      `${name} ${size}, ${recognised.list} reader`,
      await measure(bytes, () => reader.read(edition)),
    )
  }
}
rmSync(folder, { recursive: true })
