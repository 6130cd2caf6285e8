import type { Rejected, StateStatement } from '../model/index.ts'
import { readRegister } from '../obligations/index.ts'
import { openStateStatements, SeenStatements, stateSource } from '../sources/index.ts'
import { stateStatementsOf } from '../workspace/index.ts'
import type { Context } from './context.ts'
import { shownFaults } from './rejects.ts'
import { watchFile } from './watch.ts'
import { openExisting } from './workspace.ts'

/** Statements about states, and whether any of them is not in the shipped register. */
export type GivenStatements = {
  readonly statements: readonly StateStatement[]
  readonly own: boolean
}

/**
 * Statements about states: the shipped register unless it is left out, those that the workspace holds,
 * if there is one, and those of files by the statements contract. Rows that cannot be read are counted,
 * and the first are shown.
 */
export const readStatements = async (
  context: Context,
  paths: readonly string[],
  { register }: { readonly register: boolean },
): Promise<GivenStatements> => {
  const seen = new SeenStatements()
  const statements = register ? [...(await readRegister(seen))] : []
  const shipped = statements.length
  const faults = new Faults(context)
  await takeHeld(context, { seen, statements, faults })
  for (const path of paths) await takeFile(context, path, { seen, statements, faults })
  faults.end()
  return { statements, own: statements.length > shipped }
}

type Taking = {
  readonly seen: SeenStatements
  readonly statements: StateStatement[]
  readonly faults: Faults
}

/** Shows the first faults and counts them all. */
class Faults {
  readonly #tell: Context['tell']
  #count = 0

  constructor({ tell }: Context) {
    this.#tell = tell
  }

  add(path: string, { place, reason }: Pick<Rejected, 'place' | 'reason'>): void {
    if (++this.#count <= shownFaults) this.#tell.warn(`${path} ${place}: ${reason}`)
  }

  end(): void {
    if (this.#count > 0)
      this.#tell.warn(`${this.#count} rows of statements could not be read and do not count`)
  }
}

/** What the register has come to say since, or says otherwise, does not count a second time. */
const takeHeld = async (context: Context, { seen, statements, faults }: Taking): Promise<void> => {
  if (context.workspace === undefined) return
  const workspace = await openExisting(context, { readOnly: true })
  try {
    for await (const { statement, place } of stateStatementsOf(workspace)) {
      const reason = seen.take(statement, `the workspace, ${place}`)
      if (reason) faults.add('the workspace', { place, reason })
      else statements.push(statement)
    }
  } finally {
    await workspace.close()
  }
}

const takeFile = async (
  context: Context,
  path: string,
  { seen, statements, faults }: Taking,
): Promise<void> => {
  const opened = await context.open(path)
  const { file, progress } = watchFile(context, opened, `reading ${opened.name}`)
  try {
    const source = await stateSource(file, context.clock())
    const { ignored, reads } = await openStateStatements(file, source, { seen })
    if (ignored.length > 0)
      context.tell.say(`${path}: columns that are not read: ${ignored.join(', ')}`)
    for await (const read of reads)
      if (read.ok) statements.push(read.statement)
      else faults.add(path, read)
  } finally {
    progress.end()
  }
}
