import { openFile, shippedPath } from '../formats/index.ts'
import { MusterError, type StateStatement } from '../model/index.ts'
import { openStateStatements, type SeenStatements, stateSource } from '../sources/index.ts'

/**
 * The register that ships with Muster: what is publicly known of states and DPRK workers, as
 * statements with their sources, from `data/register.tsv`. `seen` takes its ids, so that files read
 * after it cannot give one another content. Errors: `file-missing`, and `internal` where a row cannot
 * be read, because a register with a gap would give wrong labels.
 */
export const readRegister = async (seen?: SeenStatements): Promise<readonly StateStatement[]> => {
  const file = await openFile(shippedPath('register.tsv'))
  const source = await stateSource(file, null)
  const { reads } = await openStateStatements(file, source, seen ? { seen } : {})
  const statements: StateStatement[] = []
  for await (const read of reads) {
    if (!read.ok)
      throw new MusterError('internal', `data/register.tsv, ${read.place}: ${read.reason}`)
    statements.push(read.statement)
  }
  return statements
}
