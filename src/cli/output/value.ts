/** A row of an answer: column to value. */
export type AnswerRow = Readonly<Record<string, unknown>>

/** C1 controls and DEL are legal in JSON but act on terminals; their escapes are the same JSON. */
const acting = /[\u007f-\u009f\u2028\u2029]/g

/**
 * JSON of a value on one line. An integer that a double cannot hold exactly is written as a decimal
 * string, so that no reader rounds it.
 */
export const toJson = (value: unknown): string =>
  escapeActing(JSON.stringify(value, exactNumbers) ?? 'null')

/** The same of a value that holds no integer beyond a double, at a fraction of the time. */
export const toPlainJson = (value: object): string => escapeActing(JSON.stringify(value))

const escapeActing = (json: string): string =>
  json.replace(acting, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`)

const exactNumbers = (_key: string, part: unknown): unknown => {
  if (typeof part !== 'bigint') return part
  const number = Number(part)
  return Number.isSafeInteger(number) ? number : part.toString()
}

/** A value as the text of one cell: nothing for null, several values joined by `;`, else JSON. */
export const toCell = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'object') return String(value)
  const simple = Array.isArray(value) && value.every((part) => typeof part !== 'object')
  return simple ? value.map(toCell).join(';') : toJson(value)
}
