import { isAscii } from 'node:buffer'
import type { File } from '../file.ts'

const enoughBytes = 4_096
const longestLine = 2_048
const [lineFeed, space] = [0x0a, 0x20]

/**
 * Lines of a file that hold bytes beyond ASCII, up to 4 KiB of them, from wherever they stand: a
 * file whose first megabytes are plain ASCII is read to where it is not. Of a stream only the head
 * can be looked at.
 */
export const collectEvidence = async (file: File): Promise<Uint8Array> => {
  const lines = new Lines()
  if (file.once) lines.take(file.head)
  else
    for await (const piece of file.read()) {
      lines.take(piece)
      if (lines.size >= enoughBytes) break
    }
  return lines.finish()
}

class Lines {
  size = 0
  readonly #lines: Uint8Array[] = []
  /** A line whose end has not come, from its first byte beyond ASCII on or a little before. */
  #rest: Uint8Array = new Uint8Array()

  take(piece: Uint8Array): void {
    // A line may begin in one piece and leave ASCII in the next; what it leaves is all that counts.
    if (this.#rest.length === 0 && isAscii(piece)) return
    const bytes = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece])
    let start = 0
    for (let end = bytes.indexOf(lineFeed); end !== -1; end = bytes.indexOf(lineFeed, start)) {
      this.#keep(bytes.subarray(start, end))
      if (this.size >= enoughBytes) return
      start = end + 1
    }
    const rest = bytes.subarray(start)
    this.#rest = new Uint8Array()
    if (isAscii(rest)) return
    if (rest.length < longestLine) this.#rest = Uint8Array.from(rest)
    else this.#keep(rest)
  }

  finish(): Uint8Array {
    if (this.size < enoughBytes) this.#keep(this.#rest)
    return Buffer.concat(this.#lines)
  }

  /** A long line is cut where the last byte was that is never part of a longer character. */
  #keep(line: Uint8Array): void {
    if (isAscii(line)) return
    let bytes = line
    if (line.length >= longestLine) {
      const first = line.findIndex((byte) => byte >= 0x80)
      const part = line.subarray(Math.max(0, first - longestLine / 4), first + longestLine)
      bytes = part.subarray(0, part.findLastIndex((byte) => byte <= space) + 1)
      if (bytes.length === 0) bytes = part
    }
    this.#lines.push(bytes, Uint8Array.of(lineFeed))
    this.size += bytes.length + 1
  }
}
