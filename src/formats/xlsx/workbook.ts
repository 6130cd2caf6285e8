import { posix } from 'node:path'
import { MusterError } from '../../model/index.ts'
import type { Zip } from '../zip.ts'
import { builtInFormats, type DateFormat, parseDateFormat } from './dates.ts'
import { readPart } from './part.ts'

const maxStringCharacters = 268_435_456

/** What the cells of a sheet refer to. */
export type Workbook = {
  /** The part that holds the sheet. */
  readonly sheet: string
  readonly strings: readonly string[]
  /** By the number of a cell's style; undefined where it shows no date. */
  readonly dateFormats: readonly (DateFormat | undefined)[]
  readonly isFrom1904: boolean
}

type Relation = { readonly type: string; readonly part: string }

/**
 * Reads a workbook without its sheets. `sheet` is the name of the one that is meant, the first where
 * nothing is said. Error: `file-malformed`, with the names of its sheets where that one is missing.
 */
export const readWorkbook = (zip: Zip, path: string, sheet?: string): Workbook => {
  const main = [...readRelations(zip, path, '').values()].find(
    ({ type }) => type === 'officeDocument',
  )
  const name = main?.part ?? 'xl/workbook.xml'
  const relations = readRelations(zip, path, name)
  const sheets: { name: string; part: string | undefined }[] = []
  let isFrom1904 = false
  readPart(zip, path, name, {
    open: (element, attributes) => {
      if (element === 'workbookPr') isFrom1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '')
      if (element !== 'sheet') return
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? ''
      const relation = relations.get(id)
      if (relation?.type === 'worksheet')
        sheets.push({ name: attributes.name ?? '', part: relation.part })
    },
  })
  const found = sheet === undefined ? sheets[0] : sheets.find((each) => each.name === sheet)
  if (!found?.part)
    throw new MusterError(
      'file-malformed',
      sheet === undefined ? `${path} has no sheet` : `${path} has no sheet "${sheet}"`,
      { hint: `Its sheets are: ${sheets.map((each) => each.name).join(', ') || 'none'}.` },
    )
  const partOf = (type: string): string | undefined =>
    [...relations.values()].find((relation) => relation.type === type && zip.has(relation.part))
      ?.part
  const [strings, styles] = [partOf('sharedStrings'), partOf('styles')]
  return {
    sheet: found.part,
    strings: strings === undefined ? [] : readStrings(zip, path, strings),
    dateFormats: styles === undefined ? [] : readStyles(zip, path, styles),
    isFrom1904,
  }
}

/** The parts that a part refers to, by id; `` is the package itself. */
const readRelations = (zip: Zip, path: string, part: string): ReadonlyMap<string, Relation> => {
  const folder = posix.dirname(part)
  const name = posix.join(folder, '_rels', `${posix.basename(part)}.rels`)
  const relations = new Map<string, Relation>()
  if (!zip.has(name)) return relations
  readPart(zip, path, name, {
    open: (element, { Id, Type, Target }) => {
      if (element !== 'Relationship' || !Id || !Target) return
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target)
      relations.set(Id, { type: posix.basename(Type ?? ''), part: target })
    },
  })
  return relations
}

const readStrings = (zip: Zip, path: string, part: string): string[] => {
  const strings: string[] = []
  let text = ''
  let size = 0
  let phonetic = 0
  readPart(zip, path, part, {
    open: (element) => {
      if (element === 'si') text = ''
      if (element === 'rPh') phonetic++
    },
    close: (element, own) => {
      // The reading aid of East Asian texts stands beside the text, it is not part of it.
      if (element === 'rPh') phonetic--
      if (element === 't' && phonetic === 0) text += own
      if (element !== 'si') return
      strings.push(unescapeText(text))
      size += text.length + 16
      if (size > maxStringCharacters)
        throw new MusterError('file-malformed', `${path} holds more text than any table would`)
    },
  })
  return strings
}

const readStyles = (zip: Zip, path: string, part: string): (DateFormat | undefined)[] => {
  const formats = new Map(Object.entries(builtInFormats))
  const styles: (DateFormat | undefined)[] = []
  let isInCells = false
  readPart(zip, path, part, {
    open: (element, { numFmtId = '', formatCode = '' }) => {
      if (element === 'numFmt') formats.set(numFmtId, formatCode)
      if (element === 'cellXfs') isInCells = true
      if (element === 'xf' && isInCells) styles.push(parseDateFormat(formats.get(numFmtId) ?? '#'))
    },
    close: (element) => {
      if (element === 'cellXfs') isInCells = false
    },
  })
  return styles
}

/** `_x000D_` stands for a character that XML cannot hold (ECMA-376 part 1, 22.9.2.19). */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text
