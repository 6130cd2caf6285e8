import { groupBy } from './group.ts'
import { type Crossing, countBefore, type Link, mostFunded, near } from './link-rules.ts'

/** Somebody's payments into a pool, in order. */
export type Depositor = { readonly address: number; readonly paidIn: readonly Crossing[] }

/** One payment out of a pool, cuts for others in its transaction aside. */
export type Withdrawal = {
  readonly paidOut: Crossing
  /** What its transaction paid for gas; null where the data does not say, or a relayer did for a cut. */
  readonly fee: Crossing | null
}

/** All payments of one amount of one asset into a mixer and out of it. */
export type Pool = {
  readonly stop: number
  readonly depositors: readonly Depositor[]
  /** By who was paid, each in order. */
  readonly recipients: ReadonlyMap<number, readonly Withdrawal[]>
  /** By who paid for the gas of withdrawals, whom they were to. */
  readonly senders: ReadonlyMap<number, readonly number[]>
}

/** What is known of addresses beside a pool. */
export type Known = {
  /** Those who paid in value that is traced. */
  readonly traced: ReadonlySet<number>
  /** Addresses of those whose value is traced, where it is known who they are. */
  readonly own: ReadonlySet<number>
  /** Addresses to which weak links are asked for too; to all where there is none. */
  readonly asked: ReadonlySet<number> | undefined
  /** Those whom an address paid or was paid by outside stops, or who may share its funder. */
  readonly kin: (address: number) => Iterable<number>
  readonly isStop: (address: number) => boolean
  /** What two addresses paid each other outside stops. */
  readonly between: (one: number, other: number) => readonly Crossing[]
  /** The first payment to an address in the asset that gas is paid in. */
  readonly funding: (address: number) => Crossing | undefined
  /** How many addresses an address has paid in that asset. */
  readonly funded: (address: number) => number
}

/**
 * Which withdrawals from a pool of equal amounts may belong to deposits of traced value, by the rules of
 * `data/stop-links.json`. A withdrawal belongs to no deposit that came after it. Where a transfer has no
 * time, rules of time tell nothing.
 */
export const mixerLinks = (pool: Pool, known: Known): readonly Link[] => {
  const counts = countsOf(pool)
  const links: Link[] = []
  for (const { address: from, paidIn } of pool.depositors) {
    if (!known.traced.has(from)) continue
    const begin = (paidIn[0] as Crossing).move
    for (const to of payeesFor(from, pool, known)) {
      const outs = after(pool.recipients.get(to) as readonly Withdrawal[], begin)
      if (outs.length === 0) continue
      const found: Found = { pool, from, to, paidIn, outs, counts }
      for (const rule of known.asked?.has(to) === false ? firm : rules)
        links.push(...rule(found, known))
    }
  }
  return links
}

/** Those who were paid and can be linked to a depositor by what is asked for. */
const payeesFor = (from: number, { recipients, senders }: Pool, { asked, kin }: Known) => {
  if (!asked) return recipients.keys()
  const payees = new Set<number>()
  for (const some of [asked, [from], kin(from), senders.get(from) ?? []])
    for (const payee of some) if (recipients.has(payee)) payees.add(payee)
  return payees
}

type Found = {
  readonly pool: Pool
  readonly from: number
  readonly to: number
  readonly paidIn: readonly Crossing[]
  readonly outs: readonly Withdrawal[]
  readonly counts: Counts
}

type Rule = (found: Found, known: Known) => readonly Link[]

const link = (
  kind: Link['kind'],
  { pool, from, to, paidIn, counts }: Found,
  outs: readonly Withdrawal[],
  proof: readonly (Crossing | null)[] = [],
): readonly Link[] => {
  const [last] = outs.slice(-1)
  if (!last) return []
  return [
    {
      ...{ kind, from, stop: pool.stop, to, paidIn },
      paidOut: outs.map(({ paidOut }) => paidOut),
      proof: proof.filter((each) => each !== null),
      set: counts.paidInBefore(last.paidOut.move),
      others: counts.paidOutAfter((paidIn[0] as Crossing).move),
    },
  ]
}

