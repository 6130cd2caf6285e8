import { createHmac } from 'node:crypto'

/** Writes a value as its keyed hash; the kind is part of it, so that equal texts of two kinds differ. */
export type KeyedHash = (kind: string, value: string) => string

/** HMAC-SHA-256 (RFC 2104) under a key, in hexadecimal: equal values stay equal, none can be read. */
export const keyedHash =
  (key: Uint8Array): KeyedHash =>
  (kind, value) =>
    createHmac('sha256', key).update(`${kind}\0${value}`).digest('hex')

/** Whether a value is such a hash: what was hashed when it came in stays as it is. */
export const isHashed = (value: string): boolean => /^[0-9a-f]{64}$/.test(value)
