import { MusterError } from '../model/index.ts'
import { openDecoder, parseEncoding } from './decoder.ts'
import type { File } from './file.ts'

/**
 * Decodes a stream of bytes strictly: a byte that the encoding does not allow ends the run with
 * `encoding-broken` and the place, because a damaged name must never look like a name. Any usual name
 * of an encoding will do; `encoding-unknown` for another.
 */
export async function* decode(file: File, encoding: string): AsyncGenerator<string> {
  const decoder = openDecoder(getEncoding(encoding))
  let offset = 0
  const broken = (cause: unknown): MusterError =>
    new MusterError(
      'encoding-broken',
      `${file.path} declares or seems to be ${encoding}, but near byte ${offset} it is not`,
      {
        hint: 'Fetch it again from its issuer, or name the encoding it was saved in: --encoding.',
        cause,
      },
    )
  for await (const chunk of file.read()) {
    let text: string
    try {
      text = decoder.decode(chunk)
    } catch (cause) {
      offset += soundBytes(chunk, encoding)
      throw broken(cause)
    }
    offset += chunk.length
    if (text) yield text
  }
  try {
    const rest = decoder.finish()
    if (rest) yield rest
  } catch (cause) {
    throw broken(cause)
  }
}

/** How many bytes of a piece can be read before the one that cannot: found by halving. */
const soundBytes = (piece: Uint8Array, encoding: string): number => {
  let [sound, broken] = [0, piece.length]
  while (sound < broken) {
    const middle = (sound + broken) >> 1
    if (isSound(piece.subarray(0, middle + 1), encoding)) sound = middle + 1
    else broken = middle
  }
  return sound
}

const isSound = (piece: Uint8Array, encoding: string): boolean => {
  try {
    openDecoder(getEncoding(encoding)).decode(piece)
    return true
  } catch {
    return false
  }
}

/** The start of a file as text for recognising it; bytes that cannot be read show as U+FFFD. */
export const headText = (file: File, encoding?: string): string => {
  const name = encoding ? getEncoding(encoding) : (markedEncoding(file.head) ?? 'utf-8')
  return openDecoder(name, 'lenient').decode(file.head)
}

const getEncoding = (name: string): string => {
  const encoding = parseEncoding(name)
  if (encoding) return encoding
  throw new MusterError('encoding-unknown', `there is no encoding called "${name}"`, {
    hint: 'Usual names are utf-8, utf-16le, cp949, gb18030, big5, shift_jis, windows-1251, windows-1252.',
  })
}

/** The encoding that a byte order mark tells. */
export const markedEncoding = (head: Uint8Array): string | undefined => {
  const [a, b, c] = head
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return a === 0xef && b === 0xbb && c === 0xbf ? 'utf-8' : undefined
}
