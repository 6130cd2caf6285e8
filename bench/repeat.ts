import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** A file of the data folder, gzipped or not. */
export const readWhole = (path: string): string => {
  const bytes = readFileSync(path)
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8')
}

/** The pieces of an XML file in which each run of entries of a tag stands `copies` times. */
export function* repeatEntries(
  whole: string,
  tags: readonly string[],
  copies: number,
): Generator<string> {
  let from = 0
  for (const tag of tags) {
    const start = new RegExp(`<${tag}[\\s>]`).exec(whole.slice(from))
    const end = whole.lastIndexOf(`</${tag}>`) + tag.length + 3
    if (!start || end < from) continue
    const first = from + start.index
    yield whole.slice(from, first)
    for (let copy = 0; copy < copies; copy++) yield whole.slice(first, end)
    from = end
  }
  yield whole.slice(from)
}
