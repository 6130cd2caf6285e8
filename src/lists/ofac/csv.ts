import type { Read } from '../../model/index.ts'
import type { Edition, ListFile } from '../reader.ts'
import { sayAddress, splitCity } from './address.ts'
import { sayValue } from './describe.ts'
import { useOf } from './labels.ts'
import { sayAlias, sayName, sayNameParts } from './names.ts'
import { closeParty, openParty, type Party, toSchema } from './party.ts'
import { readContinuedRemarks } from './remarks.ts'
import { holdTable, noTable, type SideTable, walkTable } from './side-table.ts'
import {
  type Cell,
  type Cells,
  cellsOf,
  isOrdered,
  type Row,
  readTable,
  rejected,
  type Table,
  textOf,
} from './tables.ts'

/**
 * Streams the parties of OFAC's legacy CSV set, in the order of its `sdn` table. OFAC's tables are in
 * the order of the parties' numbers, so they are walked side by side; a table that is not is held
 * in memory.
 */
export async function* readOfacCsv(edition: Edition): AsyncGenerator<Read> {
  const main = edition.files.find((file) => file.part === 'sdn') as ListFile
  const ordered = await isOrdered(main.file)
  const open = async (part: Table): Promise<Beside> => {
    const file = edition.files.find((each) => each.part === part)
    if (!file) return { table: noTable, file: main }
    const walk = ordered && (await isOrdered(file.file))
    return { table: walk ? walkTable(file, part) : await holdTable(file, part), file }
  }
  const beside = [await open('alt'), await open('add'), await open('comments')] as const
  const isRepeated = ordered ? repeatedInOrder() : repeatedAnywhere()
  for await (const row of readTable(main, 'sdn')) {
    if (!('party' in row)) yield row
    else if (isRepeated(row.party))
      yield rejected(main.source.id, row.csv.row, `a second party ${row.party}`, textOf(row))
    else yield* readParty(row, main, edition, beside)
  }
  for (const { table } of beside) yield* table.rest()
}

/** A table beside the main one, with its file. */
type Beside = { readonly table: SideTable; readonly file: ListFile }

const repeatedInOrder = (): ((party: number) => boolean) => {
  let before = -1
  return (party) => {
    const repeated = party === before
    before = party
    return repeated
  }
}

const repeatedAnywhere = (): ((party: number) => boolean) => {
  const seen = new Set<number>()
  return (party) => seen.size === seen.add(party).size
}

async function* readParty(
  row: Row,
  { source }: ListFile,
  { list }: Edition,
  [alt, add, comments]: readonly [Beside, Beside, Beside],
): AsyncGenerator<Read> {
  const rejects: Read[] = []
  const cell = cellsOf('sdn', source.id, row)
  const uid = cell('ent_num') as Cell
  const type = cell('SDN_Type')?.value ?? ''
  const schema = toSchema(type)
  const party = openParty({ list, source, uid, schema })
  if (!schema) {
    const reason = `OFAC has no type of party ${type}`
    rejects.push(rejected(source.id, row.csv.row, reason, textOf(row)))
  }
  sayMain(party, cell)
  for (const each of await alt.table.rowsOf(row.party, rejects))
    sayAlternate(party, cellsOf('alt', alt.file.source.id, each))
  for (const each of await add.table.rowsOf(row.party, rejects))
    sayCsvAddress(party, cellsOf('add', add.file.source.id, each))
  const continued = (await comments.table.rowsOf(row.party, rejects)).flatMap(
    (each) => cellsOf('comments', comments.file.source.id, each)('remarks_continued') ?? [],
  )
  rejects.push(...readContinuedRemarks(party, cell('Remarks'), continued))
  yield* rejects
  yield { ok: true, entity: closeParty(party, uid) }
}

const vesselFacts = [
  ['Call_Sign', useOf('Vessel Call Sign')],
  ['Vess_type', useOf('Vessel Type')],
  ['Tonnage', useOf('Vessel Tonnage')],
  ['GRT', useOf('Vessel Gross Registered Tonnage')],
  ['Vess_flag', useOf('Vessel Flag')],
  ['Vess_owner', useOf('Vessel Owner')],
] as const

const sayMain = (party: Party, cell: Cells<'sdn'>): void => {
  const name = cell('SDN_Name')
  sayName(party.entry, 'name', name)
  if (name) sayNameParts(party.entry, name.value, { last: name, first: name })
  party.entry.say('position', cell('Title'))
  const program = cell('Program')
  // Several programmes stand in one cell as `DPRK] [NPWMD`.
  for (const code of program?.value.split(/\]\s*\[/) ?? [])
    party.sanction.push(['program', { ...(program as Cell), text: code, value: code }])
  for (const [column, use] of vesselFacts) sayValue(party, use, cell(column))
}

const sayAlternate = ({ entry }: Party, cell: Cells<'alt'>): void => {
  // Weak aliases stand in the remarks, not here.
  const former = cell('alt_type')?.value.toLowerCase() === 'fka'
  sayAlias(entry, cell('alt_name'), { former, weak: false })
  entry.say('notes', cell('alt_remarks'))
}

const sayCsvAddress = (party: Party, cell: Cells<'add'>): void => {
  const [street, city, country] = [cell('address'), cell('city_etc'), cell('country')]
  const remarks = cell('add_remarks')
  const told = [street, city, country, remarks].flatMap((each) => each ?? [])
  const [longest] = told.toSorted((a, b) => b.text.length - a.text.length)
  if (!longest) return
  const parts = { whole: longest, lines: street ? [street] : [], country, remarks }
  sayAddress(party, { ...parts, ...splitCity(city) })
}
