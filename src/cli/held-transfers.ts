import type { Engine } from '../engine/index.ts'
import { takeHeld } from '../funds/index.ts'
import { type Label, MusterError, type Source } from '../model/index.ts'
import { hasTransfers, labelsOf } from '../workspace/index.ts'
import type { Context } from './context.ts'
import type { Used } from './transfers.ts'
import { openExisting } from './workspace.ts'

/** Transfers that were imported, with the labels and files of the workspace; whoever takes them closes. */
type HeldFiles = {
  readonly engine: Engine
  readonly sources: readonly Source[]
  readonly labels: readonly Label[]
  readonly used: readonly Used[]
  close(): Promise<void>
}

/** Opens the transfers of the workspace as the view `told`. Error: `usage` where there are none. */
export const takeFromWorkspace = async (context: Context): Promise<HeldFiles> => {
  if (context.workspace === undefined) throw nothingGiven('files of transfers are needed')
  const workspace = await openExisting(context, { readOnly: true })
  try {
    if (!(await hasTransfers(workspace))) throw nothingGiven('the workspace holds no transfers')
    const { engine, sources } = await takeHeld(workspace)
    const used = sources
      .filter(({ kind }) => kind === 'transfers' || kind === 'labels')
      .map(({ path, sha256 }) => ({ path, sha256 }))
    const close = async (): Promise<void> => {
      await engine.close()
      await workspace.close()
    }
    return { engine, sources, labels: await labelsOf(workspace), used, close }
  } catch (cause) {
    await workspace.close()
    throw cause
  }
}

const nothingGiven = (what: string): MusterError =>
  new MusterError('usage', what, {
    hint: 'Name them with --transfers FILE, or take them into a workspace with muster import.',
  })
