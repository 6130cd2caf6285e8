import { type Columns, type CsvFault, CsvRow, toColumns } from './csv-row.ts'

const maxRecordCharacters = 4_194_304
const shownCharacters = 1_000

const [lineFeed, space] = [0x0a, 0x20]
const endMark = String.fromCharCode(0x1a)

/** Where a record ends in the buffer, and what it holds or why it cannot be read. */
type Record =
  | { readonly end: number; readonly cells: string[] }
  | { readonly end: number; readonly fault: string }

const reasons = {
  open: 'a quote is opened and never closed',
  after: 'a cell goes on after its closing quote',
  long: `the row is longer than ${maxRecordCharacters} characters`,
} as const

/**
 * Cuts delimited text into rows after RFC 4180, piece by piece. A quote counts only where it opens a
 * cell. Where quotes are broken the line that opened them is a fault and reading goes on with the
 * next line, so that one stray quote never swallows the rest of a file. Empty lines are no rows.
 */
export class CsvSplitter {
  /** Header cells of a file that names its own columns, once they have been read. */
  header: readonly string[] | undefined
  /** Why the header cannot be read. */
  headerFault: string | undefined
  #columns: Columns
  readonly #delimiter: string
  readonly #comment: string | undefined
  #rest = ''
  #line = 1
  #row = 0
  /** The rest begins with a record that has a quote without a partner. */
  #open = false
  /** A line without an end is being passed over. */
  #passing = false

  constructor(options: { delimiter: string; columns?: readonly string[]; comment?: string }) {
    this.#delimiter = options.delimiter
    this.#comment = options.comment
    this.header = options.columns
    this.#columns = toColumns(options.columns ?? [])
  }

  /** Takes the next piece of text, gives the rows that are whole. */
  take(text: string): (CsvRow | CsvFault)[] {
    this.#rest = this.#rest ? this.#rest + text : text
    // What is open stays open until a quote comes, so a long cell is not searched again and again.
    if (this.#open && !text.includes('"') && this.#rest.length <= maxRecordCharacters) return []
    return this.#split(false)
  }

  /** Gives what the last line holds. A lone 0x1A at the end is the end mark of DOS, no row. */
  finish(): (CsvRow | CsvFault)[] {
    if (this.#rest.endsWith(endMark)) this.#rest = this.#rest.slice(0, -1)
    return this.#split(true)
  }

  #split(last: boolean): (CsvRow | CsvFault)[] {
    const rows: (CsvRow | CsvFault)[] = []
    const buffer = this.#rest
    let at = this.#passing ? this.#passOver(buffer) : 0
    let quote = buffer.indexOf('"', at)
    while (at < buffer.length) {
      this.#open = false
      if (quote !== -1 && quote < at) quote = buffer.indexOf('"', at)
      const feed = buffer.indexOf('\n', at)
      const end = feed === -1 ? buffer.length : feed
      const whole = feed !== -1 || last
      const plain = quote === -1 || quote > end || this.#isComment(buffer, at)
      const record = plain ? whole && this.#plain(buffer, at, end) : this.#quoted(buffer, at, last)
      if (record) {
        this.#keep(rows, buffer, at, record)
        at = record.end
      } else if (buffer.length - at > maxRecordCharacters) {
        this.#passing = feed === -1
        const fault = feed === -1 ? reasons.long : reasons.open
        const stop = feed === -1 ? buffer.length : feed + 1
        this.#keep(rows, buffer, at, { end: stop, fault })
        at = stop
      } else break
    }
    this.#rest = buffer.slice(at)
    return rows
  }

  /** Skips what is left of an endless line; the position after it, or the end of the buffer. */
  #passOver(buffer: string): number {
    const feed = buffer.indexOf('\n')
    if (feed === -1) return buffer.length
    this.#passing = false
    this.#line++
    return feed + 1
  }

