import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Engine, openDuckDb, type Sql, typedSql } from '../../src/engine/index.ts'
import type { TruthSet } from './sets.ts'

/** Levels of each column: blank, same, Jaro–Winkler from 0.92, from 0.8, less. */
const levels = 5
/** A rule of two equal columns is used when it brings so many pairs a row together at most. */
const mostPairsPerRow = 20

const level = (column: string): string => `case
  when a.${column} = '' or b.${column} = '' then 0
  when a.${column} = b.${column} then 1
  when jaro_winkler_similarity(a.${column}, b.${column}) >= 0.92 then 2
  when jaro_winkler_similarity(a.${column}, b.${column}) >= 0.8 then 3
  else 4 end`

const all = async (engine: Engine, query: Sql): Promise<Record<string, unknown>[]> => {
  const rows = []
  for await (const row of engine.query(query)) rows.push(row)
  return rows
}

/**
 * The plain recipe in SQL: pairs that are equal in two columns, levels by Jaro–Winkler, chances from random
 * pairs, the rest by EM over counted patterns, connected components of what weighs 0 bits or more.
 */
export const plainFellegiSunter = async ({ columns, rows }: TruthSet): Promise<Int32Array> => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-bench-'))
  const engine = await openDuckDb(join(folder, 'plain.duckdb'))
  try {
    const names = columns.map((_, at) => `c${at}`)
    await engine.transaction(async (session) => {
      await session.run(
        typedSql(
          `create table r (id bigint, ${names.map((name) => `${name} varchar`).join(', ')})`,
        ),
      )
      const appender = await session.append('r')
      rows.forEach((cells, id) => {
        appender.add([id, ...cells.map((cell) => cell.trim().toLowerCase())])
      })
    })
    const rules = await chooseRules(engine, names, rows.length)
    const pattern = names.reduce((sum, name) => `(${sum}) * ${levels} + (${level(name)})`, '0')
    await engine.transaction(async (session) => {
      await session.run(
        typedSql(`create table p as select distinct a.id as a, b.id as b, ${pattern} as pattern
          from (${rules.map(([x, y]) => `select a.id as x, b.id as y from r a join r b on a.${x} = b.${x} and a.${y} = b.${y} and a.id < b.id and a.${x} <> '' and a.${y} <> ''`).join(' union ')})
          join r a on a.id = x join r b on b.id = y`),
      )
      await session.run(
        typedSql(`create table u as select ${pattern} as pattern, count(*) as n from
          (select id, hash(20 * id + k) % ${rows.length} as other from r, range(20) t(k)) s
          join r a on a.id = s.id join r b on b.id = s.other where a.id <> b.id group by 1`),
      )
    })
    const counted = await all(
      engine,
      typedSql('select pattern, count(*) as n from p group by 1 order by 1'),
    )
    const random = await all(engine, typedSql('select pattern, n from u order by 1'))
    const weights = learn(toCounts(counted), toCounts(random), {
      width: names.length,
      rows: rows.length,
    })
    const parent = Int32Array.from(rows, (_, row) => row)
    const rootOf = (row: number): number =>
      parent[row] === row ? row : rootOf(parent[row] as number)
    for await (const { a, b, pattern: each } of engine.query(
      typedSql('select a, b, pattern from p'),
    )) {
      if ((weights.get(Number(each)) ?? -1) < 0) continue
      const [one, other] = [rootOf(Number(a)), rootOf(Number(b))]
      parent[Math.max(one, other)] = Math.min(one, other)
    }
    return parent.map((_, row) => rootOf(row))
  } finally {
    await engine.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const chooseRules = async (
  engine: Engine,
  names: readonly string[],
  rows: number,
): Promise<[string, string][]> => {
  const rules: [string, string][] = []
  for (const [at, x] of names.entries())
    for (const y of names.slice(at + 1)) {
      const query = `select sum(n * (n - 1) / 2) as pairs from (select count(*) as n from r where ${x} <> '' and ${y} <> '' group by ${x}, ${y})`
      const [counted] = await all(engine, typedSql(query))
      if (Number(counted?.pairs ?? 0) <= mostPairsPerRow * rows) rules.push([x, y])
    }
  return rules
}

type Counted = readonly { readonly pattern: number; readonly count: number }[]

const toCounts = (rows: readonly Record<string, unknown>[]): Counted =>
  rows.map(({ pattern, n }) => ({ pattern: Number(pattern), count: Number(n) }))

/** Weights of the patterns in bits, prior included. */
const learn = (
  counted: Counted,
  random: Counted,
  { width, rows }: { readonly width: number; readonly rows: number },
): Map<number, number> => {
  const levelsOf = (pattern: number): number[] =>
    Array.from(
      { length: width },
      (_, at) => Math.floor(pattern / levels ** (width - 1 - at)) % levels,
    )
  const shares = (sums: readonly number[][]): number[][] =>
    sums.map((column) => {
      const total = column.slice(1).reduce((sum, count) => sum + count, 0)
      return column.map((count, each) => (each === 0 ? 1 : (count + 0.5) / (total + 2)))
    })
  const sumBy = (patterns: Counted, weigh: (at: number) => number): number[][] => {
    const sums = Array.from({ length: width }, () => new Array<number>(levels).fill(0))
    patterns.forEach(({ pattern, count }, nth) => {
      levelsOf(pattern).forEach((each, at) => {
        const column = sums[at] as number[]
        column[each] = (column[each] as number) + count * weigh(nth)
      })
    })
    return sums
  }
  const chance = shares(sumBy(random, () => 1))
  let match = Array.from({ length: width }, () => [1, 0.8, 0.1, 0.05, 0.05])
  let prior = 1 / rows
  let weights = new Float64Array(counted.length)
  for (let round = 0; round < 50; round++) {
    weights = Float64Array.from(counted, ({ pattern }) =>
      levelsOf(pattern).reduce(
        (sum, each, at) => {
          const [m, u] = [match[at]?.[each] as number, chance[at]?.[each] as number]
          return sum + Math.log2(m / u)
        },
        Math.log2(prior / (1 - prior)),
      ),
    )
    const isOne = (nth: number): number => 1 / (1 + 2 ** -(weights[nth] as number))
    match = shares(sumBy(counted, isOne))
    const found = counted.reduce((sum, { count }, nth) => sum + count * isOne(nth), 0)
    prior = found / ((rows * (rows - 1)) / 2)
  }
  return new Map(counted.map(({ pattern }, nth) => [pattern, weights[nth] as number]))
}
