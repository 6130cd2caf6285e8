import { type Markup, markup } from '../../figures/index.ts'
import { MusterError } from '../../model/index.ts'
import { counted } from '../words.ts'
import { type EndPlace, placesOf } from './places.ts'
import { policyWords, stopWords, type Told } from './telling.ts'

/** Places that are named in the sentence, of either kind. */
const most = 3

type Verb = readonly [first: string, next: string]

/** The words that differ by the direction of a trace. */
type Words = {
  readonly seeded: (seeds: string) => string
  /** What it did at the first place of several, and at the next ones. */
  readonly stopped: Verb
  readonly held: Verb
  readonly gaps: string
}

const forward: Words = {
  seeded: (seeds) => `that ${seeds} sent`,
  stopped: ['came to', 'to'],
  held: ['is still held by', 'by'],
  gaps: 'went into bridges or swaps, and the data does not tell how it went on',
}

const backward: Words = {
  seeded: (seeds) => `that came to ${seeds}`,
  stopped: ['came from', 'from'],
  held: ['began, as far as the data reaches, at', 'at'],
  gaps: 'came out of bridges or swaps, and the data does not tell what went in',
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
  return markup`<b>${told.write.exact(place.amount)}</b> ${verb} <b>${place.name}</b> (${place.stop?.kind === 'hub' ? `${place.stop.label}; ` : named}${several}${drawRange(place, told)})`
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

/** What became of the value, or where it came from, in one sentence. */
export const drawSays = (told: Told): Markup => {
  const { trail, write, names, telling } = told
  const { seeded, held, stopped, fees, gaps, unfunded } = toSums(told)
  const words = trail.backward ? backward : forward
  const [only, ...more] = trail.seeds
  const seeds =
    only !== undefined && more.length === 0
      ? names.nameOf(only)
      : counted(trail.seeds.length, 'seed')
  if (seeded === 0n)
    return markup`<p class="became">No ${write.unit} ${trail.backward ? `came to ${seeds}` : `was sent by ${seeds}`}.</p>\n`
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
  const others =
    unfunded > 0n
      ? markup` Beside it, ${write.exact(unfunded)} was sent by others that was never seen arriving: they had it from elsewhere.`
      : undefined
  return markup`<p class="became">Of <b>${write.exact(seeded)}</b> ${words.seeded(seeds)}, ${join(parts, '; ')}.${gap}${others} <small>Parted ${policyWords[telling.policy]}.</small></p>
`
}

type Sums = Readonly<Record<keyof Told['trail']['summary'], bigint>>

const toSums = ({ trail: { summary } }: Told): Sums => {
  const { seeded, held, stopped, fees, gaps, unfunded } = summary
  return {
    seeded: BigInt(seeded),
    held: BigInt(held),
    stopped: BigInt(stopped),
    fees: BigInt(fees),
    gaps: BigInt(gaps),
    unfunded: BigInt(unfunded),
  }
}

/** What was traced and its parts, which must make it up: a sum that does not add up is worth nothing. */
export const drawSums = (told: Told): Markup => {
  const { trail, write, telling } = told
  const { seeded, held, stopped, fees, gaps, unfunded } = toSums(told)
  const bound = telling.policy === 'poison'
  if (!bound && seeded !== held + stopped + fees + gaps)
    throw new MusterError(
      'internal',
      `${seeded} of ${trail.asset} traced is not ${held} + ${stopped} + ${fees} + ${gaps}`,
    )
  const row = (name: string, amount: bigint, says: string): Markup =>
    markup`<tr><th scope="row">${name} <small>${says}</small></th><td class="number">${write.exact(amount)}</td></tr>`
  const back = trail.backward
  return markup`<table class="sums"><caption>${bound ? 'All that was touched: upper bounds, which do not add up' : 'The whole and its parts, to the last digit'}</caption><tbody>${row('Held', held, back ? 'began there, as far as the data reaches' : 'at addresses that are no stops')}${row('At stops', stopped, 'where it is not followed further')}${row('Fees', fees, 'paid on the way')}${row('Gaps', gaps, 'bridges and swaps whose other side is not in the data')}</tbody><tfoot>${row('Traced', seeded, back ? 'came to the seeds' : 'sent by the seeds')}</tfoot></table>
${unfunded > 0n ? markup`<p class="beside"><b>${write.exact(unfunded)} unfunded.</b> Others on the way sent it and were never seen receiving it. It is in none of the sums above, and is parted last.</p>\n` : undefined}`
}
