import type { Instant } from '../model/index.ts'
import { type Claimed, inspect, type Verdict } from './inspect.ts'
import { compareDates, type Offer, toOffers } from './offer.ts'
import { explainShrunk, type Size } from './plausible.ts'
import type { ListId, ListReader } from './reader.ts'
import { lists, readers } from './registry.ts'
import { walkFiles } from './walk.ts'

export type SurveyOptions = {
  /** An edition with less than this share of the entries it should have is refused; 0.8. */
  readonly shrink?: number
  /** When files without a date of their own were learned; null where nobody says. */
  readonly undated?: Instant | null
  /** Versions that are held already, by list. */
  readonly held?: ReadonlyMap<ListId, Size & { readonly date: Instant | null }>
  /** Hashes of editions that were taken before, which need not prove themselves again. */
  readonly taken?: ReadonlySet<string>
  readonly readers?: readonly ListReader[]
}

/** An edition that is not taken, and why. */
export type Refusal = { readonly offer: Offer; readonly why: string }

/** What lies in a folder, judged by names, heads, dates and counts alone. */
export type Survey = {
  /** For each list in the order of the registry, editions that may be read, newest first. */
  readonly offers: ReadonlyMap<ListId, readonly Offer[]>
  readonly refused: readonly Refusal[]
  /** Files that are no part of an edition. */
  readonly verdicts: readonly Verdict[]
}

export const defaultShrink = 0.8

/** Opens every file of a folder, recursively, and sorts what is there into editions of lists. */
export const surveyFolder = async (dir: string, options: SurveyOptions = {}): Promise<Survey> => {
  const claimed: Claimed[] = []
  const verdicts: Verdict[] = []
  for (const path of await walkFiles(dir)) {
    const found = await inspect(path, options.readers ?? readers)
    if ('reader' in found) claimed.push(found)
    else verdicts.push(found)
  }
  const all = await toOffers(claimed, options.undated ?? null)
  const offers = new Map<ListId, readonly Offer[]>()
  const refused: Refusal[] = []
  for (const id of Object.keys(lists) as ListId[]) {
    const judged = judge(all.filter((offer) => offer.list === id).sort(byAge), options)
    refused.push(...judged.refused)
    if (judged.offers.length > 0) offers.set(id, judged.offers)
  }
  return { offers, refused, verdicts }
}

/** Oldest first; of one date the smaller first, so that a half of a file never stands for the whole. */
const byAge = (a: Offer, b: Offer): number => {
  const [pathOfA, pathOfB] = [a, b].map(({ files }) => files[0]?.file.path ?? '') as [
    string,
    string,
  ]
  return (
    compareDates(a.date, b.date) ||
    a.entries - b.entries ||
    Number(pathOfA < pathOfB) - Number(pathOfA > pathOfB)
  )
}

type Judged = { readonly offers: readonly Offer[]; readonly refused: readonly Refusal[] }

/**
 * Goes from the oldest to the newest: each is compared with the version before it, and one that is
 * not newer than the version that is held with that one.
 */
const judge = (offers: readonly Offer[], options: SurveyOptions): Judged => {
  const shrink = options.shrink ?? defaultShrink
  const held = offers[0] && options.held?.get(offers[0].list)
  const fit: Offer[] = []
  const refused: Refusal[] = []
  let before: Size | undefined = held
  for (const offer of offers) {
    const newer = !held || compareDates(offer.date, held.date) > 0
    const why = options.taken?.has(offer.sha256)
      ? undefined
      : (explainIncomplete(offer) ?? explainShrunk(offer, shrink, newer ? before : held))
    if (why) refused.push({ offer, why })
    else fit.unshift(offer)
    if (!why && newer) before = offer
  }
  return { offers: fit, refused }
}

const explainIncomplete = ({ reader, files, damage }: Offer): string | undefined => {
  const missing = reader.needs.filter((part) => !files.some((file) => file.part === part))
  return missing.length > 0 ? `the set lacks its ${missing.join(' and ')} file` : damage
}
