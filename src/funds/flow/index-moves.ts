import { type Engine, type Session, sql } from '../../engine/index.ts'
import { flowTables, hasTable } from '../../workspace/index.ts'
import type { Verified } from '../rules/verified.ts'
import { appendMoves } from './append.ts'
import { countHeld, extentOf } from './held.ts'
import { addressText } from './number.ts'
import { findTwins } from './twins.ts'
import { countUnvalued, type Unvalued, unvaluedOf, valuedBy } from './unvalued.ts'

/**
 * Numbers and orders the transfers of the view `told` that carry value, unless the engine stands beside a
 * workspace that keeps their flows: `more` are contracts that the user vouches for beside those that Muster
 * knows. Returns what is left out.
 */
export const indexMoves = async (
  engine: Engine,
  more: readonly Verified[] = [],
): Promise<readonly Unvalued[]> => {
  const isOfValue = valuedBy(more)
  const isKept = await hasTable(engine, 'flow_extent')
  return engine.transaction(async (session) => {
    if (isKept) {
      const { transfers, sorted } = await extentOf(session, isOfValue)
      if (transfers === (await countHeld(session))) {
        if (!sorted) await followTexts(session)
        return unvaluedOf(session)
      }
    }
    for (const table of Object.values(flowTables)) await session.run(table)
    await session.run(sql`create temp view candidate as from told`)
    // Files that are taken together are put together already.
    const isOne = isKept ? await findTwins(session) : sql`true`
    const isValued = await countUnvalued(session, sql`(from told where ${isOne})`, isOfValue)
    await session.run(sql`
      create temp view fresh as select * from told where ${isOne} and ${isValued}`)
    await appendMoves(session)
    return unvaluedOf(session)
  })
}

/**
 * Numbers addresses by the order of their texts in tables of the engine's own, so that an answer never
 * depends on which file came first.
 */
const followTexts = async (session: Session): Promise<void> => {
  await session.run(sql`
    create temp table flow_rank as
    select number, text, (row_number() over (order by ${addressText(sql`text`)}) - 1)::uinteger as rank
    from flow_address`)
  await session.run(sql`
    create table flow_move as
    select m.* replace (coalesce(s.rank, m.src) as src, coalesce(d.rank, m.dst) as dst)
    from flow_move m
    left join flow_rank s on s.number = m.src
    left join flow_rank d on d.number = m.dst`)
  await session.run(sql`
    create table flow_address as select rank as number, text from flow_rank order by rank`)
}
