import { SaxesParser } from 'saxes'
import { MusterError } from '../../model/index.ts'
import type { Zip } from '../zip.ts'

const maxDepth = 64
const maxTextCharacters = 4_194_304

/** What a reader of a part is told; names come without their namespace prefix. */
export type PartHandler = {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  /** `text` is all text of the element itself. */
  readonly close?: (name: string, text: string) => void
}

/**
 * Parses one part of a workbook piece by piece; yields after each piece, so that what was read can be
 * handed on. Document types are refused, so no entity of the file's own is expanded.
 */
export function* parsePart(
  zip: Zip,
  path: string,
  name: string,
  handler: PartHandler,
): Generator<void> {
  const malformed = (what: string): MusterError =>
    new MusterError('file-malformed', `${path}, ${name}: ${what}`, {
      hint: 'Save the table again, or save it as CSV.',
    })
  const parser = new SaxesParser({ xmlns: false, position: false })
  const texts: string[] = []
  let silent = 0
  const gain = (text: string): void => {
    silent = 0
    const whole = (texts.at(-1) ?? '') + text
    if (whole.length > maxTextCharacters) throw malformed('a text is endless')
    if (texts.length > 0) texts[texts.length - 1] = whole
  }
  parser.on('opentag', (tag) => {
    silent = 0
    if (texts.push('') > maxDepth) throw malformed(`it nests deeper than ${maxDepth} elements`)
    handler.open?.(localName(tag.name), tag.attributes)
  })
  parser.on('closetag', (tag) => {
    silent = 0
    handler.close?.(localName(tag.name), texts.pop() as string)
  })
  parser.on('text', gain)
  parser.on('cdata', gain)
  parser.on('doctype', () => {
    throw malformed('it has a document type declaration')
  })
  parser.on('error', (error) => {
    throw malformed(error.message)
  })
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for (const piece of zip.inflate(name)) {
    let text: string
    try {
      text = decoder.decode(piece, { stream: true })
    } catch (cause) {
      throw new MusterError('encoding-broken', `${path}, ${name} is no UTF-8`, { cause })
    }
    silent += text.length
    if (silent > maxTextCharacters) throw malformed('a text is endless')
    parser.write(text)
    yield
  }
  parser.close()
}

/** Reads a part to its end. */
export const readPart = (zip: Zip, path: string, name: string, handler: PartHandler): void => {
  for (const _ of parsePart(zip, path, name, handler));
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)
