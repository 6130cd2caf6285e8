import { type Instant, toSpan } from '../model/index.ts'
import { type ListVersion, listVersions, type Workspace } from '../workspace/index.ts'
import { currentVersions } from './current.ts'
import { compareDates, dayOf, type Offer } from './offer.ts'
import type { ListId } from './reader.ts'
import { lists } from './registry.ts'
import { type SurveyOptions, surveyFolder } from './survey.ts'
import { readOffer, takeOffers } from './take.ts'

/** A row of `muster lists status`. */
export type ListStatus = {
  readonly id: ListId
  readonly body: string
  readonly version: string
  /** As `2026-02-27`; null where neither the file nor its name says. */
  readonly date: string | null
  readonly entries: number
  readonly sha256: string
  /** Paths, with `; ` between them where the edition is a set of files. */
  readonly file: string
  readonly state: 'current' | 'older' | 'stale' | 'refused'
  readonly why: string
}

export type StatusOptions = {
  readonly now: Instant
  /** A list is stale this many days after its date; 30. */
  readonly staleDays?: number
}

const defaultStaleDays = 30

/** What is known of a version, whether it was imported or only read. */
type Known = Pick<ListVersion, 'version' | 'date' | 'entries' | 'sha256' | 'files' | 'why'> & {
  readonly list: ListId
  readonly state: 'current' | 'older' | 'refused'
}

/** Every version of every list that was offered to the workspace, newest first, in the registry's order. */
export const listStatus = async (
  workspace: Workspace,
  options: StatusOptions,
): Promise<readonly ListStatus[]> => {
  const versions = await listVersions(workspace)
  const current = currentVersions(versions)
  const known = [...versions].reverse().map((version): Known => {
    const list = version.list as ListId
    const taken = current.get(list) === version ? 'current' : 'older'
    return { ...version, list, state: version.state === 'taken' ? taken : 'refused' }
  })
  return toStatus(known, options)
}

/** The same for a folder of files, without a workspace; each list is read to its end. */
export const folderStatus = async (
  dir: string,
  options: StatusOptions & SurveyOptions,
): Promise<readonly ListStatus[]> => {
  const { taken, refused } = await takeOffers(await surveyFolder(dir, options), {
    attempt: (offer) => countEntries(offer, options.shrink),
    which: 'all',
    ...(options.shrink === undefined ? {} : { shrink: options.shrink }),
  })
  return toStatus(
    [
      ...taken.map(({ offer, result, current }) =>
        toKnown(offer, { entries: result, state: current ? 'current' : 'older', why: '' }),
      ),
      ...refused.map(({ offer, why }) =>
        toKnown(offer, { entries: offer.entries, state: 'refused', why }),
      ),
    ],
    options,
  )
}

const countEntries = async (offer: Offer, shrink?: number): Promise<number> => {
  let entries = 0
  for await (const read of readOffer(offer, shrink)) if (read.ok) entries++
  return entries
}

const toKnown = (
  { list, version, date, sha256, files }: Offer,
  rest: Pick<Known, 'entries' | 'state' | 'why'>,
): Known => ({
  list,
  version,
  date,
  sha256,
  files: files.map(({ file }) => file.path),
  ...rest,
})

const order: readonly string[] = Object.keys(lists)

const toStatus = (
  known: readonly Known[],
  { now, staleDays = defaultStaleDays }: StatusOptions,
): readonly ListStatus[] =>
  [...known]
    .sort((a, b) => order.indexOf(a.list) - order.indexOf(b.list) || compareDates(b.date, a.date))
    .map(({ list, version, date, entries, sha256, files, state, why }): ListStatus => {
      const age = state === 'current' ? explainAge(date, now, staleDays) : undefined
      return {
        id: list,
        body: lists[list].body,
        version,
        date: date && dayOf(date),
        entries,
        sha256,
        file: files.join('; '),
        state: age ? 'stale' : state,
        why: age ?? why,
      }
    })

/** Why a list is too old to be relied on, undefined where it is not. */
export const explainAge = (
  date: Instant | null,
  now: Instant,
  staleDays: number = defaultStaleDays,
): string | undefined => {
  if (date === null) return 'it has no date, so nobody can tell how old it is'
  const days = toSpan(dayOf(now)).last - toSpan(dayOf(date)).last
  return days >= staleDays ? `it is ${days} days old` : undefined
}
