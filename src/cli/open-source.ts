import type { File } from '../formats/index.ts'
import { type Source, sourceId } from '../model/index.ts'
import type { Context } from './context.ts'
import { watchFile } from './watch.ts'

/** An open file, what is known of it, and how to end the telling of its progress. */
export type Opened = { readonly file: File; readonly source: Source; readonly end: () => void }

/** Opens a file as a source that is named after its bytes. */
export const openSource = async (context: Context, path: string, kind: string): Promise<Opened> => {
  const opened = await context.open(path)
  const { file, progress } = watchFile(context, opened, `reading ${opened.name}`)
  const hash = async (): Promise<string> => (file.once ? '' : file.sha256())
  const sha256 = await hash().catch((cause: unknown) => {
    progress.end()
    throw cause
  })
  const id = sourceId(kind, file.once ? path : sha256)
  return {
    file,
    source: { id, path, sha256, kind, bytes: file.bytes, learned: context.clock() },
    end: () => progress.end(),
  }
}
