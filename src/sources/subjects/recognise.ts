import { type File, headText, isXlsx, rootElement } from '../../formats/index.ts'
import { sniffDelimiter } from './delimiter.ts'
import { isLookedFor, toField } from './properties.ts'
import { isJson } from './read.ts'

/** Columns of lists of designations: who is on a list is no subject, and list readers know their own. */
const designating = /sanction|designat|listing ?date|^programs$|programKey|unscId|celex/i

/**
 * Whether a file looks like a list of subjects, by its head alone: a table whose header names
 * something to look for, JSON lines with a schema or such a property, or a workbook.
 */
export const looksLikeSubjects = (file: File): boolean => {
  if (isXlsx(file)) return true
  if (rootElement(file)) return false
  const head = headText(file)
  const names = isJson(head) ? namesOf(head) : headerOf(head)
  return names.some(isTelling) && !names.some((name) => designating.test(name))
}

const isTelling = (name: string): boolean => name === 'schema' || isLookedFor(toField(name) ?? '')

/** Names of the first line's members; those of a line longer than the head, as far as it goes. */
const namesOf = (head: string): string[] => {
  const line = /\{[^\r\n]*/.exec(head)?.[0] ?? ''
  try {
    return Object.keys(JSON.parse(line) as object)
  } catch {
    return [...line.matchAll(/"([^"\\]{1,64})"\s*:/g)].map(([, name]) => name as string)
  }
}

const headerOf = (head: string): string[] =>
  (/^\uFEFF?[\r\n ]*([^\r\n]*)/.exec(head)?.[1] ?? '')
    .split(sniffDelimiter(head))
    .map((name) => name.trim().replace(/^"(.*)"$/, '$1'))
