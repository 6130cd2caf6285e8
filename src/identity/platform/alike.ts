import { parseCountry } from '../../identifiers/index.ts'
import { parsePartialDate } from '../../model/index.ts'
import { foldName } from '../../names/index.ts'
import type { StatedField } from './platform.ts'

const plainAscii = /^[\x20-\x7e]*$/

/** Text without case, marks and punctuation; most is ASCII, and patterns of all letters are slow. */
const fold = (text: string): string => {
  const isAscii = plainAscii.test(text)
  const plain = isAscii ? text : text.normalize('NFKD').replace(/\p{M}+/gu, '')
  return plain
    .toLowerCase()
    .replace(isAscii ? /[^a-z0-9]+/g : /[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * A name in any order of its parts. Other scripts and letters go the long way of names, which takes
 * twenty times as long and changes nothing that is compared here in plain Latin ones.
 */
const foldPerson = (text: string): string => {
  const plain = fold(text)
  const parts = plainAscii.test(plain) ? plain.split(' ') : foldName(text)
  return parts.sort().join(' ') || plain
}

/** How one value of each field is written alike: equality of what this gives is all that is read. */
export const alike: Readonly<Record<StatedField, (text: string) => string>> = {
  name: foldPerson,
  birthDate: (text) => parsePartialDate(text) ?? fold(text),
  country: (text) => parseCountry(text) ?? fold(text),
  nationality: (text) => parseCountry(text) ?? fold(text),
  address: fold,
  employer: fold,
}

/** Several values between `;`, in any order. */
const writeSet = (text: string, write: (part: string) => string): string => {
  const parts = text.split(';').map((part) => write(part.trim()))
  return [...new Set(parts)]
    .filter((part) => part !== '')
    .sort()
    .join('; ')
}

type Writing = {
  readonly write: (text: string) => string
  /** Known intermediaries, written alike. */
  readonly known: ReadonlySet<string>
}

/**
 * A number for each text, the same for texts that say the same, -1 where nothing is left of one; and
 * the numbers of those that say something known. Each distinct text is written alike once.
 */
export const numberAlike = (
  texts: readonly string[],
  { write, known }: Writing,
): { readonly numbers: Int32Array; readonly among: ReadonlySet<number> } => {
  const [held, read] = [new Map<string, number>(), new Map<string, number>()]
  const among = new Set<number>()
  const number = (text: string): number => {
    const said = text.includes(';') ? writeSet(text, write) : write(text)
    if (said === '') return -1
    const before = held.get(said)
    if (before !== undefined) return before
    const next = held.size
    if (known.size > 0 && said.split('; ').some((part) => known.has(part))) among.add(next)
    held.set(said, next)
    return next
  }
  const numbers = new Int32Array(texts.length).fill(-1)
  for (let i = 0; i < texts.length; i++) {
    const text = texts[i] as string
    if (text === '') continue
    const found = read.get(text) ?? number(text)
    read.set(text, found)
    numbers[i] = found
  }
  return { numbers, among }
}
