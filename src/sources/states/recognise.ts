import { type File, headText, isXlsx, rootElement } from '../../formats/index.ts'
import { neededColumns, toColumn } from './columns.ts'
import { delimiterOf, isJsonLines, isRemarked } from './read.ts'

/** Whether a file holds statements about states, by the columns that its header or first line names. */
export const looksLikeStateStatements = (file: File): boolean => {
  if (isXlsx(file) || rootElement(file)) return false
  const head = headText(file).replace('\uFEFF', '')
  const names = isJsonLines(head) ? namesOf(head) : headerOf(head)
  const found = new Set(names.map(toColumn))
  return neededColumns.every((column) => found.has(column))
}

/** Names of the members of the first line, as far as the head goes. */
const namesOf = (head: string): string[] => {
  const line = /\{[^\r\n]*/.exec(head)?.[0] ?? ''
  return [...line.matchAll(/"([^"\\]{1,64})"\s*:/g)].map(([, name]) => name as string)
}

const headerOf = (head: string): string[] => {
  const lines = head.split(/\r?\n|\r/)
  const header = lines.find((line) => line.trim() !== '' && !(isRemarked(head) && line[0] === '#'))
  return (header ?? '').split(delimiterOf(head)).map((name) => name.replace(/^"(.*)"$/, '$1'))
}
