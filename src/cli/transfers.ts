import { type File, readCsv } from '../formats/index.ts'
import type { Verified } from '../funds/index.ts'
import { type Label, MusterError, type Source, sourceId } from '../model/index.ts'
import { readLabels } from '../sources/index.ts'
import type { Context } from './context.ts'
import { watchFile } from './watch.ts'

const shownFaults = 5

/** A file of an answer, so that it can be given again: its path as typed and the hash of its bytes. */
export type Used = { readonly path: string; readonly sha256: string }

/** An open file, what is known of it, and how to end the telling of its progress. */
export type Opened = { readonly file: File; readonly source: Source; readonly end: () => void }

/** Opens a file as a source that is named after its bytes. */
export const openSource = async (context: Context, path: string, kind: string): Promise<Opened> => {
  const opened = await context.open(path)
  const { file, progress } = watchFile(context, opened, `reading ${opened.name}`)
  const sha256 = file.once ? '' : await file.sha256()
  const id = sourceId(kind, file.once ? path : sha256)
  return {
    file,
    source: { id, path, sha256, kind, bytes: file.bytes, learned: context.clock() },
    end: () => progress.end(),
  }
}

/** Labels of several files; what cannot be read of them is told and does not count. */
export const readLabelFiles = async (
  context: Context,
  paths: readonly string[],
): Promise<{ readonly labels: readonly Label[]; readonly used: readonly Used[] }> => {
  const labels: Label[] = []
  const used: Used[] = []
  for (const path of paths) {
    const { file, source, end } = await openSource(context, path, 'labels')
    const read = await readLabels(file, source)
    end()
    for (const { place, reason } of read.rejected.slice(0, shownFaults))
      context.tell.warn(`${path} ${place}: ${reason}`)
    if (read.rejected.length > shownFaults)
      context.tell.warn(`${path}: ${read.rejected.length} labels could not be read`)
    labels.push(...read.labels)
    used.push({ path, sha256: source.sha256 })
  }
  return { labels, used }
}

/** Contracts that a user vouches for: `contract,symbol,decimals`. Errors: `column-missing`, `file-malformed`. */
export const readAssets = async (
  context: Context,
  path: string | undefined,
): Promise<{ readonly assets: readonly Verified[]; readonly used: readonly Used[] }> => {
  if (path === undefined) return { assets: [], used: [] }
  const { file, source, end } = await openSource(context, path, 'assets')
  const { columns, rows } = await readCsv(file)
  const [contract, symbol, decimals] = ['contract', 'symbol', 'decimals'].map((column) => {
    const at = columns.indexOf(column)
    if (at >= 0) return at
    throw new MusterError('column-missing', `${path} has no column ${column}`)
  }) as [number, number, number]
  const assets: Verified[] = []
  for await (const row of rows) {
    const cells = row.ok ? row.cells : []
    const places = Number(cells[decimals])
    if (!row.ok || !cells[contract] || !Number.isInteger(places))
      throw new MusterError('file-malformed', `${path} row:${row.row} is no contract with decimals`)
    assets.push({ contract: cells[contract], symbol: cells[symbol] ?? '', decimals: places })
  }
  end()
  return { assets, used: [{ path, sha256: source.sha256 }] }
}
