import { compareAmounts } from '../../figures/index.ts'
import type { MoneyTrail } from '../../funds/index.ts'
import type { Told } from './telling.ts'

type End = MoneyTrail['ends'][number]

/** Ends that are one place to a reader: the addresses of a service under one name. */
export type EndPlace = {
  readonly name: string
  readonly stop: End['stop']
  readonly ends: readonly End[]
  readonly amount: bigint
  /** The sums of the least and of the greatest: bounds of the whole. */
  readonly low: bigint
  readonly high: bigint
}

const sum = (amounts: readonly string[]): bigint =>
  amounts.reduce((total, amount) => total + BigInt(amount), 0n)

/** What names the place of an end: its stop where that has a name, else its address. */
const placeKey = ({ address, stop }: End): string =>
  stop && stop.kind !== 'hub' ? `${stop.kind}\t${stop.label}` : `\t${address}`

/** Ends by place, those that most came to first. */
export const placesOf = ({ trail, names }: Told): readonly EndPlace[] => {
  const places = new Map<string, End[]>()
  for (const end of trail.ends) {
    const key = placeKey(end)
    const known = places.get(key)
    if (known) known.push(end)
    else places.set(key, [end])
  }
  return [...places.values()]
    .map((ends) => ({
      name: names.nameOf((ends[0] as End).address),
      stop: (ends[0] as End).stop,
      ends,
      amount: sum(ends.map(({ amount }) => amount)),
      low: sum(ends.map(({ low }) => low)),
      high: sum(ends.map(({ high }) => high)),
    }))
    .sort((a, b) => compareAmounts(b.amount, a.amount))
}
