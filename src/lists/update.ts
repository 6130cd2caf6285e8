import { anyOf, type Session, sql } from '../engine/index.ts'
import type { Instant, SourceId } from '../model/index.ts'
import {
  type Counts,
  importSources,
  keepVersion,
  type ListVersion,
  listVersions,
  type Workspace,
} from '../workspace/index.ts'
import { currentVersions } from './current.ts'
import type { Verdict } from './inspect.ts'
import type { Offer } from './offer.ts'
import type { ListId } from './reader.ts'
import { surveyFolder } from './survey.ts'
import { readOffer, type Taken, takeOffers } from './take.ts'

export type UpdateOptions = {
  /** The time at which files without a date of their own were learned. */
  readonly now: Instant
  readonly shrink?: number
  /** `expected` is how many entries the edition seems to hold. */
  readonly onProgress?: (list: ListId, soFar: Counts, expected: number) => void
}

/** A version that the folder offered and the workspace now holds. */
export type Update = {
  readonly list: ListId
  readonly version: string
  readonly entries: number
  readonly rejected: number
  /** `held` = the workspace had it before; `older` = taken only to be compared with. */
  readonly state: 'new' | 'held' | 'older'
}

export type Updated = {
  /** Empty where no list was taken: the command has failed then. */
  readonly updates: readonly Update[]
  readonly verdicts: readonly Verdict[]
}

/**
 * Takes the editions of a folder into the workspace, each whole or not at all; what is refused
 * leaves the version before in place. Older editions are kept too, so that versions can be compared.
 * To run it again changes nothing.
 */
export const updateLists = async (
  workspace: Workspace,
  dir: string,
  options: UpdateOptions,
): Promise<Updated> => {
  const versions = await listVersions(workspace)
  const held = versions.filter(({ state }) => state === 'taken')
  const common = {
    taken: new Set(held.map(({ sha256 }) => sha256)),
    ...(options.shrink === undefined ? {} : { shrink: options.shrink }),
  }
  const survey = await surveyFolder(dir, {
    undated: options.now,
    held: currentVersions(versions),
    ...common,
  })
  const { taken, refused, verdicts } = await takeOffers(survey, {
    attempt: (offer) => holdOffer(workspace, offer, held, options),
    which: 'all',
    ...common,
  })
  if (refused.length > 0)
    await workspace.engine.transaction(async (session) => {
      for (const { offer, why } of refused) {
        const { entries } = offer
        await keepVersion(session, toVersion(offer, { state: 'refused', why, entries }))
      }
    })
  const current = currentVersions(await listVersions(workspace))
  return {
    updates: taken.map((each) => toUpdate(each, current)),
    verdicts: verdicts.map((verdict) => explainHeld(verdict, taken, current)),
  }
}

type Held = { readonly entries: number; readonly rejected: number; readonly already: boolean }

const holdOffer = async (
  workspace: Workspace,
  offer: Offer,
  held: readonly ListVersion[],
  { shrink, onProgress }: UpdateOptions,
): Promise<Held> => {
  const before = held.find(
    ({ list, sha256, format }) =>
      list === offer.list && sha256 === offer.sha256 && format === offer.reader.format,
  )
  if (before) return { entries: before.entries, rejected: 0, already: true }
  const sources = offer.files.map(({ source }) => source)
  let entries = 0
  const { rejected } = await importSources(workspace, sources, readOffer(offer, shrink), {
    list: offer.list,
    ...(onProgress ? { onProgress: (soFar) => onProgress(offer.list, soFar, offer.entries) } : {}),
    alongside: async (session) => {
      entries = await countEntries(
        session,
        sources.map(({ id }) => id),
      )
      await keepVersion(session, toVersion(offer, { state: 'taken', why: '', entries }))
    },
  })
  return { entries, rejected, already: false }
}

const countEntries = async (session: Session, sources: readonly SourceId[]): Promise<number> => {
  const count = sql`
    select count(*) as entries from entity where source in (${anyOf(sources)})`
  for await (const { entries } of session.query(count)) return Number(entries)
  return 0
}

const toVersion = (
  { list, version, date, sha256, files, reader }: Offer,
  taken: Pick<ListVersion, 'state' | 'why' | 'entries'>,
): ListVersion => ({
  list,
  version,
  date,
  sha256,
  files: files.map(({ file }) => file.path),
  sources: files.map(({ source }) => source.id),
  format: reader.format,
  ...taken,
})

const toUpdate = (
  { offer, result }: Taken<Held>,
  current: ReadonlyMap<ListId, ListVersion>,
): Update => {
  const { list, version, sha256 } = offer
  const { entries, rejected, already } = result
  const fresh = current.get(list)?.sha256 === sha256 ? 'new' : 'older'
  return { list, version, entries, rejected, state: already ? 'held' : fresh }
}

/** The newest of a folder may be older than what the workspace holds, or the same. */
const explainHeld = (
  verdict: Verdict,
  taken: readonly Taken<Held>[],
  current: ReadonlyMap<ListId, ListVersion>,
): Verdict => {
  if (verdict.state !== 'used') return verdict
  const own = taken.find(({ offer }) => offer.files.some(({ file }) => file.path === verdict.path))
  const held = verdict.list && current.get(verdict.list)
  if (!own || !held) return verdict
  const { version, sha256 } = own.offer
  if (held.sha256 !== sha256)
    return {
      ...verdict,
      state: 'older',
      why: `version ${version}, not newer than ${held.version}, which the workspace holds`,
    }
  const already = own.result.already ? ', held already' : ''
  return { ...verdict, why: `version ${version}, ${own.result.entries} entries${already}` }
}
