import { type Engine, sql } from '../../engine/index.ts'

/** Kinds of transfers; `moved.kind` holds places in this list. */
export const movedKinds = ['transfer', 'fee', 'mint', 'burn'] as const

/** The place of a kind in `movedKinds`, as SQL. */
export const kindPlace = (kind: (typeof movedKinds)[number]): string =>
  `${movedKinds.indexOf(kind)}`

/**
 * Where transfers go, whatever file they stand in. `source` is the number of the file and `row` the
 * row or line that proves it; `time` is in milliseconds since 1970. Null are an unknown block, position
 * or time, the source of a mint, and the destination of a burn or of a fee that goes to nobody.
 * Positions order the transfers of one asset inside a block, never those of two assets. The view `told` has
 * them with what tells them apart (`origin`).
 *
 * `paid_account` holds the accounts of a platform that transfers pay out to, with the address that is paid.
 * `left_out` counts rows that were read and move nothing, by reason. `nametag` holds names that a file
 * gives to addresses.
 */
export const makeMoved = (engine: Engine): Promise<void> =>
  engine.transaction(async (session) => {
    await session.run(sql`
      create table moved (source usmallint, row bigint, block bigint, position bigint, time bigint,
        tx varchar, src varchar, dst varchar, asset varchar, amount hugeint, kind utinyint)`)
    await session.run(sql`create view told as select rowid as origin, * from moved`)
    await session.run(sql`create table left_out (source usmallint, reason varchar, rows bigint)`)
    await session.run(sql`create table nametag (source usmallint, address varchar, name varchar)`)
    await session.run(sql`
      create table paid_account (source usmallint, row bigint, account varchar, payee varchar, time bigint)`)
    await session.run(sql`create table taken_file (source usmallint, placed varchar)`)
  })

/** The order in which transfers that all have a block took effect; rows decide where nothing else does. */
export const movedOrder = 'block nulls last, position nulls last, time nulls last, source, row'
