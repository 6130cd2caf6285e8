import { headText, rootElement } from '../../formats/index.ts'
import { parsePartialDate } from '../../model/index.ts'
import type { ListReader } from '../reader.ts'
import { left } from './left.ts'
import { readUk } from './read.ts'

/** UK Sanctions List of the Foreign, Commonwealth and Development Office, XML. */
export const ukReader: ListReader = {
  format: 'UK Sanctions List XML',
  needs: ['xml'],
  marks: { xml: ['<Designation>'] },
  left,
  recognise: (file) => {
    if (rootElement(file) !== 'Designations') return undefined
    const date = dateInside(headText(file)) ?? dateInName(file.name)
    return { list: 'uk', group: file.path, part: 'xml', date: date ?? null }
  },
  read: readUk,
}

const dateInside = (text: string): string | undefined => {
  const generated = /<DateGenerated>\s*([^<]+?)\s*<\/DateGenerated>/.exec(text)?.[1]
  return generated && parsePartialDate(generated)
}

const dateInName = (name: string): string | undefined => {
  const [, year, month, day] = /(?<!\d)(\d{4})[-_]?(\d\d)[-_]?(\d\d)(?!\d)/.exec(name) ?? []
  return year && parsePartialDate(`${year}-${month}-${day}`)
}
