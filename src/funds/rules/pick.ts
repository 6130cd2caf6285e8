import type { Amounts } from '../flow/flow.ts'

// Loops, because Float64Array.from calls back for each and takes ten times as long.

/** Amounts at some places. */
export const pick = (amounts: Amounts, places: Uint32Array): Amounts => {
  if (!(amounts instanceof Float64Array)) return Array.from(places, (i) => amounts[i] as bigint)
  const picked = new Float64Array(places.length)
  for (let i = 0; i < places.length; i++) picked[i] = amounts[places[i] as number] as number
  return picked
}

/** Bytes at some places. */
export const pickBytes = (bytes: Uint8Array, places: Uint32Array): Uint8Array => {
  const picked = new Uint8Array(places.length)
  for (let i = 0; i < places.length; i++) picked[i] = bytes[places[i] as number] as number
  return picked
}
