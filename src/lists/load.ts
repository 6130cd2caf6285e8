import type { Entity, Instant, Rejected } from '../model/index.ts'
import type { Verdict } from './inspect.ts'
import type { Offer } from './offer.ts'
import type { ListId } from './reader.ts'
import { type SurveyOptions, surveyFolder } from './survey.ts'
import { readOffer, takeOffers } from './take.ts'

/** An edition of a list in memory. */
export type LoadedList = {
  readonly id: ListId
  /** Its date, else `sha256:` and the first 12 digits. */
  readonly version: string
  readonly date: Instant | null
  readonly entries: number
  readonly sha256: string
  readonly files: readonly string[]
  readonly entities: readonly Entity[]
  readonly rejected: readonly Rejected[]
}

export type Loaded = {
  /** In the order of the registry, at most one of each list. */
  readonly lists: readonly LoadedList[]
  /** What became of each file of the folder, in the order of paths. */
  readonly verdicts: readonly Verdict[]
}

/**
 * Reads the newest edition of each list in a folder, or in one file, into memory, without a
 * workspace. Each edition is read once: reading it to its end is also what proves it whole.
 */
export const loadLists = async (path: string, options: SurveyOptions = {}): Promise<Loaded> => {
  const survey = await surveyFolder(path, options)
  const { taken, verdicts } = await takeOffers(survey, {
    attempt: (offer) => loadOffer(offer, options.shrink),
    which: 'newest',
    ...(options.shrink === undefined ? {} : { shrink: options.shrink }),
  })
  return { lists: taken.map(({ result }) => result), verdicts }
}

const loadOffer = async (offer: Offer, shrink?: number): Promise<LoadedList> => {
  const entities: Entity[] = []
  const rejected: Rejected[] = []
  for await (const read of readOffer(offer, shrink)) {
    if (read.ok) entities.push(read.entity)
    else {
      const { source, place, reason, text } = read
      rejected.push({ source, place, reason, text })
    }
  }
  const { list, version, date, sha256, files } = offer
  const paths = files.map(({ file }) => file.path)
  return {
    id: list,
    version,
    date,
    entries: entities.length,
    sha256,
    files: paths,
    entities,
    rejected,
  }
}
