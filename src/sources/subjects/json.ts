import type { JsonLine } from '../../formats/index.ts'
import type { Placed, Read, Source } from '../../model/index.ts'
import { toField } from './properties.ts'
import type { SubjectRow, TakenRow } from './subject.ts'
import { splitValues } from './table.ts'

type GoodLine = Extract<JsonLine, { ok: true }>
type Members = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads lines of JSON as subjects; `ignored` gathers the names that no property has. */
export class JsonRows {
  readonly ignored: string[] = []
  readonly #source: Source
  readonly #mapped: ReadonlyMap<string, string>
  readonly #taken: ReadonlySet<string>

  constructor(source: Source, mapped: ReadonlyMap<string, string>) {
    this.#source = source
    this.#mapped = mapped
    this.#taken = new Set(mapped.values())
  }

  /**
   * A line as a subject: a flat object of properties, whose texts hold several values between `;`, or a
   * FollowTheMoney entity with lists of values in `properties`. Undefined where it is no object.
   */
  read(line: GoodLine, number: number): TakenRow | undefined {
    if (!isObject(line.value)) return undefined
    const { properties, ...rest } = line.value
    const isEntity = isObject(properties)
    const said: Said = { values: [], own: new Map(), rejected: [] }
    const outer = isEntity ? rest : line.value
    for (const [name, member] of Object.entries(outer))
      this.#take(said, { name, member, line, isWhole: false })
    if (isEntity)
      for (const [name, member] of Object.entries(properties))
        this.#take(said, { name, member, line, isWhole: true })
    const row: SubjectRow = {
      source: this.#source,
      place: `line:${line.line}`,
      number,
      text: () => line.text,
      key: said.own.get('id'),
      schema: said.own.get('schema'),
      values: said.values,
    }
    return { row, rejected: said.rejected }
  }

  #take(said: Said, { name, member, line, isWhole }: Member): void {
    const field = this.#fieldOf(name)
    if (!field) {
      this.#ignore(name)
      return
    }
    const place = `line:${line.line}`
    for (const part of Array.isArray(member) ? member : [member]) {
      if (part === null) continue
      if (typeof part === 'object') {
        const reason = `${name} is no text, number or list of them`
        const text = JSON.stringify(part)
        said.rejected.push({ ok: false, source: this.#source.id, place, reason, text })
        continue
      }
      const written = String(part)
      if (field === 'id' || field === 'schema') {
        if (written.trim() !== '') said.own.set(field, written.trim())
        continue
      }
      const isOne = isWhole || Array.isArray(member)
      for (const placed of isOne ? wholeValue(written, place) : splitValues(written, place))
        said.values.push([field, asWritten(placed, line.text)])
    }
  }

  #ignore(name: string): void {
    if (this.ignored.length < mostIgnored && !this.ignored.includes(name)) this.ignored.push(name)
  }

  #fieldOf(name: string): string | undefined {
    const mapped = this.#mapped.get(name)
    if (mapped) return mapped
    const named = toField(name)
    return named && !this.#taken.has(named) ? named : undefined
  }
}

type Said = {
  readonly values: (readonly [property: string, placed: Placed])[]
  readonly own: Map<string, string>
  readonly rejected: Read[]
}

type Member = {
  readonly name: string
  readonly member: unknown
  readonly line: GoodLine
  /** Whether a text is one value whole, as in the `properties` of an entity. */
  readonly isWhole: boolean
}

/** A hostile file has no end of names. */
const mostIgnored = 1_000

const wholeValue = (text: string, place: string): Placed[] => {
  const value = text.trim()
  return value ? [{ text: value, value, place }] : []
}

const textToken = /"((?:[^"\\]|\\.)*)"/g

/** The value with the file's own text of it, where that has escapes: `\uAE40` for 김. */
const asWritten = (placed: Placed, line: string): Placed => {
  if (!line.includes('\\') || line.includes(placed.value)) return placed
  for (const [token, inner] of line.matchAll(textToken))
    if ((JSON.parse(token) as string).includes(placed.value))
      return { ...placed, text: inner as string }
  return placed
}
