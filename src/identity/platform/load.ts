import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Engine, openInMemory } from '../../engine/index.ts'
import type { File } from '../../formats/index.ts'
import { isHashed, keyedHash } from '../../identifiers/index.ts'
import { type ListedValue, MusterError, type Rejected, type Source } from '../../model/index.ts'
import { accountProps, type Keeping, takeFacts, takeHeld } from '../../sources/index.ts'
import { layFacts, listedValuesOf, sourcesOf, type Workspace } from '../../workspace/index.ts'
import { type AccountFlags, noFlags, readFlags } from '../flags/index.ts'
import { type Numbered, type Numbering, numberFacts } from './number.ts'
import type { Platform } from './platform.ts'
import { traitTeller } from './traits.ts'

/** A file with what is known of it. */
export type Given = { readonly file: File; readonly source: Source }

export type PlatformInput = {
  readonly accounts: readonly Given[]
  readonly observations: readonly Given[]
}

export type PlatformOptions = {
  /** Field → column, of files of both kinds. */
  readonly map?: ReadonlyMap<string, string>
  /** Encoding of the files; recognised where it is not said. */
  readonly encoding?: string
  /** What the operator's own lists tell of networks, mail domains and intermediaries. */
  readonly listed?: readonly ListedValue[]
  /** Puts keyed hashes in place of values, so that nothing readable comes out. */
  readonly key?: Uint8Array
  /** Which values are taken: all, or only those that two accounts at least were seen with. */
  readonly values?: 'all' | 'shared'
  /** Without them (false) no flag is looked for, which takes a fifth of the time. */
  readonly flags?: boolean
  /** Most that the engine's buffers take, as `2GB`. */
  readonly memory?: string
  /** Told what is being done. */
  readonly onStep?: (step: string) => void
  /** Told of columns that are not read. */
  readonly onIgnored?: (path: string, columns: readonly string[]) => void
  /** Told of each row that could not be read, file by file. */
  readonly onRejected?: (rejected: Rejected) => Promise<void> | void
}

export type ReadPlatform = {
  readonly platform: Platform
  /**
   * 1 for an account that states a known intermediary as its employer or address. A ring can state one
   * too: it explains what accounts share only where they share it with the intermediary.
   */
  readonly viaIntermediary: Uint8Array
  /** Red flags of the accounts, which no ring reads. */
  readonly flags: AccountFlags
  /** The files that `Sightings.source` counts, in the order of their ids. */
  readonly sources: readonly Source[]
  /** How many rows could not be read. */
  readonly rejected: number
}

/** Number of files that a sighting can point at. */
const mostFiles = 256

/**
 * Reads accounts and what they were seen with. Numbers follow the order of texts, so that neither the
 * order of rows nor that of files changes them. An account that only observations name is one too.
 * Rows that cannot be read are told one by one and counted. Errors: `usage` above 256 files, and those
 * of the formats.
 */
export const readPlatform = async (
  input: PlatformInput,
  options: PlatformOptions = {},
): Promise<ReadPlatform> => {
  if (input.accounts.length + input.observations.length > mostFiles)
    throw new MusterError('usage', `a platform is read from ${mostFiles} files at most`)
  return withEngine(options, async (engine, folder) => {
    const keeping = keepingOf(options)
    const facts = { ...input, folder }
    const { sources, rejected } = await takeFacts(engine, facts, { ...options, keeping })
    options.onStep?.('numbering accounts and values')
    const numbered = await numberFacts(engine, keeping, numberingOf(options))
    if (options.flags !== false) options.onStep?.('looking for flags of accounts')
    const flags = await flagsOf(engine, numbered, { ...options, ...keeping })
    return { ...numbered, flags, sources, rejected }
  })
}

/**
 * The platform that a workspace holds: its observations, the records of sources that have an observed
 * account, and what the operator's lists in it tell. What could not be read was kept when it came in. Error: `usage` above 256 files.
 */
export const readHeldPlatform = async (
  workspace: Workspace,
  options: PlatformOptions = {},
): Promise<Omit<ReadPlatform, 'rejected'>> => {
  const sources: Source[] = []
  for await (const { list, ...source } of sourcesOf(workspace))
    if (list === null) sources.push(source)
  if (sources.length > mostFiles)
    throw new MusterError('usage', `a platform is read from ${mostFiles} files at most`)
  sources.sort((a, b) => (a.id < b.id ? -1 : 1))
  const listed = [...(options.listed ?? []), ...(await listedValuesOf(workspace))]
  return withEngine(options, async (engine, folder) => {
    const { traitOf, hash } = keepingOf({ ...options, listed })
    // What was hashed when it came in must stay as it is, to be equal to what is hashed now.
    const keeping: Keeping = {
      traitOf,
      hash: hash && ((kind, value) => (isHashed(value) ? value : hash(kind, value))),
    }
    const held = { statements: join(folder, 's.parquet'), observations: join(folder, 'o.parquet') }
    await layFacts(workspace, accountProps, held)
    await takeHeld(engine, held, { sources, keeping })
    const numbered = await numberFacts(engine, keeping, numberingOf({ ...options, listed }))
    const flags = await flagsOf(engine, numbered, { ...options, listed, traitOf })
    return { ...numbered, flags, sources }
  })
}

const flagsOf = async (
  engine: Engine,
  { platform: { accounts } }: Numbered,
  { flags = true, listed = [], traitOf }: PlatformOptions & Pick<Keeping, 'traitOf'>,
): Promise<AccountFlags> =>
  flags
    ? readFlags(engine, { accounts: accounts.length, listed, traitOf })
    : noFlags(accounts.length)

/** Does work with an engine in memory and a folder, both of which are gone afterwards. */
const withEngine = async <T>(
  { memory = '2GB' }: PlatformOptions,
  work: (engine: Engine, folder: string) => Promise<T>,
): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'muster-'))
  let engine: Engine | undefined
  try {
    engine = await openInMemory({ memory, spill: join(folder, 'spill') })
    return await work(engine, folder)
  } finally {
    await engine?.close()
    await rm(folder, { recursive: true })
  }
}

const keepingOf = ({ listed = [], key }: PlatformOptions): Keeping => ({
  traitOf: traitTeller(listed),
  hash: key && keyedHash(key),
})

const numberingOf = ({ listed = [], values = 'all' }: PlatformOptions): Numbering => ({
  values,
  intermediaries: (field) =>
    listed
      .filter(({ known, kind }) => known === 'intermediary' && kind === field.toLowerCase())
      .map(({ value }) => value),
})
