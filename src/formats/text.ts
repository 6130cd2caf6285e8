import { MusterError } from '../model/index.ts'
import type { File } from './file.ts'

/**
 * Decodes a stream of bytes strictly: a byte that the encoding does not allow ends the run with
 * `encoding-broken` and the place, because a damaged name must never look like a name.
 */
export async function* decode(file: File, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  let offset = 0
  const broken = (cause: unknown): MusterError =>
    new MusterError(
      'encoding-broken',
      `${file.path} declares or seems to be ${encoding}, but near byte ${offset} it is not`,
      {
        hint: 'Fetch the file again from its issuer; it was probably saved in another encoding.',
        cause,
      },
    )
  for await (const chunk of file.read()) {
    let text: string
    try {
      text = decoder.decode(chunk, { stream: true })
    } catch (cause) {
      throw broken(cause)
    }
    offset += chunk.length
    if (text) yield text
  }
  try {
    const rest = decoder.decode()
    if (rest) yield rest
  } catch (cause) {
    throw broken(cause)
  }
}

/** The start of a file as text for recognising it; bytes that cannot be read show as U+FFFD. */
export const headText = (file: File): string => {
  const [a, b] = file.head
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(file.head)
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(file.head)
  return new TextDecoder('utf-8').decode(file.head)
}
