import { readCsv } from '../formats/index.ts'
import type { Verified } from '../funds/index.ts'
import { type Label, MusterError } from '../model/index.ts'
import { readLabels } from '../sources/index.ts'
import type { Context } from './context.ts'
import { openSource } from './open-source.ts'
import { tellFaults } from './rejects.ts'

/** A file of an answer, so that it can be given again: its path as typed and the hash of its bytes. */
export type Used = { readonly path: string; readonly sha256: string }

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
    tellFaults(context, path, { rejected: read.rejected, says: 'labels could not be read' })
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
