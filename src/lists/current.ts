import type { ListVersion } from '../workspace/index.ts'
import { compareDates } from './offer.ts'
import type { ListId } from './reader.ts'

/** The newest version of each list that was taken; of one date, the one that was taken last. */
export const currentVersions = (
  versions: readonly ListVersion[],
): ReadonlyMap<ListId, ListVersion> => {
  const current = new Map<ListId, ListVersion>()
  for (const version of versions) {
    if (version.state !== 'taken') continue
    const best = current.get(version.list as ListId)
    if (!best || compareDates(version.date, best.date) >= 0)
      current.set(version.list as ListId, version)
  }
  return current
}
