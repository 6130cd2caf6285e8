/** An address as a number: IPv4 below 2^32, IPv6 below 2^128. */
export type IpNumber = { readonly version: 4 | 6; readonly number: bigint }

/**
 * Reads an IPv4 or IPv6 address, with or without a port, brackets or a zone. Numbers with leading
 * zeros are refused, because programs read them differently. IPv4 inside IPv6 (`::ffff:192.0.2.1`) is
 * IPv4. Undefined of another text.
 */
export const readIp = (text: string): IpNumber | undefined => {
  const written = text
    .trim()
    .replace(/^\[(.*)\](?::\d{1,5})?$/, '$1')
    .replace(/%[\w.-]+$/, '')
  const v4 = readIpv4(written.replace(/^([\d.]+):\d{1,5}$/, '$1'))
  if (v4 !== undefined) return { version: 4, number: BigInt(v4) }
  const v6 = readIpv6(written)
  if (v6 === undefined) return undefined
  return v6 >> 32n === 0xffffn
    ? { version: 4, number: v6 & 0xffff_ffffn }
    : { version: 6, number: v6 }
}

const octets = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/

/** The 32 bits of an IPv4 address as a whole number; undefined of another text. */
export const readIpv4 = (text: string): number | undefined => {
  const found = octets.exec(text)
  if (!found) return undefined
  let number = 0
  for (let i = 1; i <= 4; i++) {
    const part = found[i] as string
    const octet = Number(part)
    if (octet > 255 || (part.length > 1 && part.startsWith('0'))) return undefined
    number = number * 256 + octet
  }
  return number
}

const readIpv6 = (text: string): bigint | undefined => {
  if (!/^[0-9a-f:.]+$/i.test(text) || !text.includes(':')) return undefined
  const tail = /^(.*:)([\d.]+\.[\d.]+)$/.exec(text)
  const v4 = tail && readIpv4(tail[2] as string)
  if (tail && v4 === undefined) return undefined
  const hexOf = (number: number): string =>
    `${(number >>> 16).toString(16)}:${(number & 0xffff).toString(16)}`
  const written = tail ? `${tail[1]}${hexOf(v4 as number)}` : text
  const halves = written.split('::')
  if (halves.length > 2) return undefined
  const [left = [], right] = halves.map((half) => (half === '' ? [] : half.split(':')))
  const missing = 8 - left.length - (right?.length ?? 0)
  if (right === undefined ? missing !== 0 : missing < 1) return undefined
  const groups = [...left, ...Array<string>(right ? missing : 0).fill('0'), ...(right ?? [])]
  let number = 0n
  for (const group of groups) {
    if (!/^[0-9a-f]{1,4}$/i.test(group)) return undefined
    number = (number << 16n) | BigInt(Number.parseInt(group, 16))
  }
  return number
}

/** An address in its one way of writing: RFC 5952 for IPv6. */
export const writeIp = ({ version, number }: IpNumber): string => {
  if (version === 4) return [24n, 16n, 8n, 0n].map((bits) => (number >> bits) & 0xffn).join('.')
  const groups = Array.from({ length: 8 }, (_, i) =>
    ((number >> BigInt(112 - 16 * i)) & 0xffffn).toString(16),
  )
  const { start, length } = longestZeros(groups)
  if (length < 2) return groups.join(':')
  return `${groups.slice(0, start).join(':')}::${groups.slice(start + length).join(':')}`
}

/** The first of the longest runs of zero groups. */
const longestZeros = (groups: readonly string[]): { start: number; length: number } => {
  let longest = { start: 0, length: 0 }
  let length = 0
  for (const [i, group] of groups.entries()) {
    length = group === '0' ? length + 1 : 0
    if (length > longest.length) longest = { start: i + 1 - length, length }
  }
  return longest
}
