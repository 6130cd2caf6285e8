import type { Description, Placed } from '../../model/index.ts'
import { readProse } from '../prose.ts'

/** A remark on the entry is kept whole, and read out as well. */
export const readRemark = (remark: Placed, entry: Description): void => {
  entry.say('notes', remark)
  readProse(remark, entry)
}
