import { MusterError } from '../model/index.ts'
import type { Reading } from './take-transfers.ts'

/** Files of transfers. */
export const transferOption = {
  value: 'FILE...',
  repeat: true,
  doc: 'files of transfers (default: those of the workspace): Muster’s own columns (time, block, tx, index, src, dst, asset, amount, kind), ethereum-etl, bitcoin-etl, explorer downloads; CSV, TSV, JSON lines or Parquet; and messages of banks (camt.052, camt.053, camt.054, pacs.008)',
} as const

/** Options of commands that read transfers and follow value. */
export const flowOptions = {
  labels: {
    value: 'FILE...',
    repeat: true,
    doc: 'labels of addresses: TagPacks, arrays of addresses, explorer labels, CSV with address, kind, label',
  },
  assets: {
    value: 'FILE',
    doc: 'verified contracts and other assets of your own: CSV with contract, symbol, decimals',
  },
  map: {
    value: 'FIELD=COLUMN,…',
    doc: 'names of the columns where they differ: --map src=From,dst=To',
  },
  decimals: { value: 'N', doc: 'amounts are decimal numbers with at most so many places' },
  round: {
    doc: 'round amounts that have more places, half to even; else such rows are rejected',
  },
  hub: {
    value: 'N',
    setting: 'trace.hub',
    doc: 'counterparties above which an address without a label is a stop',
  },
} as const

/** What was typed of them, and null where nothing was. */
export const toReading = (
  transfers: readonly string[],
  given: {
    readonly labels: readonly string[]
    readonly assets: string | undefined
    readonly map: string | undefined
    readonly decimals: string | undefined
    readonly round: boolean
  },
): Reading => ({
  transfers,
  labels: given.labels,
  assets: given.assets ?? null,
  map: given.map ?? null,
  decimals: toPlaces(given.decimals),
  round: given.round,
})

/** The places of `--decimals`; null without. Error: `usage`. */
const toPlaces = (text: string | undefined): number | null => {
  if (text === undefined) return null
  const places = Number(text)
  if (/^\d{1,2}$/.test(text) && places <= 38) return places
  throw new MusterError('usage', `--decimals ${text} is no number of places from 0 to 38`)
}
