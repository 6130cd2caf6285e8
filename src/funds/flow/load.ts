import { type Engine, readTexts, type Session, type Sql, sql } from '../../engine/index.ts'
import { MusterError } from '../../model/index.ts'
import { type Amounts, type Flow, nobody } from './flow.ts'

/** The transfers of a set of files, an asset a flow. */
export type Flows = {
  /** Addresses as the files write them, by their number; numbers follow the order of texts. */
  readonly addresses: readonly string[]
  /** Assets in order of their text, each with the place in all transfers where its own begin. */
  readonly assets: readonly {
    readonly asset: string
    readonly start: number
    readonly flow: Flow
  }[]
}

/**
 * Takes the table `moved` of an engine out as flows. An EVM address and a hash are the same in any case
 * of their letters. Inside an asset the order is block, then position, then file; where any transfer of
 * it has no block, time comes first. Leaves the table `move`, in whose order transfers are numbered.
 */
export const loadFlows = async (engine: Engine): Promise<Flows> => {
  await engine.transaction((session) => session.run(numberAddresses))
  await engine.transaction((session) => session.run(sortMoves))
  return engine.transaction(async (session) => {
    const addresses = await readTexts(session, sql`select text from address order by rowid`)
    const assets: Flows['assets'][number][] = []
    let start = 0
    for await (const row of session.query(countMoves)) {
      const { asset, moves, narrow } = row as { asset: string; moves: number; narrow: boolean }
      const flow = await readFlow(session, { addresses: addresses.length, start, moves, narrow })
      assets.push({ asset, start, flow })
      start += moves
    }
    return { addresses, assets }
  })
}

/** Row ids of `address` are the numbers of addresses. */
const numberAddresses: Sql = sql`
  create table address as
  select key, min(text) as text
  from (
    select ${keyOf('src')} as key, src as text from moved where src is not null
    union all select ${keyOf('dst')}, dst from moved where dst is not null)
  group by key order by key`

/** An address in the form in which it is compared. */
function keyOf(column: 'src' | 'dst'): Sql {
  const text = { src: sql`src`, dst: sql`dst` }[column]
  return sql`case when regexp_full_match(${text}, '0[xX][0-9a-fA-F]{40}') then lower(${text}) else ${text} end`
}

const sortMoves: Sql = sql`
  create table move as
  with unordered as (select asset from moved group by asset having count(block) < count(*))
  select m.asset, coalesce(s.rowid, ${nobody})::uinteger as src,
    coalesce(d.rowid, ${nobody})::uinteger as dst, m.amount, m.kind, m.source, m.row, m.tx, m.time
  from moved m
  left join address s on s.key = ${keyOf('src')}
  left join address d on d.key = ${keyOf('dst')}
  order by m.asset, case when m.asset in (from unordered) then m.time end, m.block, m.position,
    m.source, m.row`

/** Sums below 2^53 are exact as doubles. */
const countMoves: Sql = sql`
  select asset, count(*)::integer as moves, sum(amount::double) < ${2 ** 52} as narrow
  from move group by asset order by asset`

type Part = {
  readonly addresses: number
  readonly start: number
  readonly moves: number
  readonly narrow: boolean
}

const readFlow = async (
  session: Session,
  { addresses, start, moves, narrow }: Part,
): Promise<Flow> => {
  const [src, dst] = [new Uint32Array(moves), new Uint32Array(moves)]
  const kind = new Uint8Array(moves)
  const own = sql`from move where rowid >= ${start} and rowid < ${start + moves} order by rowid`
  const found = await session.fill(sql`select src, dst, kind ${own}`, [src, dst, kind])
  if (found !== moves) throw new MusterError('internal', `${found} transfers of ${moves}`)
  const amount: Amounts = narrow
    ? await readNarrow(session, sql`select amount::double ${own}`, moves)
    : (await readTexts(session, sql`select amount::varchar ${own}`)).map(BigInt)
  return { addresses, src, dst, amount, kind }
}

const readNarrow = async (session: Session, query: Sql, moves: number): Promise<Float64Array> => {
  const amounts = new Float64Array(moves)
  await session.fill(query, [amounts])
  return amounts
}
