import { type PartialDate, parsePartialDate, toSpan } from '../../model/index.ts'
import { confidenceOf, type LabelReaderId, parseConfidence } from './kinds.ts'

/** A value beside a label, and what of it could not be read: the label stands without that. */
type Told<T> = { readonly value: T; readonly faults: readonly string[] }

/** How certain a label is, by what its file says or else by what files of its kind are taken for. */
export const readConfidence = (text: string, reader: LabelReaderId): Told<number> => {
  const said = text === '' ? undefined : parseConfidence(text)
  return {
    value: said ?? confidenceOf(reader),
    faults: text === '' || said !== undefined ? [] : [`its confidence is no known level: ${text}`],
  }
}

type Days = { readonly from?: PartialDate; readonly to?: PartialDate; readonly said?: PartialDate }

/** The days of a label; one that cannot be read, or an end before its beginning, is left out and told. */
export const readDates = (texts: Readonly<Partial<Record<keyof Days, string>>>): Told<Days> => {
  const days: Partial<Record<keyof Days, PartialDate>> = {}
  const faults: string[] = []
  for (const name of ['from', 'to', 'said'] as const) {
    const text = texts[name] ?? ''
    if (text === '') continue
    const date = parsePartialDate(text)
    if (date === undefined) faults.push(`it is no date: ${text}`)
    else days[name] = date
  }
  const { from, to } = days
  if (from !== undefined && to !== undefined && toSpan(from).first > toSpan(to).last) {
    faults.push(`it ends on ${to}, before it begins on ${from}`)
    return { value: days.said === undefined ? {} : { said: days.said }, faults }
  }
  return { value: days, faults }
}
