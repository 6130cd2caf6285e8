import { type File, headText, rootElement } from '../../formats/index.ts'
import { isJson, sniffDelimiter } from './read.ts'

/** Properties one of which every file of subjects has. */
const naming = [
  'name',
  'firstname',
  'lastname',
  'publickey',
  'imonumber',
  'email',
  'passportnumber',
]

/** Whether a file looks like a list of subjects: by its header, or by its first line of JSON. */
export const looksLikeSubjects = (file: File): boolean => {
  if (rootElement(file)) return false
  const head = headText(file)
  if (isJson(file)) {
    const line = /\{[^\r\n]*/.exec(head)?.[0] ?? ''
    return /"(?:schema|name|properties|publicKey|imoNumber)"\s*:/.test(line)
  }
  const header = (/^[^\r\n]*/.exec(head)?.[0] ?? '').replaceAll('"', '')
  const columns = header.split(sniffDelimiter(head)).map((name) =>
    name
      .replace(/^\uFEFF/, '')
      .toLowerCase()
      .replace(/[\s_-]+/g, ''),
  )
  return naming.some((name) => columns.includes(name))
}
