import { resolve } from 'node:path'
import { explainPair, type Linked, labelPersons, pairsOfRows } from '../../identity/index.ts'
import { MusterError, toBits, toScore } from '../../model/index.ts'
import { type Command, defineCommand } from '../command.ts'
import type { Context } from '../context.ts'
import { toCsvRecord } from '../output/csv.ts'
import { openFileSink } from '../output/file-sink.ts'
import { toJson } from '../output/value.ts'
import { showScore } from '../pairs.ts'
import { linkRecords, readRecords } from '../records.ts'
import { openRejects } from '../rejects.ts'
import { subjectOptions } from '../subjects.ts'

/** `muster link` */
export const command: Command = defineCommand({
  name: 'link',
  about:
    'Finds which records are of one person, in one file or several: duplicates, other spellings, exchanged names, slips in numbers and dates. What the columns hold is told by their names and content, and how much each says is learned from the records themselves: nothing has to be set. Where a file holds people and organisations, told by a column of kinds or by their names, each are linked among themselves. Each record gets a cluster, named after the least of its ids.',
  arguments: {
    input: {
      many: true,
      needed: true,
      doc: 'files of records: CSV, TSV, XLSX or JSON lines, of any columns; - is standard input',
    },
  },
  options: {
    'pairs-out': {
      value: 'FILE',
      doc: 'also write the pairs with their bits: id_a,id_b,bits,score; with .jsonl each with its evidence',
    },
    'min-bits': {
      value: 'BITS',
      doc: 'least weight of the pairs that are written, prior included (default: 0)',
    },
    explain: {
      value: 'ID...',
      repeat: true,
      doc: 'show what speaks for and against two records being of one person: --explain ID_A ID_B',
    },
    ...subjectOptions,
    rejected: { value: 'FILE', doc: 'write the rows that cannot be read to a file, as JSON lines' },
  },
  formats: ['table', 'csv', 'json', 'jsonl'],
  examples: [
    { run: 'muster link people.csv --format csv', does: 'gives the cluster of each record' },
    {
      run: 'muster link applicants.csv staff.xlsx --pairs-out pairs.csv -o clusters.csv',
      does: 'links two files, and writes the pairs that speak for one person',
    },
    {
      run: 'muster link people.csv --explain 17 42',
      does: 'explains in bits why two records are or are not of one person',
    },
  ],
  run: async (context, { input, explain, map, encoding, ...given }) => {
    if (explain.length !== 0 && explain.length !== 2)
      throw new MusterError('usage', `--explain takes two ids, not ${explain.length}`, {
        hint: 'Name the files first: muster link people.csv --explain 17 42',
      })
    const least = parseBits(given['min-bits'])
    const rejects = await openRejects(context, given.rejected)
    const { gatherer, numbers } = await readRecords(context, input, { map, encoding, rejects })
    await rejects?.end()
    const linked = await linkRecords(context, gatherer, least)
    const ids = numbers.map((number, row) => linked.idOf(row) ?? String(number))
    if (given['pairs-out'] !== undefined)
      await writePairs(context, linked, { ids, least, path: given['pairs-out'] })
    if (explain.length === 2) await explainTwo(context, linked, { ids, of: explain })
    else await writeClusters(context, linked, ids)
    return 0
  },
})

/** Bits as typed, in millibits; 0 where nothing was. Error: `usage`. */
const parseBits = (text = '0'): number => {
  const bits = Number(text)
  if (text.trim() !== '' && Number.isFinite(bits)) return Math.round(bits * 1000)
  throw new MusterError('usage', `--min-bits takes a number of bits, not "${text}"`)
}

const writeClusters = async (
  { output, tell }: Context,
  linked: Linked,
  ids: readonly string[],
): Promise<void> => {
  const labels = labelPersons(linked, ids)
  function* rows(): Generator<Record<string, unknown>> {
    for (let row = 0; row < ids.length; row++) yield { id: ids[row], cluster: labels[row] }
  }
  await output.rows(['id', 'cluster'], rows())
  const clusters = new Set(labels).size
  tell.say(
    `${ids.length} records, ${clusters} clusters; ${linked.compared} pairs compared, which are expected to hold ${(100 * linked.ceiling).toFixed(1)} % of those of one person`,
  )
}

type PairsFile = {
  readonly ids: readonly string[]
  readonly least: number
  readonly path: string
}

const writePairs = async (
  { folder, temporaries }: Context,
  linked: Linked,
  { ids, least, path }: PairsFile,
): Promise<void> => {
  const sink = await openFileSink(resolve(folder, path), temporaries)
  const isLines = /\.(?:jsonl|ndjson)$/i.test(path)
  if (!isLines) await sink.write(toCsvRecord(['id_a', 'id_b', 'bits', 'score']))
  for (const { a, b, millibits } of pairsOfRows(linked, least)) {
    const [one, other] = [ids[a] as string, ids[b] as string]
    const [bits, score] = [toBits(millibits), toScore(millibits)]
    await sink.write(
      isLines
        ? `${toJson({ id_a: one, id_b: other, bits, score, ...toEvidence(linked, a, b) })}\n`
        : toCsvRecord([one, other, bits.toFixed(3), showScore(score)]),
    )
  }
  await sink.end()
}

const toEvidence = (linked: Linked, a: number, b: number): Record<string, unknown> => {
  const { prior, parts } = explainPair(linked, a, b)
  return {
    prior: toBits(prior),
    evidence: parts.map(({ millibits, ...part }) => ({ ...part, bits: toBits(millibits) })),
  }
}

type Explained = { readonly ids: readonly string[]; readonly of: readonly string[] }

const explainTwo = async (
  { output }: Context,
  linked: Linked,
  { ids, of: [one = '', other = ''] }: Explained,
): Promise<void> => {
  const a = findRow(ids, one, 0)
  const b = findRow(ids, other, one === other ? a + 1 : 0)
  const { prior, parts, total } = explainPair(linked, a, b)
  const isTogether = linked.personOf[a] === linked.personOf[b]
  if (output.format === 'json' || output.format === 'jsonl') {
    const [bits, score] = [toBits(total), toScore(total)]
    const evidence = toEvidence(linked, a, b)
    await output.value({ id_a: one, id_b: other, bits, score, ...evidence, together: isTogether })
    return
  }
  const columns = ['field', 'left', 'right', 'bits', 'how']
  const show = (millibits: number): string => toBits(millibits).toFixed(3)
  await output.rows(columns, [
    { field: 'before looking', bits: show(prior), how: 'two records drawn at random' },
    ...parts.map(({ millibits, ...part }) => ({ ...part, bits: show(millibits) })),
    { field: 'total', bits: show(total), how: `score ${showScore(toScore(total))}` },
  ])
  if (output.format === 'table')
    await output.text(`\n${isTogether ? 'in one cluster' : 'in two clusters'}\n`)
}

/** The first row with an id from some row on. Error: `usage` where there is none. */
const findRow = (ids: readonly string[], id: string, from: number): number => {
  const row = ids.indexOf(id, from)
  if (row >= 0) return row
  throw new MusterError('usage', `no ${from > 0 ? 'second ' : ''}record has the id "${id}"`)
}
