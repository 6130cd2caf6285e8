import { type Given, type ReadPlatform, readHeldPlatform, readPlatform } from '../identity/index.ts'
import {
  type ListedValue,
  MusterError,
  type Rejected,
  type Source,
  sourceId,
} from '../model/index.ts'
import { isParquet, looksLikeObservations, readOperatorList } from '../sources/index.ts'
import type { Context } from './context.ts'
import { openSource } from './open-source.ts'
import { shownFaults, tellFaults } from './rejects.ts'
import { toSubjectOptions } from './subjects.ts'
import type { Progress } from './terminal/progress.ts'
import { readValueKey } from './value-hash.ts'
import { openExisting } from './workspace.ts'

/** Options that name what an operator knows of values. */
export const knownOptions = {
  networks: {
    value: '[CLASS=]FILE',
    repeat: true,
    doc: 'networks, CIDR a line, of the class that the name of the file tells, or that is put before it: vpn=list.txt, hosting, mobile, residential',
  },
  'mail-domains': {
    value: 'FILE',
    repeat: true,
    doc: 'domains of disposable mailboxes, one a line',
  },
  intermediaries: {
    value: 'FILE',
    repeat: true,
    doc: 'known agencies and employers of record: CSV with kind (employer, address, payout, ip …), value, name',
  },
} as const

/** What was typed for them. */
export type GivenKnown = {
  readonly [K in keyof typeof knownOptions]: readonly string[]
}

/** What the lists say that were named; a line that cannot be read is told, and counts for nothing. */
export const readKnown = async (
  context: Context,
  given: GivenKnown,
): Promise<readonly ListedValue[]> => {
  const named = [
    ...given.networks.map((text): readonly [string | undefined, string] => {
      const [, known, path] = /^(vpn|hosting|mobile|residential)=(.+)$/.exec(text) ?? []
      return known && path ? [`networks-${known}`, path] : [undefined, text]
    }),
    ...given['mail-domains'].map((path) => ['mail-domains', path] as const),
    ...given.intermediaries.map((path) => ['intermediaries', path] as const),
  ]
  const known: ListedValue[] = []
  for (const [id, path] of named) {
    const file = await context.open(path)
    const source = { ...noSource, path }
    const { listed, rejected } = await readOperatorList(file, source, id)
    tellFaults(context, path, { rejected, says: 'lines could not be read and do not count' })
    known.push(...listed)
  }
  return known
}

/** A list that is looked into and not kept. */
const noSource: Omit<Source, 'path'> = {
  id: sourceId('operator-list', ''),
  sha256: '',
  kind: 'operator-list',
  bytes: 0,
  learned: null,
}

/** Files of accounts and of what they were seen with, as they were typed. */
export type GivenPlatform = {
  readonly accounts: readonly string[]
  readonly observations: readonly string[]
  readonly map: string | undefined
  readonly encoding: string | undefined
  readonly known: GivenKnown
  /** Whether flags of accounts are looked for. */
  readonly flags: boolean
  readonly onRejected?: (path: string, rejected: Rejected) => Promise<void>
}

/** Reads a platform from files; rows that cannot be read are counted and the first are shown. */
export const readPlatformFiles = async (
  context: Context,
  given: GivenPlatform,
): Promise<ReadPlatform> => {
  const { tell } = context
  const ends: (() => void)[] = []
  const open = async (path: string, kind: string): Promise<Given> => {
    const { end, ...given } = await openSource(context, path, kind)
    ends.push(end)
    return given
  }
  const openAll = async (paths: readonly string[], kind: string): Promise<readonly Given[]> => {
    const files: Given[] = []
    for (const path of paths) files.push(await open(path, kind))
    return files
  }
  const { map } = toSubjectOptions(given)
  try {
    const { accounts, observations } = sortFiles(
      await openAll(given.accounts, 'accounts'),
      await openAll(given.observations, 'observations'),
      ({ file }) => looksLikeObservations(file, map),
    )
    const paths = new Map(
      [...accounts, ...observations].map(({ source }) => [source.id, source.path] as const),
    )
    const key = await readValueKey(context)
    let shown = 0
    let step: Progress | undefined
    ends.push(() => step?.end())
    const read = await readPlatform(
      { accounts, observations },
      {
        ...toSubjectOptions(given),
        listed: await readKnown(context, given.known),
        values: 'shared',
        flags: given.flags,
        ...(key && { key }),
        onStep: (text) => {
          step?.end()
          step = tell.progress(text)
        },
        onIgnored: (path, columns) =>
          tell.say(`${path}: columns that are not read: ${columns.join(', ')}`),
        onRejected: async (rejected) => {
          const path = paths.get(rejected.source) ?? ''
          await given.onRejected?.(path, rejected)
          if (++shown <= shownFaults) tell.warn(`${path} ${rejected.place}: ${rejected.reason}`)
        },
      },
    )
    if (read.rejected > 0)
      tell.warn(
        `${read.rejected} rows could not be read and do not count${given.onRejected ? '' : '; keep them with --rejected FILE'}`,
      )
    return read
  } finally {
    for (const end of ends) end()
  }
}

/**
 * Several files may follow one option, those of accounts too, so the columns tell what a file holds.
 * Where nothing is said of accounts before the option, what is no table of observations after it is one
 * of them; Parquet has no header to look at and stays as it was typed.
 */
const sortFiles = (
  accounts: readonly Given[],
  observations: readonly Given[],
  isObserved: (given: Given) => boolean,
): { readonly accounts: readonly Given[]; readonly observations: readonly Given[] } => {
  const swallowed = accounts.length === 0 && observations.length > 1
  const isAccounts = (each: Given): boolean =>
    swallowed && !isObserved(each) && !isParquet(each.file)
  return {
    accounts: [...accounts.filter((each) => !isObserved(each)), ...observations.filter(isAccounts)],
    observations: [
      ...accounts.filter(isObserved),
      ...observations.filter((each) => !isAccounts(each)),
    ],
  }
}

/** The platform that the workspace holds. Error: `usage` where there is none, or nothing was observed. */
export const readWorkspacePlatform = async (
  context: Context,
  given: GivenKnown,
): Promise<Omit<ReadPlatform, 'rejected'>> => {
  if (context.workspace === undefined) throw nothingGiven('a file of accounts is needed')
  const workspace = await openExisting(context, { readOnly: true })
  try {
    const key = await readValueKey(context)
    const listed = await readKnown(context, given)
    const read = await readHeldPlatform(workspace, {
      listed,
      values: 'shared',
      ...(key && { key }),
    })
    if (read.platform.accounts.length === 0)
      throw nothingGiven('the workspace holds no observation of an account')
    return read
  } finally {
    await workspace.close()
  }
}

const nothingGiven = (what: string): MusterError =>
  new MusterError('usage', what, {
    hint: 'For example: muster rings accounts.csv --observations observations.csv',
  })
