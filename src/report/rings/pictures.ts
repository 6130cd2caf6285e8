import { handOvers, type Markup, markup, ringPicture, waterfall } from '../../figures/index.ts'
import type { RingCase } from '../../identity/index.ts'
import type { Finding } from '../../model/index.ts'
import { counted } from '../words.ts'
import { channelsOf, type ShownValue, toSteps } from './shown.ts'
import { drawStatedPairs } from './values.ts'
import { nameRival } from './words.ts'

const day = (time: string | null): number | undefined =>
  time === null ? undefined : Math.floor(Date.parse(time) / 86_400_000)

/** Values without an arrow of their own, in a sentence. */
const tellWeightless = ({ rival }: RingCase, values: readonly ShownValue[]): string => {
  const { length } = values.filter(({ bits }) => bits === 0)
  return length === 0
    ? ''
    : ` Without an arrow: ${counted(length, 'shared value')} that ${length === 1 ? 'explains' : 'explain'} nothing more than ${nameRival(rival.kind)} would.`
}

type Drawing = { readonly values: readonly ShownValue[]; readonly anchor: string }

const drawBits = (ring: RingCase, finding: Finding, { values, anchor }: Drawing): Markup => {
  const { weight } = finding
  const picture = waterfall({
    id: `${anchor}-bits`,
    title: 'How the bits add up from the prior to the total',
    prior: { label: 'Prior', millibits: weight.kind === 'bits' ? weight.prior : 0 },
    steps: toSteps(finding, values),
    total: 'Total',
  })
  return markup`<figure>${picture}<figcaption>Arrows to the right speak for one operator, arrows to the left for the innocent explanation. The thin line marks even odds.${tellWeightless(ring, values)}</figcaption></figure>`
}

const drawShares = (ring: RingCase, values: readonly ShownValue[], anchor: string): Markup => {
  const place = new Map(ring.accounts.map((account, i) => [account, i]))
  const picture = ringPicture({
    id: `${anchor}-shares`,
    title: `${counted(ring.accounts.length, 'account')} and what they share`,
    accounts: ring.accounts,
    values: channelsOf(values).flatMap(({ channel, values: own }) =>
      own.map(({ label, seen }) => ({
        label,
        channel,
        holders: seen.map(({ account }) => place.get(account) as number),
      })),
    ),
  })
  return markup`<figure>${picture}<figcaption>Accounts on the left; what they share on the right, by channel; numbers are those of the table below.</figcaption></figure>`
}

const drawHandOvers = (values: readonly ShownValue[], anchor: string): Markup => {
  const picture = handOvers({
    id: `${anchor}-times`,
    title: 'When each shared value was seen with which account',
    values: values.map(({ label, seen }) => ({
      label,
      holdings: seen.map(({ account, first_seen, last_seen }) => ({
        label: account,
        from: day(first_seen ?? last_seen),
        to: day(last_seen),
      })),
    })),
  })
  return markup`<figure>${picture}<figcaption>Who was seen with what, from the first sighting to the last. Where one account stops and the next begins, the value went from hand to hand; side by side, it was used at one time.</figcaption></figure>`
}

/** A ring in three pictures: its bits, what it shares, and how that went from hand to hand. */
export const drawPictures = (ring: RingCase, finding: Finding, place: Drawing): Markup =>
  markup`<div class="pictures"><div>${drawBits(ring, finding, place)}${drawStatedPairs(ring)}</div>${drawShares(ring, place.values, place.anchor)}${drawHandOvers(place.values, place.anchor)}</div>
`