  #isComment(buffer: string, at: number): boolean {
    return this.#comment !== undefined && buffer.startsWith(this.#comment, at)
  }

  #plain(buffer: string, at: number, feed: number): Record {
    if (this.#isComment(buffer, at)) return { end: feed + 1, cells: [] }
    const line = buffer.slice(at, buffer[feed - 1] === '\r' && feed > at ? feed - 1 : feed)
    return { end: feed + 1, cells: line ? line.split(this.#delimiter) : [] }
  }

  /** A record with quotes; undefined where the buffer ends before it does. */
  #quoted(buffer: string, at: number, last: boolean): Record | undefined {
    const cells: string[] = []
    let start = at
    for (;;) {
      const opening = skipSpaces(buffer, start)
      const cell =
        buffer[opening] === '"'
          ? readQuoted(buffer, opening, last)
          : readBare(buffer, start, this.#delimiter)
      if (!cell) {
        this.#open = true
        return undefined
      }
      if ('fault' in cell) return { end: nextLine(buffer, at), fault: cell.fault }
      cells.push(cell.text)
      const { end } = cell
      if (buffer[end] === this.#delimiter) start = end + 1
      else if (end >= buffer.length) return last ? { end, cells } : undefined
      else if (buffer[end] === '\n') return { end: end + 1, cells }
      else if (buffer.startsWith('\r\n', end)) return { end: end + 2, cells }
      else if (end === buffer.length - 1 && !last) return undefined
      else return { end: nextLine(buffer, at), fault: reasons.after }
    }
  }

  #keep(rows: (CsvRow | CsvFault)[], buffer: string, at: number, record: Record): void {
    const line = this.#line
    const end = Math.min(record.end, buffer.length)
    for (let i = buffer.indexOf('\n', at); i !== -1 && i < end; i = buffer.indexOf('\n', i + 1))
      this.#line++
    if ('cells' in record && record.cells.length === 0) return
    const text = (): string => buffer.slice(at, end).replace(/\r?\n$/, '')
    if ('fault' in record && !this.header) this.headerFault ??= record.fault
    else if ('fault' in record) {
      const shown = record.fault === reasons.long ? text().slice(0, shownCharacters) : text()
      rows.push({ ok: false, row: ++this.#row, line, reason: record.fault, text: shown })
    } else if (!this.header) {
      this.header = record.cells.map((cell) => cell.trim())
      this.#columns = toColumns(this.header)
    } else if (record.cells.length === this.header.length) {
      rows.push(new CsvRow(++this.#row, line, record.cells, this.#columns))
    } else {
      const reason = `${record.cells.length} cells where the table has ${this.header.length}`
      rows.push({ ok: false, row: ++this.#row, line, reason, text: text() })
    }
  }
}

const skipSpaces = (text: string, from: number): number => {
  let at = from
  while (text.charCodeAt(at) === space) at++
  return at
}

/** One cell and the position of what follows it. */
type Cell = { readonly text: string; readonly end: number } | { readonly fault: string }

const readBare = (buffer: string, start: number, delimiter: string): Cell => {
  const stopAt = delimiter.charCodeAt(0)
  let end = start
  for (; end < buffer.length; end++) {
    const unit = buffer.charCodeAt(end)
    if (unit === stopAt || unit === lineFeed) break
  }
  const stop = buffer[end - 1] === '\r' && buffer[end] !== delimiter && end > start ? end - 1 : end
  return { text: buffer.slice(start, stop), end }
}

/** Undefined where the closing quote may still come. */
const readQuoted = (buffer: string, opening: number, last: boolean): Cell | undefined => {
  let quote = buffer.indexOf('"', opening + 1)
  let doubled = false
  while (quote !== -1 && buffer[quote + 1] === '"') {
    doubled = true
    quote = buffer.indexOf('"', quote + 2)
  }
  if (quote === -1) return last ? { fault: reasons.open } : undefined
  const text = buffer.slice(opening + 1, quote)
  return { text: doubled ? text.replaceAll('""', '"') : text, end: skipSpaces(buffer, quote + 1) }
}

const nextLine = (text: string, from: number): number => {
  const feed = text.indexOf('\n', from)
  return feed === -1 ? text.length : feed + 1
}
