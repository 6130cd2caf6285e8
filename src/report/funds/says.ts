import { type Markup, markup } from '../../figures/index.ts'
import { addressKey } from '../../model/index.ts'
import { drawText } from '../value.ts'
import { counted } from '../words.ts'
import { type EndPlace, placesOf } from './places.ts'
import { hereOf, toSums } from './sums.ts'
import { policyWords, stopWords, type Told } from './telling.ts'

/** Places that are named in the sentence, of either kind. */
const most = 3

type Verb = readonly [first: string, next: string]

/** The words that differ by the direction of a trace. */
type Words = {
  readonly seeded: (seeds: string) => string
  readonly none: (seeds: string) => string
  /** What it did at the first place of several, and at the next ones. */
  readonly stopped: Verb
  readonly held: Verb
  readonly gaps: string
  readonly elsewhere: string
}

const forward: Words = {
  seeded: (seeds) => `that ${seeds} sent`,
  none: (seeds) => `was sent by ${seeds}`,
  stopped: ['came to', 'to'],
  held: ['is still held by', 'by'],
  gaps: 'went into bridges or swaps, and the data does not tell how it went on',
  elsewhere: 'went elsewhere',
}

const backward: Words = {
  seeded: (seeds) => `that came to ${seeds}`,
  none: (seeds) => `came to ${seeds}`,
  stopped: ['came from', 'from'],
  held: ['began, as far as the data reaches, at', 'at'],
  gaps: 'came out of bridges or swaps, and the data does not tell what went in',
  elsewhere: 'came from elsewhere',
}

const drawRange = ({ low, high }: EndPlace, { write }: Told): string =>
  low === high
    ? 'the same under every policy'
    : `between ${write.number(low)} and ${write.number(high)} under other policies`

const drawPlace = (place: EndPlace, told: Told, verb: string): Markup => {
  const kind = place.stop ? `a ${stopWords[place.stop.kind][0]}, ` : ''
  const several =
    place.ends.length > 1 ? `${counted(place.ends.length, 'address', 'addresses')}, ` : ''
  const named = place.stop === null || place.stop.kind === 'hub' ? '' : kind
  return markup`<b>${told.write.exact(place.amount)}</b> ${verb} <b>${drawText(place.name)}</b> (${place.stop?.kind === 'hub' ? `${place.stop.label}; ` : named}${several}${drawRange(place, told)})`
}

/** The places of most, and what is left of a sum in one part more; nothing where it is nowhere. */
const drawPlaces = (
  places: readonly EndPlace[],
  whole: bigint,
  { told, verb, rest }: { readonly told: Told; readonly verb: Verb; readonly rest: string },
): readonly Markup[] => {
  const named = places.filter(({ amount }) => amount > 0n).slice(0, most)
  const left = named.reduce((sum, { amount }) => sum - amount, whole)
  const does = (i: number): string => (i === 0 ? verb[0] : verb[1])
  const parts = [
    ...named.map((place, i) => drawPlace(place, told, does(i))),
    ...(left > 0n ? [markup`<b>${told.write.exact(left)}</b> ${does(named.length)} ${rest}`] : []),
  ]
  return parts.length > 0 ? [join(parts, ', ')] : []
}

const join = (parts: readonly Markup[], between: string): Markup =>
  markup`${parts.map((part, i) => markup`${i > 0 ? between : ''}${part}`)}`

/** What the seeds are called: by the words that were given, by name where there is one. */
const seedsOf = ({ trail, names, telling }: Told): string => {
  const [only, ...more] = trail.seeds
  if (telling.seeds) return telling.seeds
  if (only === undefined || more.length > 0) return counted(trail.seeds.length, 'seed')
  const isAddress = trail.ways.some(({ src, dst }) =>
    [src, dst].some((address) => address !== null && addressKey(address) === addressKey(only)),
  )
  return isAddress || trail.ways.length === 0
    ? names.nameOf(only)
    : `transaction ${names.shorten(only)}`
}

/** All that became of the value: at stops, at holders, in fees. */
const drawWhole = (told: Told, words: Words): Markup => {
  const { held, stopped, fees, gaps } = toSums(told)
  const { write } = told
  const places = placesOf(told)
  const parts = [
    ...drawPlaces(
      places.filter(({ stop }) => stop !== null),
      stopped + gaps,
      { told, verb: words.stopped, rest: 'other stops' },
    ),
    ...drawPlaces(
      places.filter(({ stop }) => stop === null),
      held,
      { told, verb: words.held, rest: 'others' },
    ),
    ...(fees > 0n ? [markup`<b>${write.exact(fees)}</b> went in fees`] : []),
  ]
  const gap =
    gaps > 0n ? markup` Of all this, <b>${write.exact(gaps)}</b> ${words.gaps}.` : undefined
  return markup`${join(parts, '; ')}.${gap}`
}

/** What came to the ends alone. */
const drawPart = (told: Told, words: Words): Markup => {
  const places = placesOf(told)
  const here = hereOf(told)
  const rest = toSums(told).seeded - here
  const verb = words.stopped
  const parts = [
    ...drawPlaces(places, here, { told, verb, rest: 'others of them' }),
    ...(rest > 0n ? [markup`${told.write.exact(rest)} ${words.elsewhere}`] : []),
  ]
  return markup`${join(parts, '; ')}.`
}

/** What became of the value, or where it came from, in one sentence. */
export const drawSays = (told: Told): Markup => {
  const { trail, write, telling } = told
  const seeded = BigInt(trail.summary.seeded)
  const words = trail.backward ? backward : forward
  const seeds = seedsOf(told)
  if (seeded === 0n) return markup`<p class="became">No ${write.unit} ${words.none(seeds)}.</p>\n`
  const became = telling.partial ? drawPart(told, words) : drawWhole(told, words)
  return markup`<p class="became">Of <b>${write.exact(seeded)}</b> ${words.seeded(seeds)}, ${became} <small>Parted ${policyWords[telling.policy]}.</small></p>
`
}
