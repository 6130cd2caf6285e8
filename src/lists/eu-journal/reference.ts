import { type Placed, sha256 } from '../../model/index.ts'
import type { Cells } from './cells.ts'

/**
 * `<act>/<annex>/<number of the entry>`; an amending act names the amended one too. Where the annex
 * prints no number, eight digits of a hash of kind and name stand for it, which later editions keep
 * while row numbers move. The same number again (another measure or kind) adds `/2`, `/3`.
 */
export const toReference = (cells: Cells, name: Placed, used: Map<string, number>): string => {
  const number =
    cells.one('recordId')?.value ??
    `~${sha256(`${cells.one('schema')?.value}\n${name.value}`).slice(0, 8)}`
  const acts = [cells.one('celex'), cells.one('amendmentCelex'), cells.one('amendedCelex')]
  const path = [...acts, cells.one('annex')].flatMap((part) => part?.value ?? [])
  const reference = [...path, number].join('/')
  const times = (used.get(reference) ?? 0) + 1
  used.set(reference, times)
  return times === 1 ? reference : `${reference}/${times}`
}
