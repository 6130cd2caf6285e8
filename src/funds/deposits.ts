import table from '../../data/flow-patterns.json' with { type: 'json' }
import { type Engine, type Sql, sql } from '../engine/index.ts'
import { moveKinds, nobody } from './flow/flow.ts'
import { type Conduct, isDeposit } from './rules/deposit.ts'
import type { Passing } from './rules/forwarded.ts'

/** An address that is taken for a deposit address of a service, by what it does. */
export type Deposit = {
  readonly address: number
  readonly service: number
  /** How often it forwarded what had come. */
  readonly forwards: number
}

const { percent, dust, days } = table.deposit
const within = days * 86_400_000

/**
 * Addresses that do as deposit addresses of services do: at least `least` times they forwarded what came
 * to one address of a service, and to nobody else, nearly all of it and within days. Where a transfer has no time nothing is told. The engine holds the view `bare_move`.
 */
export const findDeposits = async (
  engine: Engine,
  services: Iterable<number>,
  least: number,
): Promise<readonly Deposit[]> => {
  await engine.transaction(async (session) => {
    await session.run(sql`create or replace table service (address bigint)`)
    const rows = await session.append('service')
    for (const address of services) rows.add([address])
  })
  const found: Deposit[] = []
  let end = Number.NEGATIVE_INFINITY
  for await (const { time } of engine.query(sql`select max(time) as time from bare_move`))
    end = (time ?? end) as number
  for await (const { deposit, assets } of conducts(engine, least))
    if (assets.every((conduct) => isDeposit(conduct, { percent, dust, within, end })))
      found.push(deposit)
  return found
}

type Candidate = { readonly deposit: Deposit; readonly assets: readonly Conduct[] }

/** What each candidate did, in each asset; of one that has a transfer without time nothing is told. */
async function* conducts(engine: Engine, least: number): AsyncGenerator<Candidate> {
  let steps: Step[] = []
  for await (const row of engine.query(candidateMoves(least))) {
    const step = row as Step
    if (steps[0] && steps[0].address !== step.address) {
      yield* conductOf(steps)
      steps = []
    }
    steps.push(step)
  }
  yield* conductOf(steps)
}

function* conductOf(steps: readonly Step[]): Generator<Candidate> {
  const [first] = steps
  if (!first || steps.some(({ time }) => time === null)) return
  const { address, service, forwards } = first
  const passings = (asset: string, is: (step: Step) => boolean): readonly Passing[] =>
    steps
      .filter((step) => step.asset === asset && is(step))
      .map(({ time, amount }) => ({ time: time as number, amount: BigInt(amount) }))
  const sends = ({ src }: Step): boolean => src === address
  const isFee = (step: Step): boolean => sends(step) && step.kind === fee
  const isForward = (step: Step): boolean => sends(step) && !isFee(step) && step.dst === service
  yield {
    deposit: { address, service, forwards },
    assets: [...new Set(steps.map(({ asset }) => asset))].map((asset) => ({
      came: passings(asset, (step) => !sends(step)),
      forwarded: passings(asset, isForward),
      elsewhere: passings(asset, (step) => sends(step) && !isFee(step) && !isForward(step)),
      fees: passings(asset, isFee),
    })),
  }
}

const fee = moveKinds.indexOf('fee')

type Step = {
  readonly address: number
  readonly service: number
  readonly forwards: number
  readonly asset: string
  readonly time: number | null
  readonly src: number
  readonly dst: number
  readonly kind: number
  readonly amount: string
}

/** All transfers of addresses that forwarded to one address of a service often enough, in order of time. */
const candidateMoves = (least: number): Sql => sql`
  with candidate as (
    select src as address, min(dst) as service, count(*)::integer as forwards
    from bare_move
    where dst in (from service) and src not in (from service) and src <> ${nobody} and amount > 0
      and kind = ${moveKinds.indexOf('transfer')}
    group by src having min(dst) = max(dst) and count(*) >= ${least})
  select c.address, c.service, c.forwards, m.asset, m.time, m.src, m.dst, m.kind, m.amount::varchar as amount
  from candidate c
  join (
    select rowid as place, src as own, * from bare_move
    union all select rowid, dst, * from bare_move where dst <> src) m on m.own = c.address
  where m.amount > 0
  order by c.address, m.time, m.place`
