import { parseCountry } from '../../identifiers/index.ts'
import type { Description, Placed, Said, Schema } from '../../model/index.ts'

const bodies: ReadonlySet<Schema> = new Set(['LegalEntity', 'Organization', 'Company'])

const digits = (text: string): number => text.replace(/\D/g, '').length

/** Several telephone numbers may stand in one value. */
export const readPhones = (cells: readonly Placed[], entry: Description): void => {
  for (const cell of cells)
    for (const part of cell.value.split(/,|\s\/\s/).map((each) => each.trim()))
      if (digits(part) >= 5) entry.say('phone', { ...cell, text: part, value: part })
      else if (part !== '') entry.say('notes', { ...cell, text: part, value: part })
}

/** Several addresses may stand in one value, with words between them. */
export const readEmails = (cells: readonly Placed[], entry: Description): void => {
  for (const cell of cells) {
    const found = cell.value.match(/[^\s,;()]+@[^\s,;()]*[^\s,;().]/g) ?? []
    for (const email of found) entry.say('email', { ...cell, text: email, value: email })
    if (found.length === 0) entry.say('notes', cell)
  }
}

/** An address stands as one line, and mostly ends with its country. */
export const readAddresses = (cells: readonly Placed[], entry: Description): void => {
  for (const cell of cells) {
    const last = cell.value.split(',').at(-1)?.trim().replace(/\.$/, '') ?? ''
    const code = parseCountry(last)
    const country: readonly Said[] = code ? [['country', { ...cell, text: last }, code]] : []
    if (code && bodies.has(entry.schema)) entry.say('country', { ...cell, text: last }, code)
    entry.part('address', 'Address', cell, [['full', cell], ...country])
  }
}
