import { keepFlows } from '../funds/index.ts'
import { layTransfers } from '../sources/index.ts'
import { importTransfers, notHeld, type Workspace } from '../workspace/index.ts'
import type { Context } from './context.ts'
import { type Given, type ImportedFile, noneIn } from './imported.ts'
import { type Opened, openSource } from './open-source.ts'
import { toSubjectOptions } from './subjects.ts'
import { valueHash } from './value-hash.ts'

/**
 * Takes files of transfers together, since one may say what became of another's: a receipt that a
 * transaction failed, a statement of a bank what another bank's has too.
 */
export const importMoved = async (
  context: Context,
  workspace: Workspace,
  files: readonly Given[],
): Promise<readonly ImportedFile[]> => {
  const opened: Opened[] = []
  for (const { path } of files) opened.push(await openSource(context, path, 'transfers'))
  try {
    const fresh = await notHeld(
      workspace,
      opened.map(({ source }) => source),
    )
    const taken = opened.filter(
      ({ source: { id } }, i, all) =>
        fresh.some((one) => one.id === id) && all.findIndex(({ source }) => source.id === id) === i,
    )
    const came = taken.length === 0 ? [] : await take(context, workspace, { files, taken })
    return opened.map(({ source }, i) => {
      const { transfers = 0, rejected = 0 } =
        came.find((each) => each.source.id === source.id) ?? {}
      const path = files[i]?.path ?? source.path
      const already = !taken.some((each) => each.source === source)
      return { ...noneIn, path, kind: 'transfers', transfers, rejected, already }
    })
  } finally {
    for (const { end } of opened) end()
  }
}

type Taking = { readonly files: readonly Given[]; readonly taken: readonly Opened[] }

const take = async (context: Context, workspace: Workspace, { files, taken }: Taking) => {
  const folder = await context.temporaries.makeFolder()
  const { as, given } = files[0] as Given
  const { map, encoding } = toSubjectOptions(given)
  const laid = await layTransfers(
    { files: taken, folder },
    {
      // A map may be meant for subjects that are given beside them.
      ...(as === 'transfers' ? { map } : {}),
      ...(encoding === undefined ? {} : { encoding }),
      hash: await valueHash(context),
      onIgnored: (path, columns) =>
        context.tell.say(`${path}: columns that are not read: ${columns.join(', ')}`),
    },
  )
  for (const { source, reason, rows } of laid.left)
    context.tell.say(`${source.path}: ${rows} rows move nothing: ${reason}`)
  return importTransfers(
    workspace,
    taken.map(({ source }) => source),
    {
      ...laid,
      alongside: async (session) => {
        const merged = await keepFlows(session)
        if (merged.length > 0) context.tell.say(explainMerged(merged))
      },
    },
  )
}

const explainMerged = (assets: readonly string[]): string =>
  `transfers came in between those held before, or tell some of them again: put in order anew are those of ${
    assets.length > few
      ? `${assets.length} assets`
      : assets.map((asset) => asset || 'the asset without a name').join(', ')
  }`

/** Most assets that are named one by one. */
const few = 5
