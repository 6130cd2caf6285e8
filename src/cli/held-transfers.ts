import { join } from 'node:path'
import type { Engine } from '../engine/index.ts'
import { takeHeld } from '../funds/index.ts'
import { type Label, MusterError, type Source } from '../model/index.ts'
import { hasTransfers, labelsOf } from '../workspace/index.ts'
import type { Context } from './context.ts'
import type { Used } from './transfers.ts'
import { openExisting } from './workspace.ts'

/** Transfers that were imported, with the labels and files of the workspace. */
type HeldFiles = {
  readonly sources: readonly Source[]
  readonly labels: readonly Label[]
  readonly used: readonly Used[]
}

/** Takes the transfers of the workspace into the table `moved`. Error: `usage` where there are none. */
export const takeFromWorkspace = async (
  context: Context,
  { engine, folder }: { readonly engine: Engine; readonly folder: string },
): Promise<HeldFiles> => {
  if (context.workspace === undefined) throw nothingGiven('files of transfers are needed')
  const workspace = await openExisting(context, { readOnly: true })
  try {
    if (!(await hasTransfers(workspace))) throw nothingGiven('the workspace holds no transfers')
    const sources = await takeHeld(workspace, engine, join(folder, 'held.parquet'))
    const used = sources
      .filter(({ kind }) => kind === 'transfers' || kind === 'labels')
      .map(({ path, sha256 }) => ({ path, sha256 }))
    return { sources, labels: await labelsOf(workspace), used }
  } finally {
    await workspace.close()
  }
}

const nothingGiven = (what: string): MusterError =>
  new MusterError('usage', what, {
    hint: 'Name them with --transfers FILE, or take them into a workspace with muster import.',
  })
