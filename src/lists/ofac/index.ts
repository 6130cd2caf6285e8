import type { ListReader } from '../reader.ts'
import { readOfacCsv } from './csv.ts'
import { csvLeft, xmlLeft } from './left.ts'
import { recogniseCsv, recogniseXml } from './recognise.ts'
import { readOfacXml } from './xml.ts'

export { isKnownLabel } from './labels.ts'
export { unknownClauses } from './remarks.ts'

/** OFAC's SDN list and its consolidated list of all others, `sdnList` XML. */
export const ofacXmlReader: ListReader = {
  format: 'OFAC sdnList XML',
  needs: ['xml'],
  marks: { xml: ['<sdnEntry>'] },
  left: xmlLeft,
  recognise: recogniseXml,
  read: readOfacXml,
}

/** OFAC's legacy CSV sets: sdn, alt, add, sdn_comments, and cons_prim with its own tables. */
export const ofacCsvReader: ListReader = {
  format: 'OFAC legacy CSV',
  needs: ['sdn'],
  // Rows have no mark of their own, and none of OFAC's holds a line break in a cell.
  marks: { sdn: ['\n'] },
  left: csvLeft,
  recognise: recogniseCsv,
  read: readOfacCsv,
}
