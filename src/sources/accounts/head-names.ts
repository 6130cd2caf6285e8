import { type File, headText, isXlsx, rootElement } from '../../formats/index.ts'
import { sniffDelimiter } from '../subjects/delimiter.ts'
import { isJson } from '../subjects/read.ts'

/** The columns that the header of a table names, or the members of the first of JSON lines; none of other files. */
export const headNames = (file: File): readonly string[] => {
  if (isXlsx(file) || rootElement(file)) return []
  const head = headText(file).replace('\uFEFF', '')
  const line = /^\s*([^\r\n]*)/.exec(head)?.[1] ?? ''
  return isJson(head)
    ? [...line.matchAll(/"([^"\\]{1,64})"\s*:/g)].map(([, name]) => name as string)
    : line.split(sniffDelimiter(head)).map((name) => name.trim().replace(/^"(.*)"$/, '$1'))
}
