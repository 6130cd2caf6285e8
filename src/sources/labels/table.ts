import { type CsvRow, type File, headText, readCsv } from '../../formats/index.ts'
import { type LabelKind, labelKinds, type Source } from '../../model/index.ts'
import { sniffDelimiter } from '../subjects/delimiter.ts'
import { classify, conceptOfKind, isConcept } from './kinds.ts'
import { faultOfAddress, type LabelRead, type LabelReader, rejectLabel } from './reader.ts'
import { readConfidence, readDates } from './told.ts'

const needed = ['address', 'kind', 'label'] as const

/** A table of an operator's own: `address,kind,label[,source,category,confidence,from,to,actor]`. */
export const labelTables: LabelReader = {
  id: 'table',
  about: 'a table of labels: address,kind,label[,source,category,confidence,from,to,actor]',
  recognise: (file) => {
    const head = headText(file, 'utf-8')
    const header = (head.split(/\r?\n/)[0] ?? '')
      .replace(/^\uFEFF/, '')
      .split(sniffDelimiter(head))
      .map((name) => name.trim().replace(/^"(.*)"$/, '$1'))
    return needed.every((name) => header.includes(name))
  },
  read: readTable,
}

async function* readTable(file: File, source: Source): AsyncGenerator<LabelRead> {
  const delimiter = sniffDelimiter(headText(file, 'utf-8'))
  for await (const row of (await readCsv(file, { delimiter })).rows) {
    if (row.ok) yield* readRow(row, file, source)
    else yield rejectLabel(source, { place: `row:${row.row}`, reason: row.reason, text: row.text })
  }
}

function* readRow(row: CsvRow, file: File, source: Source): Generator<LabelRead> {
  const place = `row:${row.row}`
  const reject = (reason: string): LabelRead =>
    rejectLabel(source, { place, reason, text: row.cells.join(',') })
  const cell = (name: string): string => row.value(name)?.value ?? ''
  const address = cell('address')
  const said = classifyKind(cell('kind'), cell('category'))
  const fault = faultOfAddress(address)
  if (fault !== undefined) return yield reject(fault)
  if (typeof said === 'string') return yield reject(said)
  const confidence = readConfidence(cell('confidence'), 'table')
  const dates = readDates({ from: cell('from'), to: cell('to') })
  for (const reason of [...confidence.faults, ...dates.faults]) yield reject(reason)
  yield {
    ok: true,
    label: {
      address,
      ...said,
      label: cell('label') || said.category,
      source: cell('source') || file.name,
      confidence: confidence.value,
      ...dates.value,
      ...(cell('actor') ? { actor: cell('actor') } : {}),
      place,
    },
  }
}

const isKind = (word: string): word is LabelKind => labelKinds.some((kind) => kind === word)

/** A kind of stop or a concept of the taxonomy; nothing where value is followed on; else what is wrong. */
const classifyKind = (
  word: string,
  category: string,
): { readonly kind: LabelKind | null; readonly category: string } | string => {
  if (isKind(word)) return { kind: word, category: category || conceptOfKind(word) }
  if (word !== '' && !isConcept(word))
    return `${word} is no kind (${labelKinds.join(', ')}) and no concept of the taxonomy`
  if (word === '') return { kind: null, category: category || 'unknown' }
  return { ...classify({ words: [word] }), ...(category ? { category } : {}) }
}
