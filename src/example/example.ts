import type { MoneyTruthRow } from './books.ts'
import { makePool, plantHonest } from './honest.ts'
import { plantLater } from './later.ts'
import { type Money, moveMoney } from './money.ts'
import { stablecoin, stablecoinDecimals, type TransferRow } from './moves.ts'
import { levels, type Parameters, toParameters } from './parameters.ts'
import type { Pages } from './payouts.ts'
import { companyOf } from './people.ts'
import { openEndings, openPurse } from './purses.ts'
import { type PlantedRing, plantRings } from './rings.ts'
import { type AccountRow, idOf, type ObservationRow, Rows } from './rows.ts'
import { type LabelRow, labelServices } from './services.ts'
import { Society } from './society.ts'
import { knownNetworks, things } from './things.ts'

/** What is true of an account; empty texts where it is an ordinary one. */
export type TruthRow = {
  readonly account: string
  readonly ring: string
  readonly operator: string
  readonly facilitator: string
  /** How much care its ring takes. */
  readonly care: string
  /** Kinds of honest sharing, parted by `;`. */
  readonly honest: string
  /** Honest groups, parted by `;`, in the order of their kinds. */
  readonly groups: string
}

/** A value that belongs to an agency or employer of record that the platform knows as such. */
export type IntermediaryRow = {
  readonly kind: string
  readonly value: string
  readonly name: string
}

/** An asset that somebody vouches for, with the number of its decimal places. */
export type AssetRow = {
  readonly contract: string
  readonly symbol: string
  readonly decimals: number
}

/** A made-up platform of freelancers, as rows; each call gives the same ones. */
export type Example = {
  readonly parameters: Parameters
  accounts(): Generator<AccountRow>
  observations(): Generator<ObservationRow>
  /** By time; the order inside a block is `index`. */
  transfers(): Generator<TransferRow>
  /** Wallets of the platform itself and of services, and bank accounts of exchanges. */
  labels(): Generator<LabelRow>
  /** How amounts of the made-up stablecoin are read. */
  assets(): readonly AssetRow[]
  /** What exchanges pay out, as a message of their bank (camt.053). */
  payments(): Pages
  truth(): Generator<TruthRow>
  /** What became of the money of each ring. */
  moneyTruth(): Generator<MoneyTruthRow>
  intermediaries(): Generator<IntermediaryRow>
  /** Networks in CIDR notation that an operator knows to be of a class. */
  networks(known: 'mobile' | 'vpn'): readonly string[]
}

/**
 * Makes a platform with planted rings and honest look-alikes. Whatever is not given is as in
 * `toParameters`. Nobody in it is real: names are put together at random, hosts and networks are
 * reserved ones, phone numbers are of a country code that nobody has.
 */
export const makeExample = (given: Partial<Parameters> = {}): Example => {
  const parameters = toParameters(given)
  const society = new Society(parameters)
  const homes = makePool(society)
  const rings = plantRings(society, homes)
  plantHonest(society, homes)
  const purses = rings.map((ring) => openPurse(society, ring))
  plantLater(society, rings)
  const endings = openEndings(society, rings)
  const rows = new Rows(society)
  let moved: Money | undefined
  const money = (): Money => {
    moved ??= moveMoney(society, { purses, endings }, rows)
    return moved
  }
  const everyAccount = function* <Row>(row: (account: number) => Row): Generator<Row> {
    for (let account = 0; account < parameters.accounts; account++) yield row(account)
  }
  return {
    parameters,
    accounts: () => everyAccount((account) => rows.account(account)),
    *observations() {
      for (let account = 0; account < parameters.accounts; account++)
        yield* rows.observations(account)
    },
    transfers: () => money().moves.rows(parameters.seed),
    labels: () => labelServices(parameters.seed),
    assets: () => [{ contract: stablecoin, symbol: stablecoin, decimals: stablecoinDecimals }],
    payments: () => money().payouts.pages(parameters.seed),
    moneyTruth: () => money().books.rows(stablecoin),
    truth: () => everyAccount((account) => toTruth(society, rings, account)),
    networks: (known) =>
      knownNetworks.flatMap((each) => (each.known === known ? [`${each.first}.0.0.0/7`] : [])),
    *intermediaries() {
      for (const { kind, number, company } of society.intermediaries)
        yield {
          kind,
          value:
            kind === 'employer'
              ? companyOf(parameters.seed, number)
              : things[kind].text(parameters.seed, number),
          name: companyOf(parameters.seed, company),
        }
    },
  }
}

const toTruth = (society: Society, rings: readonly PlantedRing[], account: number): TruthRow => {
  const place = society.ring[account] as number
  const ring = rings[place]
  const house = society.facilitator[account] as number
  const groups = [society.group.home[account], society.group.work[account]] as [number, number]
  const honest = [...society.kindsOf(account), ...(society.victim[account] ? ['victim'] : [])]
  return {
    account: idOf(society.parameters.seed, account),
    ring: ring ? `ring-${place + 1}` : '',
    operator: ring ? `ring-${place + 1}-operator-${(society.operator[account] as number) + 1}` : '',
    facilitator: house === -1 ? '' : `facilitator-${house}`,
    care: ring ? (levels[ring.care] as string) : '',
    honest: honest.join(';'),
    groups: groups
      .filter((group) => group !== -1)
      .map((group) => `group-${group + 1}`)
      .join(';'),
  }
}
