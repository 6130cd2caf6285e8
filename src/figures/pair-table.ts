import { formatBits } from './bits.ts'
import { type Markup, markup } from './markup.ts'

/** A value as one side states it. */
export type PairValue = {
  readonly text: string
  /** BCP 47 tag for fonts and voices, where the text is not in the page's own language. */
  readonly lang?: string
  /** What to say under it: its script, where it stands in its file. */
  readonly notes?: readonly string[]
}

export type PairOutcome = 'agree' | 'partly' | 'differ' | 'unknown'

/** One thing compared. */
export type PairRow = {
  readonly feature: string
  /** What to say under the feature. */
  readonly detail?: string
  readonly outcome: PairOutcome
  readonly left?: PairValue
  readonly right?: PairValue
  readonly millibits: number
}

/** Values of two records side by side, with what each comparison weighs. */
export type PairTable = {
  readonly caption: string
  readonly left: string
  readonly right: string
  readonly rows: readonly PairRow[]
  /** What stands before and under the rows, so that the column of bits adds up. */
  readonly prior: { readonly label: string; readonly millibits: number }
  readonly total: string
}

/** Each outcome has a sign beside its word: colour alone never says it. */
const signs: Readonly<Record<PairOutcome, string>> = {
  agree: '=',
  partly: '≈',
  differ: '≠',
  unknown: '?',
}

const drawNotes = (notes: readonly string[] = []): Markup =>
  markup`${notes.map((note) => markup` <small>${note}</small>`)}`

/** Names of any script: the text tells its own direction, and cannot turn that of the page. */
const drawValue = (value: PairValue | undefined): Markup => {
  if (!value) return markup`<td class="none"><span>not stated</span></td>`
  const lang = value.lang ? markup` lang="${value.lang}"` : undefined
  return markup`<td><bdi dir="auto"${lang}>${value.text}</bdi>${drawNotes(value.notes)}</td>`
}

const drawRow = (row: PairRow): Markup =>
  markup`<tr class="${row.outcome}"><th scope="row">${row.feature}${drawNotes(row.detail ? [row.detail] : [])}</th>${drawValue(row.left)}<td class="outcome"><span class="sign" aria-hidden="true">${signs[row.outcome]}</span> ${row.outcome}</td>${drawValue(row.right)}<td class="number">${formatBits(row.millibits)}</td></tr>`

const drawEnd = (label: string, millibits: number): Markup =>
  markup`<tr class="end"><th scope="row" colspan="4">${label}</th><td class="number">${formatBits(millibits)}</td></tr>`

/** The pairs as an HTML table whose last column adds up exactly. */
export const pairTable = (table: PairTable): Markup => {
  const total = table.rows.reduce((sum, row) => sum + row.millibits, table.prior.millibits)
  return markup`<table class="pairs"><caption>${table.caption}</caption><thead><tr><th scope="col">Compared</th><th scope="col">${table.left}</th><th scope="col">Outcome</th><th scope="col">${table.right}</th><th scope="col" class="number">Bits</th></tr></thead><tbody>${drawEnd(table.prior.label, table.prior.millibits)}${table.rows.map(drawRow)}</tbody><tfoot>${drawEnd(table.total, total)}</tfoot></table>`
}
