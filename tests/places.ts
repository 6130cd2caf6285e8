import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { NewStatement } from '../src/model/index.ts'

/**
 * Reads files on its own, sharing nothing with the readers, so that tests can look a statement up at
 * its place and see that the file says so.
 */

/** White space runs to one space: the form in which texts of a file are compared. */
const fold = (text: string): string => text.replace(/\s+/g, ' ').trim()

export const readWholeFile = (path: string): string => {
  const bytes = readFileSync(path)
  return (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8').replace(/^\uFEFF/, '')
}

/** What a file says at a place; undefined where it has no such place. */
export type Lookup = (place: string) => string | undefined

/** What is wrong with a statement's place, undefined where the file says it there. */
export const faultOf = (lookup: Lookup, said: NewStatement): string | undefined => {
  const text = lookup(said.place)
  const wanted = fold(said.original ?? said.value)
  if (text === undefined) return `${said.place}: no such place (${said.prop}=${said.value})`
  return fold(text).includes(wanted)
    ? undefined
    : `${said.place}: ${said.prop}: "${wanted}" is not in "${fold(text)}"`
}

type Node = {
  readonly name: string
  readonly attributes: Map<string, string>
  readonly content: (Node | string)[]
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const withoutEntities = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (all, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16))
    return decimal ? String.fromCodePoint(Number(decimal)) : (named[name] ?? all)
  })

const token =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([^\s/>]+)([^>]*?)(\/?)>|([^<]+)/g

const parseNodes = (xml: string): Node => {
  const root: Node = { name: '', attributes: new Map(), content: [] }
  const open = [root]
  for (const [, cdata, closing, name, attributes, empty, text] of xml.matchAll(token)) {
    const top = open.at(-1) as Node
    if (text !== undefined) top.content.push(withoutEntities(text))
    else if (cdata !== undefined) top.content.push(cdata)
    else if (name === undefined) continue
    else if (closing) open.pop()
    else {
      const pairs = (attributes ?? '').matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)
      const node: Node = {
        name,
        attributes: new Map(
          [...pairs].map(([, key, a, b]) => [key as string, withoutEntities(a ?? b ?? '')]),
        ),
        content: [],
      }
      top.content.push(node)
      if (!empty) open.push(node)
    }
  }
  return root
}

/** Values of the attributes, then the text, of an element and of what it holds, on one line. */
const allText = (node: Node): string =>
  fold(
    [
      ...node.attributes.values(),
      ...node.content.map((part) => (typeof part === 'string' ? part : allText(part))),
    ].join(' '),
  )

/**
 * Looks places up in an XML file. A step without a number must be the only one of its name, save
 * that a list of records may have just one.
 */
export const xmlPlaces = (xml: string): Lookup => {
  const root = parseNodes(xml)
  const families = new Map<Node, Map<string, Node[]>>()
  const family = (node: Node, name: string): Node[] => {
    let names = families.get(node)
    if (!names) {
      names = new Map()
      for (const part of node.content) {
        if (typeof part === 'string') continue
        const same = names.get(part.name)
        if (same) same.push(part)
        else names.set(part.name, [part])
      }
      families.set(node, names)
    }
    return names.get(name) ?? []
  }
  return (place) => {
    const [path = '', attribute] = place.split('/@')
    let node = root
    for (const step of path.split('/').slice(1)) {
      const [, name = '', position] = /^([^[]+)(?:\[(\d+)\])?$/.exec(step) ?? []
      const same = family(node, name)
      if (!position && same.length !== 1) return undefined
      const next = same[Number(position ?? 1) - 1]
      if (!next) return undefined
      node = next
    }
    return attribute === undefined ? allText(node) : node.attributes.get(attribute)
  }
}

const csvCell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y

/** Rows of a delimited text with double quotes, as RFC 4180 has them; remark lines are left out. */
export const csvRows = (text: string, comment?: string): string[][] => {
  const rows: string[][] = []
  let row: string[] = []
  csvCell.lastIndex = 0
  while (csvCell.lastIndex < text.length) {
    if (row.length === 0 && comment && text.startsWith(comment, csvCell.lastIndex)) {
      csvCell.lastIndex = text.indexOf('\n', csvCell.lastIndex) + 1
      continue
    }
    const [, quoted, bare, end] = csvCell.exec(text) ?? [undefined, undefined, text, '']
    row.push(quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'))
    if (end === ',') continue
    if (row.length > 1 || row[0] !== '') rows.push(row)
    row = []
  }
  return rows
}

/** Looks `row:N/column` up in a delimited file whose first row is the header. */
export const csvPlaces = (text: string, comment?: string): Lookup => {
  const [header = [], ...rows] = csvRows(text, comment)
  return (place) => {
    const [, row, column] = /^row:(\d+)(?:\/(.+))?$/.exec(place) ?? []
    const cells = rows[Number(row) - 1]
    return column === undefined ? cells?.join(',') : cells?.[header.indexOf(column)]
  }
}
