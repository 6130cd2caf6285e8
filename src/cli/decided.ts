import { type CsvRow, headText, readCsv } from '../formats/index.ts'
import { type DecidedGroup, type Rival, rivals } from '../identity/index.ts'
import { MusterError } from '../model/index.ts'
import { sniffDelimiter } from '../sources/index.ts'
import type { Context } from './context.ts'
import { type RejectedRow, type Rejects, shownFaults } from './rejects.ts'

const columns = ['account', 'ring', 'decision', 'explanation', 'decided'] as const

const needed: readonly (typeof columns)[number][] = ['account', 'ring']

/** What a row says of the group that its account is in. */
type Said = Omit<DecidedGroup, 'accounts'>

/** A row with its account, and how it is told of where it does not count. */
type Row = Said & { readonly account: string; readonly place: string; readonly text: string }

/**
 * Reads groups that people decided about: CSV or TSV with the columns account and ring; decision
 * (confirmed where it is blank, or cleared), explanation of what was cleared, and decided, the day
 * up to which was seen. Rows that cannot be read are told and do not count, nor do those of a ring whose
 * rows say different things. Groups come by their names, so the order of rows is nothing. Error: `column-missing`.
 */
export const readDecided = async (
  context: Context,
  path: string,
  rejects: Rejects | undefined,
): Promise<readonly DecidedGroup[]> => {
  let faults = 0
  const onRejected = async (rejected: RejectedRow): Promise<void> => {
    await rejects?.keep(path, rejected)
    if (++faults <= shownFaults) context.tell.warn(`${path} ${rejected.place}: ${rejected.reason}`)
  }
  const file = await context.open(path)
  const delimiter = sniffDelimiter(headText(file, 'utf-8'))
  const table = await readCsv(file, { delimiter })
  const missing = needed.find((column) => !table.columns.includes(column))
  if (missing)
    throw new MusterError('column-missing', `${path} has no column ${missing}`, {
      hint: `A file of decided groups has the columns ${columns.join(', ')}; the first two are needed.`,
    })
  const groups = new Map<string, Row[]>()
  for await (const row of table.rows) {
    const place = `row:${row.row}`
    const text = row.ok ? row.cells.join(delimiter) : row.text
    const read = row.ok ? toRow(row) : row.reason
    if (typeof read === 'string') await onRejected({ place, reason: read, text })
    else groups.set(read.group, [...(groups.get(read.group) ?? []), { ...read, place, text }])
  }
  const decided: DecidedGroup[] = []
  for (const rows of groups.values()) {
    const { place: _place, text: _text, account: _account, ...said } = rows[0] as Row
    const accounts = [...new Set(rows.map(({ account }) => account))].sort()
    const reason = faultOf(rows, accounts)
    if (reason === undefined) decided.push({ ...said, accounts })
    else for (const { place, text } of rows) await onRejected({ place, reason, text })
  }
  if (faults > shownFaults) context.tell.warn(`${path}: ${faults} rows do not count`)
  return decided.sort((a, b) => (a.group < b.group ? -1 : 1))
}

/** Why the rows of one ring do not count. */
const faultOf = (rows: readonly Row[], accounts: readonly string[]): string | undefined => {
  const [first] = rows
  const isOne = rows.every(
    ({ explanation, until }) => explanation === first?.explanation && until === first?.until,
  )
  if (!isOne) return `the rows of ${first?.group} do not all say the same of it`
  return accounts.length < 2 ? `${first?.group} has one account alone` : undefined
}

const toRow = (row: CsvRow): Omit<Row, 'place' | 'text'> | string => {
  const cell = (column: (typeof columns)[number]): string => row.value(column)?.value ?? ''
  const [account, group, decision] = [cell('account'), cell('ring'), cell('decision')]
  if (account === '') return 'the account is missing'
  if (group === '') return 'the ring is missing'
  if (decision !== '' && decision !== 'confirmed' && decision !== 'cleared')
    return `the decision ${decision} is neither confirmed nor cleared`
  const explanation = cell('explanation')
  const found = rivals.find((rival) => rival === explanation)
  if (decision === 'cleared' && !found)
    return `what explains a cleared group is one of ${rivals.join(', ')}`
  if (decision !== 'cleared' && explanation !== '')
    return 'a confirmed ring has no innocent explanation'
  const until = toEnd(cell('decided'))
  if (until === undefined) return `${cell('decided')} is no day as 2026-11-30`
  return { account, group, explanation: (found as Rival | undefined) ?? null, until }
}

/** The last minute of a day, in minutes since 1970; null of nothing, undefined where it is no day. */
const toEnd = (day: string): number | null | undefined => {
  if (day === '') return null
  const start = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  const isDay = !Number.isNaN(start) && new Date(start).toISOString().startsWith(day)
  return isDay ? start / 60_000 + 24 * 60 - 1 : undefined
}
