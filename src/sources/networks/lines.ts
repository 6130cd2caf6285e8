import { decode, type File, headText } from '../../formats/index.ts'
import type { ListedValue, Source } from '../../model/index.ts'
import { type ListRead, reject } from './list.ts'

/** A line with its remark, which `#` begins, and its number from 1. */
type Line = { readonly value: string; readonly remark: string; readonly line: number }

const toLine = (text: string, line: number): Line => {
  const at = text.indexOf('#')
  const value = (at === -1 ? text : text.slice(0, at)).trim()
  return { value, remark: at === -1 ? '' : text.slice(at + 1).trim(), line }
}

/** Streams the lines that hold a value; blank lines and remarks are passed over. */
async function* linesOf(file: File): AsyncGenerator<Line> {
  let rest = ''
  let line = 0
  for await (const text of decode(file, 'utf-8')) {
    const parts = (rest + text).split('\n')
    rest = parts.pop() as string
    for (const part of parts) {
      const found = toLine(part, ++line)
      if (found.value !== '') yield found
    }
  }
  const last = toLine(rest, ++line)
  if (last.value !== '') yield last
}

/** Whether all lines of the head, save the last, which may be cut, are of one form; one at least. */
export const areLines = (file: File, isForm: (value: string) => boolean): boolean => {
  const lines = headText(file, 'utf-8').split('\n')
  const whole = lines.length > 1 ? lines.slice(0, -1) : lines
  const values = whole.map((text) => toLine(text, 0).value).filter((value) => value !== '')
  return values.length > 0 && values.every(isForm)
}

export type LineForm = {
  /** What a line must be, for people. */
  readonly form: string
  readonly toListed: (value: string, remark: string) => Omit<ListedValue, 'place'> | undefined
}

/** Reads a list with a value a line. */
export async function* readLines(
  file: File,
  source: Source,
  { form, toListed }: LineForm,
): AsyncGenerator<ListRead> {
  for await (const { value, remark, line } of linesOf(file)) {
    const place = `line:${line}`
    const listed = toListed(value, remark)
    yield listed
      ? { ok: true, listed: { ...listed, place } }
      : reject(source, place, `it is no ${form}`, value)
  }
}
