import { readLabels } from '../sources/index.ts'
import { importLabels, type Workspace } from '../workspace/index.ts'
import type { Context } from './context.ts'
import { type Given, type ImportedFile, noneIn } from './imported.ts'
import { openSource } from './open-source.ts'

/** Takes what somebody says of addresses: services, mixers, designated owners. */
export const importLabelled = async (
  context: Context,
  workspace: Workspace,
  { path }: Given,
): Promise<ImportedFile> => {
  const { file, source, end } = await openSource(context, path, 'labels')
  try {
    const read = await readLabels(file, source)
    const already = await importLabels(workspace, source, read)
    const [labels, rejected] = already ? [0, 0] : [read.labels.length, read.rejected.length]
    return { ...noneIn, path, kind: 'labels', labels, rejected, already }
  } finally {
    end()
  }
}
