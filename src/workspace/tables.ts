import type { Sql } from '../engine/index.ts'
import { sql } from '../engine/index.ts'
import { flowTables } from './flow-tables.ts'

/** Number of the layout below; a workspace with a higher one was made by a newer Muster. */
export const layout = 1

/**
 * The tables of a workspace. Instants and dates are the texts that the source gives, because some
 * are partial; amounts are decimal texts, because those of EVM chains reach 2^256. `ord` is the order
 * in which rows came in. Logs only grow: the views show the last word on each finding and case.
 */
export const tables: Readonly<Record<string, Sql>> = {
  muster: sql`create table muster (layout bigint)`,
  source: sql`create table source (
    id varchar, path varchar, sha256 varchar, kind varchar, bytes bigint, learned varchar,
    list varchar)`,
  statement: sql`create table statement (
    id varchar, source varchar, place varchar, learned varchar, entity varchar, schema varchar,
    prop varchar, value varchar, lang varchar, original varchar, valid_from varchar,
    valid_to varchar, grade varchar, marking varchar, ord bigint)`,
  entity: sql`create table entity (
    id varchar, source varchar, schema varchar, key varchar, ord bigint)`,
  observation: sql`create table observation (
    account varchar, channel varchar, kind varchar, value varchar, first_seen varchar,
    last_seen varchar, count bigint, source varchar, row bigint, original varchar, flaw varchar)`,
  transfer: sql`create table transfer (
    seq bigint, time varchar, tx varchar, src varchar, dst varchar, asset varchar, amount varchar,
    kind varchar, source varchar, row bigint, block bigint, position bigint)`,
  ...flowTables,
  label: sql`create table label (
    address varchar, kind varchar, category varchar, label varchar, origin varchar,
    confidence bigint, valid_from varchar, valid_to varchar, said varchar, actor varchar,
    source varchar, place varchar, ord bigint)`,
  state_statement: sql`create table state_statement (
    id varchar, state varchar, cohort varchar, prop varchar, lo double, hi double, unit varchar,
    kind varchar, valid_from varchar, valid_to varchar, known varchar, origin varchar,
    carrier varchar, reliability varchar, credibility bigint, relation varchar, target varchar,
    text varchar, source varchar, place varchar, ord bigint)`,
  listed_value: sql`create table listed_value (
    kind varchar, value varchar, known varchar, name varchar, source varchar, place varchar,
    ord bigint)`,
  rejected: sql`create table rejected (
    source varchar, place varchar, reason varchar, text varchar, ord bigint)`,
  list_version: sql`create table list_version (
    list varchar, version varchar, date varchar, entries bigint, sha256 varchar, files varchar[],
    sources varchar[], format varchar, state varchar, why varchar, ord bigint)`,
  run: sql`create table run (
    id varchar, question varchar, lists varchar[], sources varchar[], settings varchar,
    asked bigint, found bigint)`,
  finding_log: sql`create table finding_log (
    id varchar, revision varchar, question varchar, claim varchar, subjects varchar[],
    weight varchar, run varchar, state varchar, ord bigint)`,
  evidence_log: sql`create table evidence_log (
    finding varchar, revision varchar, feature varchar, outcome varchar, left_value varchar,
    right_value varchar, millibits bigint, grp varchar, facts varchar[], innocent varchar,
    how varchar, ord bigint)`,
  case_log: sql`create table case_log (
    id varchar, title varchar, subjects varchar[], rank bigint, why varchar, marking varchar,
    findings varchar[], run varchar, state varchar, ord bigint)`,
  ring_log: sql`create table ring_log (
    ring varchar, accounts varchar[], millibits bigint, shared varchar, past varchar, run varchar,
    state varchar, ord bigint)`,
  decision: sql`create table decision (
    id varchar, time varchar, who varchar, what varchar, target varchar, why varchar)`,
}

/** Columns that came after the first workspaces were made; nothing had been in their tables. */
export const addedColumns: readonly Sql[] = [
  sql`alter table transfer add column if not exists block bigint`,
  sql`alter table transfer add column if not exists position bigint`,
]

/** What the logs say last, under the names that `muster sql` shows. */
export const views: Readonly<Record<string, Sql>> = {
  finding: sql`create view finding as
    select id, revision, question, claim, subjects, weight, run
    from (select *, row_number() over (partition by id order by ord desc) as recent
          from finding_log)
    where recent = 1 and state = 'held'`,
  evidence: sql`create view evidence as
    select e.finding, e.feature, e.outcome, e.left_value, e.right_value,
      cast(e.millibits / 1000 as decimal(18, 3)) as bits, e.grp, e.facts, e.innocent, e.how, e.ord
    from evidence_log e
    join finding f on f.id = e.finding and f.revision = e.revision`,
  case_file: sql`create view case_file as
    select id, title, subjects, rank, why, marking, findings, run
    from (select *, row_number() over (partition by id order by ord desc) as recent
          from case_log)
    where recent = 1 and state = 'open'`,
}
