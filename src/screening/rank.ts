import type { Millibits } from '../model/index.ts'
import type { Listed } from './listed.ts'

/** A designation with its total. */
export type Ranked = { readonly listed: Listed; readonly total: Millibits }

const compareText = (a: string, b: string): number => Number(a > b) - Number(a < b)

/** Equal bits: UN first, then the earlier listing, then the reference. */
export const byWeight = (a: Ranked, b: Ranked): number =>
  b.total - a.total ||
  Number(b.listed.list === 'un') - Number(a.listed.list === 'un') ||
  compareText(a.listed.listingDate ?? '9', b.listed.listingDate ?? '9') ||
  compareText(a.listed.reference, b.listed.reference) ||
  compareText(a.listed.list, b.listed.list)
