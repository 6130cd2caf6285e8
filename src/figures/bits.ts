/** Bits of a weight in millibits with sign and three places, as every screen and page prints them. */
export const formatBits = (millibits: number): string => {
  if (millibits === 0) return '0.000'
  const digits = String(Math.abs(millibits)).padStart(4, '0')
  return `${millibits < 0 ? '−' : '+'}${digits.slice(0, -3)}.${digits.slice(-3)}`
}
