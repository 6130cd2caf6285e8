import type { File } from '../formats/index.ts'
import type { Context } from './context.ts'
import type { Progress } from './terminal/progress.ts'

/**
 * A file whose reading is shown as progress in bytes of the disk, with the time left where its size is
 * known. A second reading, as after telling the encoding, starts the count again.
 */
export const watchFile = (
  { tell }: Pick<Context, 'tell'>,
  file: File,
  label: string,
): { readonly file: File; readonly progress: Progress } => {
  const total = file.bytes > 0 ? { total: file.bytes } : {}
  const progress = tell.progress(label, { unit: 'bytes', ...total })
  let before = 0
  const read = (): AsyncIterable<Uint8Array> => {
    progress.advance(-before)
    before = 0
    return file.read((bytes) => {
      before += bytes
      progress.advance(bytes)
    })
  }
  return { file: { ...file, read }, progress }
}
