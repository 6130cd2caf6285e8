import { type Markup, markup } from '../figures/index.ts'
import type { NewStatement } from '../model/index.ts'
import { findScript } from './language.ts'

/** A text of any script, kept from turning the direction of what stands beside it. */
export const drawText = (text: string, lang?: string): Markup => {
  const tag = findScript(text, lang)?.lang
  return markup`<bdi dir="auto"${tag ? markup` lang="${tag}"` : undefined}>${text}</bdi>`
}

/** A web address is a link; anything else that a list calls one stays text. */
const drawLink = (address: string): Markup =>
  markup`<a href="${address}" rel="noopener noreferrer">${address}</a>`

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** Longest text of a file that is shown whole beside the value that was found in it. */
const longest = 60

/** The file's own words, unless they say the same or are a long text that holds the value. */
const findOriginal = ({ value, original }: NewStatement): string | undefined => {
  if (original === undefined) return undefined
  const [whole, part] = [letters(original), letters(value)]
  return whole === part || (original.length > longest && whole.includes(part))
    ? undefined
    : original
}

/** What a statement says: the file's own words, and how they were read where that differs. */
export const drawSaid = (said: NewStatement): Markup => {
  const { value, lang } = said
  if (/^https?:\/\/[^\s]+$/i.test(value)) return drawLink(value)
  const original = findOriginal(said)
  if (original === undefined) return drawText(value, lang)
  return markup`${drawText(original, lang)} <small>read as ${drawText(value)}</small>`
}
