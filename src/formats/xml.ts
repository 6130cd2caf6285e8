import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { MusterError } from '../model/index.ts'
import { parseEncoding } from './decoder.ts'
import type { File } from './file.ts'
import { decode, headText, markedEncoding } from './text.ts'

const maxDepth = 64
const maxRecordCharacters = 16_777_216
const tooBig = 'one record is over 16 MB'
/** What an element without text is taken to weigh, so that a record has no endless number of them. */
const elementSize = 64
/** Few records are held at a time, so that they die young: twice the speed of whole chunks. */
const stepCharacters = 16_384

/** A value in an XML file, with its place: element text or one attribute. */
export type XmlValue = {
  /** The file's text, untouched. */
  readonly text: string
  /** The text without white space around it. */
  readonly value: string
  readonly place: string
}

/** A value that nobody took; `path` is that of names alone. */
export type XmlLeftover = XmlValue & { readonly path: string }

/** Up to so many children are counted by comparing their names pair by pair. */
const fewChildren = 8

/** White space between elements, which no value begins with. */
const isBlank = (text: string): boolean => {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x20) return false
  return true
}

/**
 * An element of one record. Everything read through `value`, `values`, `attribute` or `own` counts as
 * taken; `leftovers` lists the rest, so that a reader can account for every value of the record.
 */
export class XmlElement {
  readonly name: string
  readonly parent: XmlElement | undefined
  readonly children: XmlElement[] = []
  readonly attributes: Readonly<Record<string, string>>
  /** Position among siblings of the same name, from 1. */
  position = 1
  text = ''
  #siblings: number | undefined
  #place: string | undefined
  #textTaken = false
  #left = false
  #attributesTaken: Set<string> | undefined

  constructor(name: string, parent: XmlElement | undefined, attributes: Record<string, string>) {
    this.name = name
    this.parent = parent
    this.attributes = attributes
  }

  /** Element path; a position is given for records and wherever a name occurs more than once. */
  get place(): string {
    this.#place ??= this.#toPlace()
    return this.#place
  }

  #toPlace(): string {
    const above = this.parent?.place ?? ''
    const many = this.#siblings === undefined || this.#siblings > 1
    return this.parent && many ? `${above}/${this.name}[${this.position}]` : `${above}/${this.name}`
  }

  /** Path of names alone, as a reader's tables of stored and left elements write it. */
  get path(): string {
    return `${this.parent ? this.parent.path : ''}/${this.name}`
  }

  all(name: string): readonly XmlElement[] {
    return this.children.filter((child) => child.name === name)
  }

  child(name: string): XmlElement | undefined {
    return this.children.find((child) => child.name === name)
  }

  /** The element's own text, undefined where it is blank. */
  own(): XmlValue | undefined {
    this.#textTaken = true
    const value = this.text.trim()
    return value ? { text: this.text, value, place: this.place } : undefined
  }

  /** Text of the first child of that name, undefined where missing or blank. */
  value(name: string): XmlValue | undefined {
    return this.child(name)?.own()
  }

  /** Texts of all children of that name that are not blank. */
  values(name: string): readonly XmlValue[] {
    return this.all(name).flatMap((child) => child.own() ?? [])
  }

  attribute(name: string): XmlValue | undefined {
    this.#attributesTaken ??= new Set()
    this.#attributesTaken.add(name)
    const text = this.attributes[name]
    const value = text?.trim()
    return text !== undefined && value
      ? { text, value, place: `${this.place}/@${name}` }
      : undefined
  }

  /** Leaves the children of that name as a whole: a reader's table of left elements names them. */
  leave(name: string): void {
    for (const child of this.children) if (child.name === name) child.#left = true
  }

  /** Values that nobody took, with their paths; attributes as `/path/@name`. */
  leftovers(): readonly XmlLeftover[] {
    const found: XmlLeftover[] = []
    this.#collectLeftovers(found)
    return found
  }

  #collectLeftovers(found: XmlLeftover[]): void {
    if (this.#left) return
    for (const name in this.attributes) {
      if (this.#attributesTaken?.has(name) || /^(?:xmlns|xsi:)/.test(name)) continue
      const text = this.attributes[name] as string
      const value = text.trim()
      if (value)
        found.push({ text, value, place: `${this.place}/@${name}`, path: `${this.path}/@${name}` })
    }
    if (!this.#textTaken) {
      const value = this.text.trim()
      if (value) found.push({ text: this.text, value, place: this.place, path: this.path })
    }
    for (const child of this.children) child.#collectLeftovers(found)
  }

  /** Numbers the children; records keep their number in the file, whose total a stream cannot know. */
  countSiblings(): void {
    const { children } = this
    if (children.length > fewChildren) this.#countMany()
    else
      for (const child of children) {
        child.#siblings = 0
        for (const other of children) {
          if (other.name !== child.name) continue
          child.#siblings++
          if (other === child) child.position = child.#siblings
        }
      }
    for (const child of children) child.countSiblings()
  }

  #countMany(): void {
    const counts = new Map<string, number>()
    for (const child of this.children) {
      child.position = (counts.get(child.name) ?? 0) + 1
      counts.set(child.name, child.position)
    }
    for (const child of this.children) child.#siblings = counts.get(child.name) as number
  }

  /** Containers above records are unique in every format that is read this way. */
  standAlone(): void {
    this.#siblings = 1
  }
}

