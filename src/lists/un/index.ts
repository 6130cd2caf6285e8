import { headText, rootElement } from '../../formats/index.ts'
import type { ListReader } from '../reader.ts'
import { left } from './left.ts'
import { readUn } from './read.ts'

/** UN Security Council consolidated list, XML (sc-sanctions.xsd). */
export const unReader: ListReader = {
  format: 'UN consolidated XML',
  needs: ['xml'],
  marks: { xml: ['<INDIVIDUAL>', '<ENTITY>'] },
  left,
  recognise: (file) => {
    if (rootElement(file) !== 'CONSOLIDATED_LIST') return undefined
    const date = /\bdateGenerated=["']([^"']+)["']/.exec(headText(file))?.[1] ?? null
    return { list: 'un', group: file.path, part: 'xml', date }
  },
  read: readUn,
}
