import { flowTimes, type Markup, type MovedLane, markup } from '../../figures/index.ts'
import type { Way } from '../../funds/index.ts'
import { addressKey } from '../../model/index.ts'
import { counted } from '../words.ts'
import { stopWords, type Told } from './telling.ts'

/** A lane before it is drawn: its words, and which ways belong to it. */
type Lane = {
  readonly words: string
  readonly stop: boolean
  readonly has: (way: Way) => boolean
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
  const near = ({ src, dst }: Way): string | null => (backward ? dst : src)
  const far = ({ src, dst }: Way): string | null => (backward ? src : dst)
  const kinds = [...new Set(stops.values())]
  const begins: Lane = {
    words: backward ? 'Came to the seeds' : 'Left the seeds',
    stop: false,
    has: (way) => isSeed(near(way)) && !isSeed(far(way)),
  }
  const between: Lane = {
    words: 'Was passed on',
    stop: false,
    has: (way) => !isSeed(near(way)) && far(way) !== null && !stopOf(far(way)),
  }
  const atStops = (Object.keys(stopWords) as StopKind[])
    .filter((kind) => kinds.includes(kind))
    .map(
      (kind): Lane => ({
        words: `${backward ? 'Came from' : 'Came to'} ${stopWords[kind][1]}`,
        stop: true,
        has: (way) => stopOf(far(way)) === kind,
      }),
    )
  const nobody: Lane = {
    words: backward ? 'Was minted' : 'Was burned or paid in fees',
    stop: true,
    has: (way) => far(way) === null,
  }
  const lanes = [begins, between, ...atStops, nobody]
  return backward ? lanes.reverse() : lanes
}

const toLane = ({ words, stop, has }: Lane, told: Told): MovedLane => {
  const own = told.trail.ways.filter(has)
  const moved = own.reduce((sum, { amount }) => sum + BigInt(amount), 0n)
  const transfers = own.reduce((sum, way) => sum + way.transfers, 0)
  return {
    label: `${words}: ${told.write.short(moved)} in ${counted(transfers, 'transfer')}`,
    stop,
    marks: own.flatMap((way) => toMarks(way, told)),
  }
}

/** The transfers of a way that are told, and all others of it as one stroke of their mean. */
const toMarks = (way: Way, { write, names }: Told): MovedLane['marks'] => {
  const { src, dst, first, last, steps, stepsLeft } = way
  const between = `${names.nameOf(src)} → ${names.nameOf(dst)}`
  const says = (amount: string): string => `${between}: ${write.exact(BigInt(amount))}`
  const marks = steps.flatMap(({ time, amount }) => {
    if (time === null) return []
    const at = Date.parse(time)
    const said = `${says(amount)}, ${describeTimes(time, time)}`
    return [{ from: at, to: at, amount: BigInt(amount), says: said }]
  })
  const { count, amount } = stepsLeft
  if (count === 0 || first === null || last === null) return marks
  const said = `${says(amount)} in ${counted(count, 'smaller transfer')}, ${describeTimes(first, last)}`
  return [
    ...marks,
    {
      from: Date.parse(first),
      to: Date.parse(last),
      amount: BigInt(amount) / BigInt(count),
      says: said,
    },
  ]
}

/** "2026-01-05 10:00:00 to 2026-01-06 11:30:00", one time where both are the same. */
export const describeTimes = (first: string, last: string): string => {
  const [from, to] = [first, last].map((time) => time.replace('T', ' ').replace('Z', ''))
  return from === to ? (from as string) : `${from} to ${to}`
}

/** When value moved: as strokes in lanes; where no time is known, that. */
export const drawTimes = (told: Told): Markup => {
  const { ways } = told.trail
  const unknown = ways.filter(({ first }) => first === null).length
  const isMore = ways.some(({ stepsLeft }) => stepsLeft.count > 0)
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
  return markup`<figure>${picture}<figcaption>A stroke is a transfer (UTC), as tall as the traced value in it is large.${isMore ? ' Of many transfers between two addresses the largest are told one by one; a broad stroke is all others from the first to the last, as tall as one of them is on average.' : ''} A transfer from a seed straight to a stop is in both lanes.${without}</figcaption></figure>
`
}
