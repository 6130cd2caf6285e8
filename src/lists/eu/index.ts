import { headText, rootElement } from '../../formats/index.ts'
import type { ListReader } from '../reader.ts'
import { left } from './left.ts'
import { readEu } from './read.ts'

const namespace = 'http://eu.europa.ec/fpi/fsd/export'

/** EU consolidated financial sanctions list, XML 1.1 (Financial Sanctions Files). */
export const euReader: ListReader = {
  format: 'EU financial sanctions XML 1.1',
  needs: ['xml'],
  marks: { xml: ['<sanctionEntity '] },
  left,
  recognise: (file) => {
    const text = headText(file)
    if (rootElement(file) !== 'export' || !text.includes(namespace)) return undefined
    const date = /\bgenerationDate=["']([^"']+)["']/.exec(text)?.[1]
    return { list: 'eu', group: file.path, part: 'xml', date: date ? toUtc(date) : null }
  },
  read: readEu,
}

/** The list tells its time with an offset (`+02:00`); dates of lists are compared as they are written. */
const toUtc = (time: string): string | null => {
  const millisecond = Date.parse(time)
  return Number.isNaN(millisecond) ? null : new Date(millisecond).toISOString()
}
