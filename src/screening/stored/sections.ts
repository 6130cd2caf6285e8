import { createHash } from 'node:crypto'
import { canonicalJson } from '../../model/index.ts'

/** What a section holds. */
export type Section = Int32Array | Float64Array | Uint8Array | Uint32Array | string

type Kind = 'i32' | 'f64' | 'u8' | 'u32' | 'text'

/** Where a section lies behind the head. */
type Entry = {
  readonly name: string
  readonly kind: Kind
  readonly at: number
  readonly bytes: number
}

const magic = 'MUSTER-INDEX\n'
const digestBytes = 32
/** Sections begin where every kind of number may begin. */
const boundary = 8
const fixedBytes = 64
const headAt = fixedBytes + boundary

const kindOf = (section: Exclude<Section, string>): Kind => {
  if (section instanceof Int32Array) return 'i32'
  if (section instanceof Float64Array) return 'f64'
  return section instanceof Uint32Array ? 'u32' : 'u8'
}

const toBoundary = (size: number): number => Math.ceil(size / boundary) * boundary

const digest = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

/**
 * Packs sections into one piece of memory that threads can share: magic, sizes, a hash of all that
 * follows, a head that says what lies where, and the sections as the processor reads them. `key` says
 * what they were made of.
 */
export const packSections = (
  key: string,
  sections: Readonly<Record<string, Section>>,
): Uint8Array => {
  const entries: Entry[] = []
  const parts: Uint8Array[] = []
  let at = 0
  for (const [name, section] of Object.entries(sections)) {
    const kind = typeof section === 'string' ? 'text' : kindOf(section)
    const bytes =
      typeof section === 'string'
        ? Buffer.from(section)
        : new Uint8Array(section.buffer, section.byteOffset, section.byteLength)
    entries.push({ name, kind, at, bytes: bytes.length })
    parts.push(bytes)
    at = toBoundary(at + bytes.length)
  }
  const head = Buffer.from(canonicalJson({ key, entries }))
  const start = toBoundary(headAt + head.length)
  const packed = new Uint8Array(new SharedArrayBuffer(start + at))
  packed.set(Buffer.from(magic))
  new DataView(packed.buffer).setUint32(fixedBytes, head.length, true)
  packed.set(head, headAt)
  parts.forEach((part, k) => {
    packed.set(part, start + (entries[k] as Entry).at)
  })
  packed.set(digest(packed.subarray(fixedBytes)), fixedBytes - digestBytes)
  return packed
}

/** Sections by name, read where they lie. */
export type Sections = {
  /** Error: `RangeError` where there is no such section. */
  integers(name: string): Int32Array
  unsigned(name: string): Uint32Array
  doubles(name: string): Float64Array
  bytes(name: string): Uint8Array
  text(name: string): string
}

/** Why bytes cannot be taken, in words. */
export type Unfit = { readonly unfit: string }

/** Takes packed sections apart, or says why they are not to be trusted. */
export const unpackSections = (
  packed: Uint8Array,
  key: string,
  checked: boolean,
): Sections | Unfit => {
  if (packed.length < headAt || packed.byteOffset % boundary !== 0)
    return { unfit: 'it is cut off' }
  if (Buffer.from(packed.subarray(0, magic.length)).toString('latin1') !== magic)
    return { unfit: 'it is no index' }
  if (!checked) {
    const kept = Buffer.from(packed.subarray(fixedBytes - digestBytes, fixedBytes))
    if (!kept.equals(digest(packed.subarray(fixedBytes)))) return { unfit: 'it is damaged' }
  }
  const view = new DataView(packed.buffer, packed.byteOffset)
  const headBytes = view.getUint32(fixedBytes, true)
  const head = JSON.parse(
    Buffer.from(packed.subarray(headAt, headAt + headBytes)).toString('utf8'),
  ) as { readonly key: string; readonly entries: readonly Entry[] }
  if (head.key !== key) return { unfit: 'the lists or the program have changed' }
  const start = packed.byteOffset + toBoundary(headAt + headBytes)
  const entries = new Map(head.entries.map((entry) => [entry.name, entry]))
  return sectionsOf(packed.buffer, start, entries)
}

const sectionsOf = (
  buffer: ArrayBufferLike,
  start: number,
  entries: ReadonlyMap<string, Entry>,
): Sections => {
  const entryOf = (name: string): Entry => {
    const entry = entries.get(name)
    if (entry) return { ...entry, at: start + entry.at }
    throw new RangeError(`the index has no section ${name}`)
  }
  const read =
    <T>(Numbers: Reading<T>) =>
    (name: string): T => {
      const { at, bytes } = entryOf(name)
      return new Numbers(buffer, at, bytes / Numbers.BYTES_PER_ELEMENT)
    }
  const bytes = read(Uint8Array)
  return {
    integers: read(Int32Array),
    unsigned: read(Uint32Array),
    doubles: read(Float64Array),
    bytes,
    text: (name) => Buffer.from(bytes(name)).toString('utf8'),
  }
}

type Reading<T> = {
  new (buffer: ArrayBufferLike, at: number, length: number): T
  readonly BYTES_PER_ELEMENT: number
}
