import { followPayments, type Payment } from './payment.ts'
import { amountOf, dayMs, inOrder, type PatternFinding, type Scene, timeOf } from './scene.ts'
import { numberOf } from './table.ts'

const [payers, wallets, apart, percent] = ['payers', 'wallets', 'apart', 'percent'].map((name) =>
  numberOf('payroll', name),
) as [number, number, number, number]

/**
 * Collectors to which wages of several wallets come again and again. Each payment counts for one address on
 * its way, the one that most payments come to, and of several the first: so neither those between nor
 * those behind a collector are told beside it.
 */
export const findPayrolls = (
  scene: Scene,
  subjects: ReadonlySet<number>,
): readonly PatternFinding[] => {
  const { paid, collected } = wagesOf(scene)
  return [...collected].flatMap(([collector, all]) =>
    subjects.has(collector) ? tell(scene, collector, mostlyHere(all, paid)) : [],
  )
}

/** What came of all wages of a scene. */
type Wages = {
  /** How often each wallet was paid. */
  readonly paid: ReadonlyMap<number, number>
  /** Payments by the address on their way for which they count. */
  readonly collected: ReadonlyMap<number, readonly Payment[]>
}

const known = new WeakMap<Scene, Wages>()

/** Worked out once for a scene, whoever is asked about. */
const wagesOf = (scene: Scene): Wages => {
  const wages = known.get(scene) ?? followWages(scene)
  known.set(scene, wages)
  return wages
}

const followWages = (scene: Scene): Wages => {
  const payments = [...followPayments(scene)]
  const paid = countBy(payments.map(({ wallet }) => wallet))
  const reached = countBy(payments.flatMap(({ places }) => places))
  const collected = new Map<number, Payment[]>()
  for (const payment of payments) {
    const sizes = payment.places.map((place) => reached.get(place) as number)
    const at = sizes.indexOf(Math.max(...sizes))
    const collector = payment.places[at]
    if (collector === undefined) continue
    const here = collected.get(collector) ?? []
    here.push({
      ...payment,
      places: payment.places.slice(0, at + 1),
      moves: payment.moves.slice(0, at + 2),
    })
    collected.set(collector, here)
  }
  return { paid, collected }
}

const countBy = (addresses: Iterable<number>): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>()
  for (const address of addresses) counts.set(address, (counts.get(address) ?? 0) + 1)
  return counts
}

/** Payments of wallets of which most come here: whoever shops somewhere now and then is no part of a payroll. */
const mostlyHere = (
  all: readonly Payment[],
  paid: ReadonlyMap<number, number>,
): readonly Payment[] =>
  [...byWallet(all)].flatMap(([wallet, own]) =>
    100 * own.length > percent * (paid.get(wallet) as number) ? own : [],
  )

const tell = (
  scene: Scene,
  collector: number,
  all: readonly Payment[],
): readonly PatternFinding[] => {
  const repeated = againAndAgain(scene, all)
  const payments = all.filter(({ wallet }) => repeated.has(wallet))
  const paying = new Set(payments.map(({ payer }) => payer))
  if (repeated.size < wallets || paying.size < payers) return []
  const between = new Set(payments.flatMap(({ places }) => places))
  between.delete(collector)
  const kept = payments.map((payment) => keptOf(scene, payment)).sort((a, b) => a - b)
  return [
    {
      pattern: 'payroll',
      subject: collector,
      addresses: [collector, ...new Set([...repeated, ...between])],
      moves: inOrder(
        scene,
        payments.flatMap(({ moves }) => moves),
      ),
      strength: repeated.size,
      facts: {
        payers: paying.size,
        wallets: repeated.size,
        payments: payments.length,
        kept_percent_least: kept[0] as number,
        kept_percent_middle: kept[kept.length >> 1] as number,
        kept_percent_most: kept.at(-1) as number,
        days_between_middle: daysBetween(scene, payments),
      },
    },
  ]
}

const paidOf = (payment: Payment): number => payment.moves[0] as number

const byWallet = (payments: readonly Payment[]): ReadonlyMap<number, readonly Payment[]> => {
  const by = new Map<number, Payment[]>()
  for (const payment of payments) {
    const own = by.get(payment.wallet)
    if (own) own.push(payment)
    else by.set(payment.wallet, [payment])
  }
  return by
}

/** Wallets that were paid at least twice, so many days apart. */
const againAndAgain = (scene: Scene, payments: readonly Payment[]): ReadonlySet<number> => {
  const again = new Set<number>()
  for (const [wallet, own] of byWallet(payments)) {
    const paid = inOrder(scene, own.map(paidOf))
    const [first, last] = [paid[0] as number, paid.at(-1) as number]
    if (timeOf(scene, last) - timeOf(scene, first) >= apart * dayMs) again.add(wallet)
  }
  return again
}

/** What of a payment did not reach the collector, in whole percent. */
const keptOf = (scene: Scene, { moves }: Payment): number => {
  const paid = amountOf(scene, moves[0] as number)
  const came = amountOf(scene, moves.at(-1) as number)
  return came >= paid ? 0 : Number((100n * (paid - came)) / paid)
}

/** Days from one payment of a wallet to the next, the middle of all. */
const daysBetween = (scene: Scene, payments: readonly Payment[]): number => {
  const gaps: number[] = []
  for (const own of byWallet(payments).values()) {
    const times = inOrder(scene, own.map(paidOf)).map((move) => timeOf(scene, move))
    for (let i = 1; i < times.length; i++)
      gaps.push(Math.round(((times[i] as number) - (times[i - 1] as number)) / dayMs))
  }
  gaps.sort((a, b) => a - b)
  return gaps[gaps.length >> 1] as number
}
