import type { Description, Placed } from '../../model/index.ts'
import { readLabelledNumbers } from '../labelled-numbers.ts'

/** What stands in brackets after a number says what number it is. */
const kinds: readonly (readonly [label: RegExp, digits: RegExp, prop: string])[] = [
  [/\bINN\b|\bTIN\b|tax/i, /^(?:\d{10}|\d{12})$/, 'innCode'],
  [/\bTIN\b|tax/i, /\d/, 'taxNumber'],
  [/\bOGRN\b/i, /^(?:\d{13}|\d{15})$/, 'ogrnCode'],
  [/\bUSCC\b|unified social credit/i, /^[0-9A-Z]{18}$/, 'uscCode'],
]

const withRemark = /^(.*?\S)\s*\(([^()]+)\)$/s

/** Registration and tax numbers; the remark in brackets is no part of the number. */
export const readNumbers = (
  cells: readonly Placed[],
  prop: 'registrationNumber' | 'taxNumber',
  entry: Description,
): void => {
  for (const cell of cells)
    if (!readLabelledNumbers(cell, entry))
      for (const text of cell.value.split(/(?<=\)),\s+/)) sayNumber({ ...cell, text }, prop, entry)
}

const sayNumber = (cell: Placed, prop: string, entry: Description): void => {
  const [, number = cell.text, remark = ''] = withRemark.exec(cell.text) ?? []
  const numbers = /^\d+(?:, \d+)+$/.test(number) ? number.split(', ') : [number]
  for (const each of numbers) {
    const kind = kinds.find(([label, digits]) => label.test(remark) && digits.test(each))
    const bare = /\d/.test(each) ? each : cell.text
    entry.say(kind?.[2] ?? prop, cell, bare.replace(/^cr\.? no\.?:?\s*/i, ''))
  }
}
