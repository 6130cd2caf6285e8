import { type Engine, sql } from '../engine/index.ts'

/** What the row of a transfer says. */
export type Cited = {
  readonly tx: string | null
  readonly src: number
  readonly dst: number
  /** A decimal string in base units. */
  readonly amount: string
  /** Milliseconds since 1970; null where that is not known. */
  readonly time: number | null
  readonly source: number
  readonly row: number
}

/** The rows of transfers, by the numbers of these in the table `move`. */
export const citeMoves = async (
  engine: Engine,
  moves: Iterable<number>,
): Promise<ReadonlyMap<number, Cited>> => {
  await engine.transaction(async (session) => {
    await session.run(sql`create or replace table cited (move bigint)`)
    const rows = await session.append('cited')
    for (const move of new Set(moves)) rows.add([move])
  })
  const cited = new Map<number, Cited>()
  const query = sql`
    with bare as materialized (
      select c.move, m.src, m.dst, m.amount, m.time, m.origin
      from cited c join bare_move m on m.rowid = c.move)
    select b.move, t.tx, b.src, b.dst, b.amount::varchar as amount, b.time, t.source, t.row
    from bare b join told t on t.origin = b.origin`
  for await (const { move, ...row } of engine.query(query))
    cited.set(move as number, row as unknown as Cited)
  return cited
}