/** Which elements are records: those at one depth (the root has depth 1), or those that a test chooses. */
export type XmlRecordsAt = number | ((element: XmlElement) => boolean)

/**
 * Streams the records of an XML file, each with its whole content, holding one at a time; of what is
 * around them only names, attributes and positions are kept. Document type declarations are refused, so no entity of a
 * file's own is ever expanded. Errors: `encoding-broken`, `file-truncated`, `file-malformed`.
 */
export async function* readXml(file: File, at: XmlRecordsAt): AsyncGenerator<XmlElement> {
  const parser = new XmlRecords(file.path, at)
  for await (const text of decode(file, declaredEncoding(file))) {
    for (let at = 0; at < text.length; at += stepCharacters) {
      parser.write(text.slice(at, at + stepCharacters))
      if (parser.records.length > 0) {
        for (const record of parser.records) yield record
        parser.records = []
      }
    }
  }
  parser.close()
  yield* parser.records
}

/** Name of the root element, undefined where the file is no XML. */
export const rootElement = (file: File): string | undefined =>
  /^\uFEFF?\s*(?:<\?[^>]*\?>\s*|<!--[\s\S]*?-->\s*)*<([A-Za-z_][\w.:-]*)/.exec(headText(file))?.[1]

/** The encoding that a byte order mark or an XML declaration tells, else UTF-8. */
export const declaredEncoding = (file: File): string => {
  const marked = markedEncoding(file.head)
  if (marked) return marked
  const label =
    /^\uFEFF?<\?xml[^>]*\bencoding=["']([\w.-]+)["']/.exec(headText(file))?.[1] ?? 'utf-8'
  const encoding = parseEncoding(label)
  if (encoding) return encoding
  throw new MusterError(
    'encoding-unknown',
    `${file.path} declares an encoding that nobody knows: ${label}`,
  )
}

class XmlRecords {
  records: XmlElement[] = []
  readonly #parser = new SaxesParser({ xmlns: false, position: true })
  readonly #path: string
  readonly #at: XmlRecordsAt
  readonly #counts: Map<string, number>[] = [new Map()]
  #open: XmlElement | undefined
  #level = 0
  /** The level of the record that is open; 0 outside of records. */
  #record = 0
  #size = 0
  /** White space that begins the text of the open element, if text follows. */
  #blank = ''
  /** Characters since the parser last told of anything: it holds them all. */
  #silent = 0
  #rootClosed = false

  constructor(path: string, at: XmlRecordsAt) {
    this.#path = path
    this.#at = at
    this.#parser.on('opentag', (tag) => this.#opened(tag))
    this.#parser.on('closetag', () => this.#closed())
    this.#parser.on('text', (text) => this.#texted(text))
    this.#parser.on('cdata', (text) => this.#texted(text))
    this.#parser.on('doctype', () => {
      throw this.#malformed('it has a document type declaration, which no official list has')
    })
    this.#parser.on('error', (error) => {
      throw this.#malformed(error.message)
    })
  }

  write(text: string): void {
    this.#silent += text.length
    if (this.#silent > maxRecordCharacters) throw this.#malformed(tooBig)
    this.#parser.write(text)
  }

  close(): void {
    if (!this.#rootClosed)
      throw new MusterError(
        'file-truncated',
        `${this.#path} ends at line ${this.#parser.line} before its last element is closed`,
        { hint: 'Fetch the file again: it was cut off.' },
      )
    this.#parser.close()
  }

  #opened(tag: SaxesTagPlain): void {
    this.#silent = 0
    this.#blank = ''
    this.#level++
    if (this.#level > maxDepth) throw this.#malformed(`it nests deeper than ${maxDepth} elements`)
    const element = new XmlElement(tag.name, this.#open, tag.attributes)
    if (this.#record === 0) {
      const counts = this.#counts[this.#level - 1] as Map<string, number>
      element.position = (counts.get(tag.name) ?? 0) + 1
      counts.set(tag.name, element.position)
      this.#counts[this.#level] = new Map()
      if (this.#isRecord(element)) this.#record = this.#level
      else element.standAlone()
    } else {
      this.#grow(elementSize)
      ;(this.#open as XmlElement).children.push(element)
    }
    this.#open = element
  }

  #isRecord(element: XmlElement): boolean {
    return typeof this.#at === 'number' ? this.#level === this.#at : this.#at(element)
  }

  #closed(): void {
    this.#silent = 0
    this.#blank = ''
    const element = this.#open as XmlElement
    if (this.#level === this.#record) {
      element.countSiblings()
      this.records.push(element)
      this.#size = 0
      this.#record = 0
    }
    this.#open = element.parent
    this.#level--
    if (this.#level === 0) this.#rootClosed = true
  }

  #texted(text: string): void {
    this.#silent = 0
    if (this.#record === 0 || !this.#open) return
    this.#grow(text.length)
    if (this.#open.text === '' && isBlank(text)) this.#blank += text
    else {
      this.#open.text += this.#blank + text
      this.#blank = ''
    }
  }

  #grow(characters: number): void {
    this.#size += characters
    if (this.#size > maxRecordCharacters) throw this.#malformed(tooBig)
  }

  #malformed(what: string): MusterError {
    return new MusterError('file-malformed', `${this.#path}:${this.#parser.line}: ${what}`, {
      hint: 'Fetch the file again from its issuer.',
    })
  }
}
