import type { XmlElement } from '../../formats/index.ts'
import { partialDate } from '../../model/index.ts'
import { firstText } from './element.ts'

const iso = /^(\d{4})-(\d\d)-(\d\d)(T\d\d:\d\d:\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/

/**
 * Milliseconds since 1970 of a date or time in XML. A date stands for its first moment in UTC, whatever
 * its zone; a time without a zone is taken for UTC. Undefined for other text.
 */
export const parseTime = (text: string): number | undefined => {
  const [, year, month, day, time, zone = 'Z'] = iso.exec(text) ?? []
  if (partialDate(Number(year), Number(month), Number(day)) === undefined) return undefined
  const moment = Date.parse(
    time ? `${year}-${month}-${day}${time}${zone}` : `${year}-${month}-${day}`,
  )
  return Number.isNaN(moment) ? undefined : moment
}

/** The time of a date that may be a day or a moment: `<BookgDt><Dt>…` or `<BookgDt><DtTm>…`. */
export const readTime = (
  element: XmlElement | undefined,
): { readonly text: string; readonly time: number | undefined } => {
  const text = firstText(element, [['DtTm'], ['Dt']]) || (element?.text.trim() ?? '')
  return { text, time: parseTime(text) }
}
