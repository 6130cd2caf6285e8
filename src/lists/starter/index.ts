import { headText } from '../../formats/index.ts'
import type { ListReader } from '../reader.ts'
import { columns, readStarter } from './read.ts'

export { starterPath } from './path.ts'

/** The small table of public facts that ships with Muster for a first run without the network. */
export const starterReader: ListReader = {
  format: 'Muster starter list',
  needs: ['csv'],
  marks: { csv: [',Person,', ',Company,', ',PublicBody,', ',Organization,', ',Vessel,'] },
  left: {},
  recognise: (file) => {
    const text = headText(file)
    if (!text.startsWith('# Muster starter list') || !text.includes(`\n${columns.join(',')}`))
      return undefined
    const date = /^# date: (\d{4}-\d\d-\d\d)$/m.exec(text)?.[1] ?? null
    return { list: 'starter', group: file.path, part: 'csv', date }
  },
  read: readStarter,
}
