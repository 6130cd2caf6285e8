import { groupBy } from './group.ts'
import { type Crossing, countBefore, type Link, near as nearTime } from './link-rules.ts'

/** A service with the accounts that labels call by its name. */
export type Service = {
  /** Payments of traced value to its addresses. */
  readonly paidIn: readonly Crossing[]
  /** All that others paid to its addresses. */
  readonly inflows: readonly Crossing[]
  /** What its accounts at banks paid to others. */
  readonly payouts: readonly Crossing[]
  /** Who holds an address or account by what labels say, the service itself aside. */
  readonly holders: (address: number) => ReadonlySet<string>
}

const day = 86_400_000

/** Banks tell days, chains tell seconds: times are compared by days. */
const dayOf = ({ time }: Crossing): number | null => (time === null ? null : Math.floor(time / day))

/** Whether a payout came on the day of a payment or later, by at most so many days. */
const follows = (payout: Crossing, paid: Crossing, days = Number.POSITIVE_INFINITY): boolean => {
  const [late, early] = [dayOf(payout), dayOf(paid)]
  return late !== null && early !== null && late >= early && late - early <= days
}

/**
 * Which payouts of a service's bank accounts may belong to traced value that came to its addresses. Assets
 * differ and no rate is known, so that amounts are not compared: a holder that labels name links them, else
 * days do, weakly. Where a transfer has no time nothing is told.
 */
export const payoutLinks = ({ paidIn, inflows, payouts, holders }: Service): readonly Link[] => {
  const senders = toSenders(inflows)
  const links: Link[] = []
  for (const ins of groupBy(paidIn, ({ src, dst }) => `${src} ${dst}`).values()) {
    const { src: from, dst: stop } = ins[0] as Crossing
    const own = holders(stop)
    const payees = distinct(payouts.map(({ dst }) => dst))
    const isHeld = (payee: number): boolean => [...holders(payee)].some((each) => own.has(each))
    const near = payouts.filter((each) => ins.some((paid) => follows(each, paid, days)))
    for (const outs of groupBy(payouts, ({ dst }) => dst).values()) {
      const to = (outs[0] as Crossing).dst
      const isSame = isHeld(to)
      const paidOut = outs.filter((each) =>
        ins.some((paid) => follows(each, paid, isSame ? undefined : days)),
      )
      const [last] = paidOut.slice(-1)
      if (!last) continue
      const found = { from, stop, to, paidIn: ins, paidOut, proof: [] }
      links.push(
        isSame
          ? {
              ...{ kind: 'same-holder', ...found },
              set: distinct(inflows.filter(({ dst }) => dst === stop).map(({ src }) => src)).length,
              others: payees.filter(isHeld).length,
            }
          : {
              ...{ kind: 'time-alone', ...found },
              set: senders(dayOf(last) as number),
              others: distinct(near.map(({ dst }) => dst)).length,
            },
      )
    }
  }
  return links
}

/** When each of the others first paid a service, and was last paid by it: in milliseconds, sorted. */
export type Traffic = { readonly began: readonly number[]; readonly ended: readonly number[] }

/**
 * What a service paid to addresses of those whose value had come to it before, in any asset: the payees are
 * known to be theirs. How many others fit is counted by days.
 */
export const ownPayouts = (
  paidIn: readonly Crossing[],
  payouts: readonly Crossing[],
  { began, ended }: Traffic,
): readonly Link[] => {
  const links: Link[] = []
  for (const ins of groupBy(paidIn, ({ src, dst, asset }) => `${src} ${dst} ${asset}`).values())
    for (const outs of groupBy(payouts, ({ dst, asset }) => `${dst} ${asset}`).values()) {
      const paidOut = outs.filter((each) => ins.some((paid) => follows(each, paid)))
      const [first, last] = [earliest(ins), paidOut.at(-1)]
      if (first === undefined || !last) continue
      links.push({
        ...{ kind: 'own-address', from: first.src, stop: first.dst, to: last.dst },
        ...{ paidIn: ins, paidOut, proof: [] },
        set: countBefore(began, ((dayOf(last) as number) + 1) * day),
        others: ended.length - countBefore(ended, (dayOf(first) as number) * day),
      })
    }
  return links
}

/** The first of transfers in their order that has a time. */
const earliest = (crossings: readonly Crossing[]): Crossing | undefined =>
  crossings
    .filter(({ time }) => time !== null)
    .reduce<Crossing | undefined>(
      (first, each) => (first && (first.time as number) <= (each.time as number) ? first : each),
      undefined,
    )

const days = nearTime / day

const distinct = (places: readonly number[]): readonly number[] => [...new Set(places)]

/** How many paid the service on a day or within days before it. */
const toSenders = (inflows: readonly Crossing[]): ((last: number) => number) => {
  const byDay = new Map<number, Set<number>>()
  for (const each of inflows) {
    const on = dayOf(each)
    if (on === null) continue
    const senders = byDay.get(on) ?? new Set()
    byDay.set(on, senders.add(each.src))
  }
  return (last) => {
    const all = new Set<number>()
    for (let on = last - days; on <= last; on++)
      for (const sender of byDay.get(on) ?? []) all.add(sender)
    return all.size
  }
}
