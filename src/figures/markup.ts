/** Text of a page or picture in which every value has been escaped. Only the `markup` tag makes one. */
export type Markup = { readonly text: string }

type Filling = string | number | Markup | readonly Markup[] | undefined

const named: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/**
 * Signs of HTML; halves of characters; controls, and the marks that turn the direction of what
 * follows, which could make one name look like another.
 */
const unsafe =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[&<>"']|[\ud800-\udfff]|[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu

const hex = (letter: string): string =>
  (letter.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')

/** Makes a value safe inside an element and inside a quoted attribute; hidden marks become visible. */
export const escapeText = (value: string): string =>
  value.replace(unsafe, (letter) => named[letter] ?? `[U+${hex(letter)}]`)

const fill = (filling: Filling): string => {
  if (filling === undefined) return ''
  if (typeof filling === 'string') return escapeText(filling)
  if (typeof filling === 'number') return String(filling)
  if ('text' in filling) return filling.text
  return filling.map((each) => each.text).join('')
}

/**
 * HTML or SVG in which values are escaped and other markup is taken as it is.
 *
 * @example markup`<p title="${value}">${value}</p>`
 */
export const markup = (parts: TemplateStringsArray, ...filling: readonly Filling[]): Markup => ({
  text: parts.reduce((text, part, i) => text + fill(filling[i - 1]) + part),
})
