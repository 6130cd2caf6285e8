import { type Column, type Engine, type Session, sql } from '../../engine/index.ts'
import { MusterError } from '../../model/index.ts'
import type { Amounts, Flow } from './flow.ts'
import { ofLimbs } from './limbs.ts'

/** The transfers of a set of files, an asset a flow. */
export type Flows = {
  /** Addresses as the files write them, by their number. */
  readonly addresses: readonly string[]
  /** Assets in order of their text, each with the place in all transfers where its own begin. */
  readonly assets: readonly {
    readonly asset: string
    readonly start: number
    readonly flow: Flow
  }[]
}

/**
 * Takes the flows that an engine holds (`indexMoves`) out. Leaves the views `bare_move` and `move`, by whose
 * `rowid` transfers are numbered: what flows have of them, and the rows that tell them too.
 */
export const loadFlows = async (engine: Engine): Promise<Flows> => {
  await engine.transaction(makeViews)
  return engine.transaction(async (session) => {
    const addresses = await readAddresses(session)
    const parts: Part[] = []
    for await (const row of session.query(sql`from flow_start order by start`))
      parts.push(row as Part)
    const { src, dst, kind } = await readEnds(session, parts)
    const amounts = await readAmounts(session, parts)
    const assets = parts.map(({ asset, start, moves, narrow, within }) => {
      const own = <T extends { subarray(start: number, end: number): T }>(all: T): T =>
        all.subarray(start, start + moves)
      const amount: Amounts = narrow
        ? amounts.narrow.subarray(within, within + moves)
        : amounts.wide.slice(within, within + moves)
      const flow = {
        addresses: addresses.length,
        src: own(src),
        dst: own(dst),
        amount,
        kind: own(kind),
      }
      return { asset, start, flow }
    })
    return { addresses, assets }
  })
}

type Part = {
  readonly asset: string
  readonly start: number
  readonly moves: number
  /** Whether amounts are doubles: where all of them sum to less than 2^53 these are exact. */
  readonly narrow: boolean
  /** Where its own begin among transfers with amounts of the same form. */
  readonly within: number
}

const makeViews = async (session: Session): Promise<void> => {
  await session.run(sql`
    create or replace table flow_start as
    select *, (sum(moves) over (order by asset) - moves)::bigint as start,
      (sum(moves) over (partition by narrow order by asset) - moves)::bigint as within
    from (select number, asset, moves, total < ${2 ** 52} as narrow from flow_asset)`)
  await session.run(sql`
    create or replace view bare_move as
    select s.start + m.place as rowid, s.asset, m.src, m.dst, ${ofLimbs} as amount, m.kind, m.time,
      m.origin
    from flow_move m join flow_start s on s.number = m.asset`)
  await session.run(sql`
    create or replace view move as
    select m.rowid, m.asset, m.src, m.dst, m.amount, m.kind, t.source, t.row, t.tx, m.time
    from bare_move m join told t on t.origin = m.origin`)
}

/** Addresses that come in one cell. */
const atOnce = 2_048

/** In JSON, many to a cell, because to fetch them cell by cell, or to sort them, takes several times as long. */
const readAddresses = async (session: Session): Promise<readonly string[]> => {
  const [numbers, texts] = [[] as string[], [] as string[]]
  await session.fill(
    sql`
      select to_json(list(number))::varchar, to_json(list(text))::varchar
      from (select number // ${atOnce} as part, * from flow_address) group by part order by part`,
    [numbers, texts],
  )
  const addresses: string[] = []
  numbers.forEach((cell, i) => {
    const own = JSON.parse(texts[i] as string) as string[]
    for (const [at, number] of (JSON.parse(cell) as number[]).entries())
      addresses[number] = own[at] as string
  })
  return addresses
}

const readEnds = async (session: Session, parts: readonly Part[]) => {
  const count = parts.reduce((sum, { moves }) => sum + moves, 0)
  const query = sql`select rowid::uinteger, src, dst, kind from bare_move`
  const [src, dst] = [new Uint32Array(count), new Uint32Array(count)]
  const kind = new Uint8Array(count)
  const at = new Uint32Array(count)
  const came = [new Uint32Array(count), new Uint32Array(count), new Uint8Array(count)] as const
  await fillAll(session, query, [at, ...came])
  for (let i = 0; i < count; i++) {
    const move = at[i] as number
    src[move] = came[0][i] as number
    dst[move] = came[1][i] as number
    kind[move] = came[2][i] as number
  }
  return { src, dst, kind }
}

const readAmounts = async (session: Session, parts: readonly Part[]) => {
  const countOf = (narrow: boolean): number =>
    parts.reduce((sum, part) => sum + (part.narrow === narrow ? part.moves : 0), 0)
  const [doubles, whole] = [countOf(true), countOf(false)]
  const from = sql`from flow_move m join flow_start s on s.number = m.asset`
  const narrow = new Float64Array(doubles)
  const wide = new Array<bigint>(whole).fill(0n)
  const [at, came] = [new Uint32Array(doubles), new Float64Array(doubles)]
  if (doubles > 0)
    await fillAll(
      session,
      sql`select (s.within + m.place)::uinteger, low::double ${from} where s.narrow`,
      [at, came],
    )
  for (let i = 0; i < doubles; i++) narrow[at[i] as number] = came[i] as number
  const [atWhole, cameWhole] = [new Uint32Array(whole), [] as bigint[]]
  if (whole > 0)
    await fillAll(
      session,
      sql`select (s.within + m.place)::uinteger, ${ofLimbs} ${from} where not s.narrow`,
      [atWhole, cameWhole],
    )
  for (let i = 0; i < whole; i++) wide[atWhole[i] as number] = cameWhole[i] as bigint
  return { narrow, wide }
}

const fillAll = async (
  session: Session,
  query: Parameters<Session['fill']>[0],
  [first, ...columns]: readonly [Uint32Array, ...Column[]],
): Promise<void> => {
  const found = await session.fill(query, [first, ...columns])
  if (found !== first.length)
    throw new MusterError('internal', `${found} transfers of ${first.length}`)
}
