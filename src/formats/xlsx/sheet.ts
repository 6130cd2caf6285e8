import type { Zip } from '../zip.ts'
import { toDateText } from './dates.ts'
import { parsePart } from './part.ts'
import { unescapeText, type Workbook } from './workbook.ts'

const maxColumns = 16_384
const maxRowCharacters = 4_194_304

/** A row of a sheet that holds something; `number` is the sheet's own. */
export type SheetRow = {
  readonly number: number
  /** Texts by column; a cell that the file leaves out is missing. */
  readonly cells: readonly (string | undefined)[]
  /** Why the row cannot be read. */
  readonly fault: string | undefined
}

/** Streams the rows of a sheet, empty ones left out. */
export function* readSheet(zip: Zip, path: string, workbook: Workbook): Generator<SheetRow> {
  let rows: SheetRow[] = []
  let row: SheetBuilder | undefined
  let number = 0
  let phonetic = 0
  const parsing = parsePart(zip, path, workbook.sheet, {
    open: (element, attributes) => {
      if (element === 'row') {
        number = Number(attributes.r ?? number + 1)
        row = new SheetBuilder(number, workbook)
      } else if (element === 'c') row?.open(attributes)
      else if (element === 'rPh') phonetic++
    },
    close: (element, text) => {
      if (element === 'row') {
        const built = row?.build()
        if (built) rows.push(built)
        row = undefined
      } else if (element === 'rPh') phonetic--
      else if (phonetic === 0) row?.close(element, text)
    },
  })
  for (const _ of parsing) {
    yield* rows
    rows = []
  }
  yield* rows
}

class SheetBuilder {
  readonly #number: number
  readonly #workbook: Workbook
  readonly #cells: (string | undefined)[] = []
  #fault: string | undefined
  #size = 0
  #column = -1
  #type = 'n'
  #style = 0
  #value = ''
  #inline = ''

  constructor(number: number, workbook: Workbook) {
    this.#number = number
    this.#workbook = workbook
  }

  open({ r, t = 'n', s = '0' }: Readonly<Record<string, string>>): void {
    this.#column = r === undefined ? this.#column + 1 : toColumn(r)
    this.#type = t
    this.#style = Number(s)
    this.#value = ''
    this.#inline = ''
  }

  close(element: string, text: string): void {
    if (element === 'v') this.#value = text
    else if (element === 't') this.#inline += text
    else if (element === 'c') this.#keep()
  }

  build(): SheetRow | undefined {
    const isEmpty = !this.#cells.some((cell) => cell !== undefined && cell.trim() !== '')
    if (isEmpty && this.#fault === undefined) return undefined
    return { number: this.#number, cells: this.#cells, fault: this.#fault }
  }

  #keep(): void {
    if (!(this.#column >= 0 && this.#column < maxColumns)) {
      this.#fault ??= `a cell is in no column of row ${this.#number}`
      return
    }
    const text = this.#text()
    this.#size += text.length + 8
    if (this.#size > maxRowCharacters) this.#fault ??= 'the row is endless'
    else if (text !== '') this.#cells[this.#column] = text
  }

  #text(): string {
    const value = this.#value
    if (this.#type === 's') return this.#shared(value)
    if (this.#type === 'inlineStr') return unescapeText(this.#inline)
    if (this.#type === 'str') return unescapeText(value)
    if (this.#type === 'b') return value === '1' ? 'true' : 'false'
    if (this.#type === 'd') return value.replace(/T00:00:00(?:\.0+)?Z?$/, '')
    return this.#type === 'n' && value !== '' ? this.#numeric(value) : value
  }

  #shared(index: string): string {
    const text = this.#workbook.strings[Number(index)]
    if (text === undefined) this.#fault ??= `the text of cell ${this.#cell()} is missing`
    return text ?? ''
  }

  #numeric(written: string): string {
    const number = Number(written)
    const format = this.#workbook.dateFormats[this.#style]
    const date = format && toDateText(number, format, this.#workbook.isFrom1904)
    if (date) return date
    // Spreadsheets write 17 digits of what they show with 15.
    return /^-?\d+$/.test(written) || Number.isNaN(number) ? written : String(number)
  }

  #cell(): string {
    return `${toLetters(this.#column)}${this.#number}`
  }
}

/** `BC12` → 54. */
const toColumn = (reference: string): number => {
  let column = 0
  for (const letter of /^[A-Z]{1,3}/i.exec(reference)?.[0].toUpperCase() ?? '')
    column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

/** 54 → `BC`. */
export const toLetters = (column: number): string =>
  (column >= 26 ? toLetters(Math.floor(column / 26) - 1) : '') +
  String.fromCharCode(65 + (column % 26))
