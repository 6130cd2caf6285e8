import type { File } from '../../formats/index.ts'
import { type ListedValue, MusterError, type Rejected, type Source } from '../../model/index.ts'
import type { OperatorList } from './list.ts'
import { mailDomainList } from './mail-domains.ts'
import { asnList, networkLists } from './networks.ts'
import { tableLists } from './tables.ts'

/** Lists that an operator supplies, each with its reader. */
export const operatorLists: readonly OperatorList[] = [
  ...networkLists,
  asnList,
  mailDomainList,
  ...tableLists,
]

/**
 * The reader of a list, by its id or by what the file holds. Errors: `kind-unknown` where there is
 * none, which says that the name of a list of networks has to tell their class.
 */
export const findOperatorList = (file: File, id?: string): OperatorList => {
  const found = operatorLists.find((list) =>
    id === undefined ? list.recognise(file) : list.id === id,
  )
  if (found) return found
  throw new MusterError('kind-unknown', `no reader knows which list ${file.path} is`, {
    hint: `Put what it is before it, as ${operatorLists[0]?.id}=FILE: ${operatorLists.map((list) => list.id).join(', ')}.`,
  })
}

/** All values of a list, and the lines of it that cannot be read. */
export const readOperatorList = async (
  file: File,
  source: Source,
  id?: string,
): Promise<{
  readonly listed: readonly ListedValue[]
  readonly rejected: readonly Rejected[]
}> => {
  const listed: ListedValue[] = []
  const rejected: Rejected[] = []
  for await (const read of findOperatorList(file, id).read(file, source)) {
    if (read.ok) listed.push(read.listed)
    else rejected.push(read)
  }
  return { listed, rejected }
}
