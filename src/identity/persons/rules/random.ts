/** A whole number of 32 bits mixed from two; the same for the same two, on any machine. */
export const mix = (a: number, b: number): number => {
  let hash = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39)
  return (hash ^ (hash >>> 15)) >>> 0
}

/** The same as a fraction from 0 to below 1. */
export const fraction = (a: number, b: number): number => mix(a, b) / 4_294_967_296

/** A text as a whole number of 32 bits. */
export const hashText = (text: string): number => {
  let hash = 0
  for (let at = 0; at < text.length; at++) hash = mix(hash, text.charCodeAt(at))
  return hash
}
