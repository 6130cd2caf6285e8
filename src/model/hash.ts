import { hash } from 'node:crypto'

/** Lower-case hexadecimal SHA-256 of a text (UTF-8) or bytes. */
export type Hash = string

export const sha256 = (data: string | Uint8Array): Hash => hash('sha256', data, 'hex')

/**
 * JSON with object keys in code-point order, so that equal values give equal bytes.
 * `undefined` members are left out; a bigint is written as a decimal string.
 */
export const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part === 'bigint') return part.toString()
    if (part === null || typeof part !== 'object' || Array.isArray(part)) return part
    const members = part as Record<string, unknown>
    return Object.fromEntries(
      Object.keys(members)
        .sort()
        .map((key) => [key, members[key]]),
    )
  })
