import { declaredEncoding, decode } from '../formats/index.ts'
import { MusterError, type Read } from '../model/index.ts'
import { explainDamage } from './damage.ts'
import type { Verdict } from './inspect.ts'
import type { Offer } from './offer.ts'
import { explainShrunk } from './plausible.ts'
import { defaultShrink, type Refusal, type Survey } from './survey.ts'

export type Taking<T> = {
  /** Reads the edition strictly, to its end; a damaged file makes it fail. */
  readonly attempt: (offer: Offer) => Promise<T>
  /** The newest that can be read, or also every older one. */
  readonly which: 'newest' | 'all'
  readonly shrink?: number
  /** Hashes of editions that were taken before, which need not prove themselves again. */
  readonly taken?: ReadonlySet<string>
}

export type Taken<T> = {
  readonly offer: Offer
  readonly result: T
  /** True for the newest of its list in the folder. */
  readonly current: boolean
}

export type Outcome<T> = {
  /** In the order of the registry, newest first. */
  readonly taken: readonly Taken<T>[]
  readonly refused: readonly Refusal[]
  /** Every file of the folder once, in the order of paths. */
  readonly verdicts: readonly Verdict[]
}

/**
 * Takes the newest edition of each list that can be read to its end; where one cannot, the next
 * older one is tried and the reason is kept.
 */
export const takeOffers = async <T>(survey: Survey, taking: Taking<T>): Promise<Outcome<T>> => {
  const taken: Taken<T>[] = []
  const refused = [...survey.refused]
  const verdicts = [...survey.verdicts]
  for (const offers of survey.offers.values()) {
    let current: Offer | undefined
    for (const offer of offers) {
      const why = current && explainOlder(offer, current, taking)
      if (why?.state === 'refused') refused.push({ offer, why: why.why })
      else if (why && taking.which === 'newest') {
        const damage = await damageOf(offer)
        if (damage) refused.push({ offer, why: damage })
        else verdicts.push(...verdictsOf(offer, why))
      } else {
        const tried = await attempt(offer, taking)
        if ('why' in tried) refused.push({ offer, why: tried.why })
        else {
          taken.push({ offer, result: tried.result, current: !current })
          verdicts.push(...verdictsOf(offer, why ?? { state: 'used', why: explainUsed(offer) }))
          current ??= offer
        }
      }
    }
  }
  for (const { offer, why } of refused)
    verdicts.push(...verdictsOf(offer, { state: 'refused', why }))
  return { taken, refused, verdicts: verdicts.sort((a, b) => (a.path < b.path ? -1 : 1)) }
}

type Why = Pick<Verdict, 'state' | 'why'>

const verdictsOf = ({ list, files }: Offer, why: Why): Verdict[] =>
  files.map(({ file }) => ({ path: file.path, list, ...why }))

const explainUsed = ({ version, entries }: Offer): string =>
  `version ${version}, ${entries} entries`

const explainOlder = (
  offer: Offer,
  current: Offer,
  { shrink = defaultShrink, taken }: Pick<Taking<unknown>, 'shrink' | 'taken'>,
): Why => {
  const shrunk = explainShrunk(offer, shrink, current)
  if (shrunk && !taken?.has(offer.sha256)) return { state: 'refused', why: shrunk }
  if (offer.sha256 === current.sha256)
    return { state: 'older', why: `the same bytes as ${current.files[0]?.file.path}` }
  return { state: 'older', why: `version ${offer.version}, not newer than ${current.version}` }
}

const attempt = async <T>(
  offer: Offer,
  taking: Taking<T>,
): Promise<{ result: T } | { why: string }> => {
  try {
    return { result: await taking.attempt(offer) }
  } catch (cause) {
    return { why: explainDamage(cause) }
  }
}

/** An older edition is not read, but one in a broken encoding is never called a version. */
const damageOf = async ({ files }: Offer): Promise<string | undefined> => {
  try {
    for (const { file } of files) for await (const _ of decode(file, declaredEncoding(file)));
    return undefined
  } catch (cause) {
    return explainDamage(cause)
  }
}

/**
 * Reads an edition to its end. `list-refused` where far fewer entries can be read than there are
 * marks of entries in the file.
 */
export async function* readOffer(
  offer: Offer,
  shrink: number = defaultShrink,
): AsyncGenerator<Read> {
  let entries = 0
  for await (const read of offer.reader.read(offer)) {
    if (read.ok) entries++
    yield read
  }
  const why = explainShrunk({ version: offer.version, entries, declared: offer.entries }, shrink)
  if (why) throw new MusterError('list-refused', `${offer.files[0]?.file.path}: ${why}`)
}
