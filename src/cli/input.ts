import { type File, openFile, openStream } from '../formats/index.ts'
import { MusterError } from '../model/index.ts'
import type { Host } from './host.ts'

/** Opens a file by its path. `-` is standard input, which is read as it comes and once only. */
export const openInput = async (path: string, host: Host): Promise<File> => {
  if (path !== '-') return openFile(path)
  if (host.stdin.isTTY)
    throw new MusterError('usage', 'standard input is a terminal, not a file', {
      hint: 'Pipe a file into the command, or name the file instead of -.',
    })
  return openStream('stdin', host.stdin)
}
