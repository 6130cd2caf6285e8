import { type Sql, sql } from '../engine/index.ts'

/**
 * Transfers in the order in which they took effect, without the rows that tell them. `flow_address` numbers
 * addresses and holds the least text by which a file has each. `flow_asset` numbers assets that carry value;
 * `blocks` counts transfers that have a block, `total` is the sum of amounts, each taken as 2^52 at most.
 * `flow_move` has the transfers: `place` among those of the asset, the amount in two limbs (`low` has 62 bits),
 * `origin` where they are told (`seq`).
 * `flow_unvalued` counts the transfers of assets that carry no value and are not among them. `flow_extent`
 * has one row: how many transfers of the workspace the flows take in, and whether numbers of addresses follow
 * the order of their texts.
 */
export const flowTables: Readonly<Record<string, Sql>> = {
  flow_address: sql`create table flow_address (number uinteger, text varchar)`,
  flow_asset: sql`create table flow_asset (
    number uinteger, asset varchar, moves bigint, blocks bigint, total hugeint)`,
  flow_move: sql`create table flow_move (
    asset uinteger, place uinteger, src uinteger, dst uinteger, high bigint, low bigint,
    kind utinyint, time bigint, origin bigint)`,
  flow_unvalued: sql`create table flow_unvalued (asset varchar, transfers bigint)`,
  flow_extent: sql`create table flow_extent (transfers bigint, sorted boolean)`,
}
