import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from '../src/engine/index.ts'
import { updateLists } from '../src/lists/index.ts'
import type { NewStatement } from '../src/model/index.ts'
import { openTemporaryWorkspace, sourcesOf, type Workspace } from '../src/workspace/index.ts'
import { dataFile, dataFolder } from './editions.ts'
import { csvPlaces, faultOf, type Lookup, readWholeFile, xmlPlaces } from './places.ts'

/** Columns of OFAC's legacy tables, which have no header line (OFAC, "dat_spec.txt"). */
const ofacColumns: readonly (readonly [file: RegExp, columns: string])[] = [
  [
    /(?:sdn|cons_prim)\.csv/,
    'ent_num,SDN_Name,SDN_Type,Program,Title,Call_Sign,Vess_type,Tonnage,GRT,Vess_flag,Vess_owner,Remarks',
  ],
  [/alt\.csv/, 'ent_num,alt_num,alt_type,alt_name,alt_remarks'],
  [/add\.csv/, 'ent_num,add_num,address,city_etc,country,add_remarks'],
  [/comments\.csv/, 'ent_num,remarks_continued'],
]

const lookupOf = (path: string): Lookup => {
  const text = readWholeFile(path)
  if (/\.xml(\.gz)?$/.test(path)) return xmlPlaces(text)
  const columns = ofacColumns.find(([file]) => file.test(path))?.[1]
  return csvPlaces(columns ? `${columns}\n${text}` : text)
}

describe.skipIf(!dataFolder)('a workspace with the real UN and OFAC lists (MUSTER_DATA)', () => {
  let workspace: Workspace
  beforeAll(async () => {
    workspace = await openTemporaryWorkspace()
    for (const folder of ['un', 'ofac'])
      await updateLists(workspace, dataFile('lists', folder), { now: '2026-03-10' })
  })
  afterAll(() => workspace.close())

  test('1,000 random statements are found again at their place in the file', async () => {
    const lookups = new Map<string, Lookup>()
    for await (const { id, path } of sourcesOf(workspace)) lookups.set(id, lookupOf(path))
    const faults: string[] = []
    let looked = 0
    const chosen = sql`select * from statement order by md5(id || ${'2397'}) limit 1000`
    for await (const row of workspace.engine.query(chosen)) {
      const { original, ...said } = row
      const lookup = lookups.get(row.source as string) as Lookup
      const statement = (original === null ? said : row) as unknown as NewStatement
      faults.push(...[faultOf(lookup, statement)].filter((fault) => fault !== undefined))
      looked++
    }
    expect(looked).toBe(1000)
    expect(lookups.size).toBeGreaterThanOrEqual(10)
    expect(faults).toEqual([])
  })
})
