import { flowTimes, type Markup, type MovedLane, markup } from '../../figures/index.ts'
import type { TrailLink } from '../../funds/index.ts'
import { addressKey } from '../../model/index.ts'
import { counted } from '../words.ts'
import { stopWords, type Told } from './telling.ts'

/** A lane before it is drawn: its words, and which links belong to it. */
type Lane = {
  readonly words: string
  readonly stop: boolean
  readonly has: (link: TrailLink) => boolean
}

type StopKind = keyof typeof stopWords

/** What happened in the order in which it does: at the seeds, in between, at each kind of stop. */
const lanesOf = ({ trail }: Told): readonly Lane[] => {
  const seeds = new Set(trail.seeds.map(addressKey))
  const stops = new Map(
    trail.ends.flatMap(({ address, stop }) =>
      stop ? [[addressKey(address), stop.kind] as const] : [],
    ),
  )
  const isSeed = (address: string | null): boolean =>
    address !== null && seeds.has(addressKey(address))
  const stopOf = (address: string | null): StopKind | undefined =>
    address === null ? undefined : stops.get(addressKey(address))
  const { backward } = trail
  const near = ({ src, dst }: TrailLink): string | null => (backward ? dst : src)
  const far = ({ src, dst }: TrailLink): string | null => (backward ? src : dst)
  const kinds = [...new Set(stops.values())]
  const begins: Lane = {
    words: backward ? 'Came to the seeds' : 'Left the seeds',
    stop: false,
    has: (link) => isSeed(near(link)) && !isSeed(far(link)),
  }
  const between: Lane = {
    words: 'Was passed on',
    stop: false,
    has: (link) => !isSeed(near(link)) && far(link) !== null && !stopOf(far(link)),
  }
  const atStops = (Object.keys(stopWords) as StopKind[])
    .filter((kind) => kinds.includes(kind))
    .map(
      (kind): Lane => ({
        words: `${backward ? 'Came from' : 'Came to'} ${stopWords[kind][1]}`,
        stop: true,
        has: (link) => stopOf(far(link)) === kind,
      }),
    )
  const nobody: Lane = {
    words: backward ? 'Was minted' : 'Was burned or paid in fees',
    stop: true,
    has: (link) => far(link) === null,
  }
  const lanes = [begins, between, ...atStops, nobody]
  return backward ? lanes.reverse() : lanes
}

const toLane = ({ words, stop, has }: Lane, { trail, write, names }: Told): MovedLane => {
  const own = trail.links.filter(has)
  const moved = own.reduce((sum, { amount }) => sum + BigInt(amount), 0n)
  const transfers = own.reduce((sum, link) => sum + link.transfers, 0)
  return {
    label: `${words}: ${write.short(moved)} in ${counted(transfers, 'transfer')}`,
    stop,
    marks: own.flatMap(({ src, dst, amount, first, last, transfers: count }) =>
      first === null || last === null
        ? []
        : [
            {
              from: Date.parse(first),
              to: Date.parse(last),
              amount: BigInt(amount),
              says: `${names.nameOf(src)} → ${names.nameOf(dst)}: ${write.exact(BigInt(amount))} in ${counted(count, 'transfer')}, ${describeTimes(first, last)}`,
            },
          ],
    ),
  }
}

/** "2026-01-05 10:00:00 to 2026-01-06 11:30:00", one time where both are the same. */
export const describeTimes = (first: string, last: string): string => {
  const [from, to] = [first, last].map((time) => time.replace('T', ' ').replace('Z', ''))
  return from === to ? (from as string) : `${from} to ${to}`
}

/** When value moved: as strokes in lanes; where no time is known, that. */
export const drawTimes = (told: Told): Markup => {
  const { links } = told.trail
  const unknown = links.filter(({ first }) => first === null).length
  const lanes = lanesOf(told)
    .map((lane) => toLane(lane, told))
    .filter(({ marks }) => marks.length > 0)
  if (lanes.length === 0)
    return markup`<p class="none">When it moved is not known: the transfers have no times.</p>\n`
  const picture = flowTimes({
    id: `${told.telling.anchor}-times`,
    title: `When ${told.write.unit} moved`,
    lanes,
  })
  const without = unknown > 0 ? ` Of ${counted(unknown, 'way')} no time is known.` : ''
  return markup`<figure>${picture}<figcaption>A stroke is all traced value between two addresses, from the first transfer to the last (UTC), as tall as it is large. A transfer from a seed straight to a stop is in both lanes.${without}</figcaption></figure>
`
}
