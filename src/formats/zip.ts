import { Inflate } from 'fflate'
import { MusterError } from '../model/index.ts'
import type { File } from './file.ts'

const maxZipBytes = 268_435_456
const maxInflatedBytes = 1_073_741_824
/** Little is inflated at a time, because a bomb makes a thousand bytes of one. */
const stepBytes = 16_384

const signatures = { end: 0x06054b50, end64: 0x06064b50, entry: 0x02014b50, local: 0x04034b50 }
const [stored, deflated] = [0, 8]
const unknown32 = 0xffffffff

type Entry = {
  readonly offset: number
  readonly packed: number
  readonly method: number
  readonly isEncrypted: boolean
}

/** Whether the bytes begin like a zip archive. */
export const isZip = (head: Uint8Array): boolean =>
  head[0] === 0x50 && head[1] === 0x4b && head[2] === 0x03 && head[3] === 0x04

/**
 * The parts of a zip archive (APPNOTE 6.3). The archive is held in memory, up to 256 MiB; its parts
 * are inflated piece by piece, 1 GiB in all. Errors: `file-truncated`, `file-malformed`.
 */
export class Zip {
  readonly #path: string
  readonly #bytes: DataView
  readonly #entries: ReadonlyMap<string, Entry>
  #left: number

  private constructor(path: string, bytes: Uint8Array, limit: number) {
    this.#path = path
    this.#bytes = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    this.#left = limit
    try {
      this.#entries = new Map(this.#readDirectory())
    } catch (cause) {
      if (cause instanceof RangeError) throw this.#malformed('its directory points outside of it')
      throw cause
    }
  }

  static async open(file: File, limit: number = maxInflatedBytes): Promise<Zip> {
    const pieces: Uint8Array[] = []
    let size = 0
    for await (const piece of file.read()) {
      pieces.push(piece)
      size += piece.length
      if (size > maxZipBytes)
        throw new MusterError('file-malformed', `${file.path} is larger than 256 MiB`, {
          hint: 'Save the table as CSV: that can be of any size.',
        })
    }
    return new Zip(file.path, Buffer.concat(pieces), limit)
  }

  has(name: string): boolean {
    return this.#entries.has(name)
  }

  /** The bytes of one part, piece by piece. */
  *inflate(name: string): Generator<Uint8Array> {
    const entry = this.#entries.get(name)
    if (!entry) throw this.#malformed(`it has no part ${name}`)
    if (entry.isEncrypted) throw this.#malformed(`its part ${name} is encrypted`)
    const packed = this.#packed(entry)
    if (entry.method === stored) yield this.#count(packed)
    else if (entry.method === deflated) yield* this.#inflated(packed)
    else throw this.#malformed(`its part ${name} is packed by method ${entry.method}`)
  }

  *#inflated(packed: Uint8Array): Generator<Uint8Array> {
    let pieces: Uint8Array[] = []
    const inflate = new Inflate((piece) => pieces.push(piece))
    for (let at = 0; at < packed.length; at += stepBytes) {
      const isLast = at + stepBytes >= packed.length
      try {
        inflate.push(packed.subarray(at, at + stepBytes), isLast)
      } catch (cause) {
        throw this.#malformed(`a part is damaged (${(cause as Error).message})`)
      }
      for (const piece of pieces) yield this.#count(piece)
      pieces = []
    }
  }

  #count(piece: Uint8Array): Uint8Array {
    this.#left -= piece.length
    if (this.#left < 0) throw this.#malformed('it unpacks to more than any table would')
    return piece
  }

  #packed({ offset, packed }: Entry): Uint8Array {
    const { buffer, byteOffset, byteLength } = this.#bytes
    if (offset + 30 > byteLength || this.#bytes.getUint32(offset, true) !== signatures.local)
      throw this.#malformed('a part is not where its directory says')
    const start =
      offset +
      30 +
      this.#bytes.getUint16(offset + 26, true) +
      this.#bytes.getUint16(offset + 28, true)
    if (start + packed > byteLength) throw this.#malformed('a part reaches beyond its end')
    return new Uint8Array(buffer, byteOffset + start, packed)
  }

  *#readDirectory(): Generator<readonly [string, Entry]> {
    const { count, start } = this.#findDirectory()
    let at = start
    for (let i = 0; i < count; i++) {
      if (this.#bytes.getUint32(at, true) !== signatures.entry)
        throw this.#malformed('its directory is damaged')
      const [nameLength, extraLength, noteLength] = [28, 30, 32].map((field) =>
        this.#bytes.getUint16(at + field, true),
      ) as [number, number, number]
      const name = new Uint8Array(this.#bytes.buffer, this.#bytes.byteOffset + at + 46, nameLength)
      const extra = at + 46 + nameLength
      const [packed, , offset] = this.#sizes(at, extra, extra + extraLength)
      const isEncrypted = (this.#bytes.getUint16(at + 8, true) & 1) === 1
      const method = this.#bytes.getUint16(at + 10, true)
      yield [new TextDecoder().decode(name), { offset, packed, method, isEncrypted }]
      at = extra + extraLength + noteLength
    }
  }

  /** Packed size, size and offset; those that do not fit 32 bits stand in an extra field. */
  #sizes(at: number, extra: number, end: number): [packed: number, size: number, offset: number] {
    const [packed, size, offset] = [20, 24, 42].map((field) =>
      this.#bytes.getUint32(at + field, true),
    ) as [number, number, number]
    if (packed !== unknown32 && size !== unknown32 && offset !== unknown32)
      return [packed, size, offset]
    for (let field = extra; field + 4 <= end; field += 4 + this.#bytes.getUint16(field + 2, true)) {
      if (this.#bytes.getUint16(field, true) !== 1) continue
      let next = field + 4
      const wide = (value: number): number => {
        if (value !== unknown32) return value
        next += 8
        return Number(this.#bytes.getBigUint64(next - 8, true))
      }
      const wideSize = wide(size)
      return [wide(packed), wideSize, wide(offset)]
    }
    throw this.#malformed('a size is missing in its directory')
  }

  #findDirectory(): { count: number; start: number } {
    const view = this.#bytes
    const first = Math.max(0, view.byteLength - 65_557)
    for (let at = view.byteLength - 22; at >= first; at--) {
      if (view.getUint32(at, true) !== signatures.end) continue
      const [count, start] = [view.getUint16(at + 10, true), view.getUint32(at + 16, true)]
      if (count !== 0xffff && start !== unknown32) return { count, start }
      const end64 = Number(view.getBigUint64(at - 12, true))
      if (view.getUint32(end64, true) !== signatures.end64)
        throw this.#malformed('its directory is damaged')
      return {
        count: Number(view.getBigUint64(end64 + 32, true)),
        start: Number(view.getBigUint64(end64 + 48, true)),
      }
    }
    throw new MusterError('file-truncated', `${this.#path} is a zip archive without its end`, {
      hint: 'Copy or fetch the file again: it was cut off.',
    })
  }

  #malformed(what: string): MusterError {
    return new MusterError('file-malformed', `${this.#path}: ${what}`, {
      hint: 'Save the table again, or save it as CSV.',
    })
  }
}