const isNear = (paidIn: readonly Crossing[], { paidOut }: Withdrawal): boolean =>
  paidIn.some(
    ({ move, time }) =>
      move < paidOut.move && time !== null && paidOut.time !== null && paidOut.time - time <= near,
  )

const sameAddress: Rule = (found) =>
  found.from === found.to ? link('same-address', found, found.outs) : []

const sentByDepositor: Rule = (found) => {
  const sent = found.outs.filter(({ fee }) => fee?.src === found.from)
  if (found.from === found.to) return []
  return link(
    'sent-by-depositor',
    found,
    sent,
    sent.map(({ fee }) => fee),
  )
}

const directTransfer: Rule = (found, { isStop, between }) => {
  const { from, to } = found
  const paid = from === to || isStop(from) || isStop(to) ? [] : between(from, to)
  return paid.length > 0 ? link('direct-transfer', found, found.outs, paid) : []
}

const sameFunder: Rule = (found, { isStop, funding, funded }) => {
  const { from, to } = found
  const [one, other] = [funding(from), funding(to)]
  if (!one || !other || from === to || one.src !== other.src) return []
  if (isStop(from) || isStop(to) || isStop(one.src) || funded(one.src) > mostFunded) return []
  return one.src === from || one.src === to
    ? []
    : link('same-funder', found, found.outs, [one, other])
}

const ownAddress: Rule = (found, { own }) =>
  own.has(found.to) ? link('own-address', found, found.outs) : []

const sameCount: Rule = (found) => {
  const { paidIn, outs, counts } = found
  const count = paidIn.length
  if (count < 2 || outs.length !== count || !outs.every((out) => isNear(paidIn, out))) return []
  const [last] = outs.slice(-1) as [Withdrawal]
  return link('same-count', found, outs).map((each) => ({
    ...each,
    set: counts.paidInBefore(last.paidOut.move, count),
    others: counts.paidOutAfter((paidIn[0] as Crossing).move, count),
  }))
}

const amountAndTime: Rule = (found) =>
  link(
    'amount-and-time',
    found,
    found.outs.filter((out) => isNear(found.paidIn, out)),
  )

/** Rules that rest on more than whose an address is said to be, counts, amounts and times. */
const firm: readonly Rule[] = [sameAddress, sentByDepositor, directTransfer, sameFunder]

const rules: readonly Rule[] = [...firm, ownAddress, sameCount, amountAndTime]

type Counts = {
  /** Who had paid in so often before a move. */
  readonly paidInBefore: (move: number, times?: number) => number
  /** Who was paid after a move: at all, or exactly so often. */
  readonly paidOutAfter: (move: number, times?: number) => number
}

const countsOf = ({ depositors, recipients }: Pool): Counts => {
  const lasts = toSorted([...recipients.values()].map((outs) => outs.at(-1)?.paidOut.move))
  const paidIn = remember((times) =>
    toSorted(depositors.map(({ paidIn }) => paidIn[times - 1]?.move)),
  )
  const paidOut = remember((move) =>
    groupBy(recipients.values(), (outs) => after(outs, move).length),
  )
  return {
    paidInBefore: (move, times = 1) => countBefore(paidIn(times), move),
    paidOutAfter: (move, times) =>
      times === undefined
        ? lasts.length - countBefore(lasts, move + 1)
        : (paidOut(move).get(times)?.length ?? 0),
  }
}

/** Those of withdrawals in order that came after a move. */
const after = (outs: readonly Withdrawal[], move: number): readonly Withdrawal[] =>
  (outs[0]?.paidOut.move ?? 0) > move ? outs : outs.filter(({ paidOut }) => paidOut.move > move)

const toSorted = (moves: readonly (number | undefined)[]): readonly number[] =>
  moves.filter((move) => move !== undefined).sort((a, b) => a - b)

/** Works a thing out once for each number. */
const remember = <Answer>(work: (number: number) => Answer): ((number: number) => Answer) => {
  const known = new Map<number, Answer>()
  return (number) => {
    const answer = known.get(number) ?? work(number)
    known.set(number, answer)
    return answer
  }
}
