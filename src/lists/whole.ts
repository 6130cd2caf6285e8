import type { XmlElement } from '../formats/index.ts'
import type { Placed } from '../model/index.ts'

const fold = (parts: readonly string[]): string => parts.join(' ').replace(/\s+/g, ' ').trim()

/** Values of the attributes, then the text, of an element and of all that it holds, on one line. */
const allText = (element: XmlElement): string => {
  const texts: string[] = []
  collectText(element, texts)
  return texts.join(' ').replace(/\s+/g, ' ').trim()
}

const collectText = (element: XmlElement, texts: string[]): void => {
  for (const name in element.attributes) texts.push(element.attributes[name] as string)
  const text = element.text.trim()
  if (text) texts.push(text)
  for (const child of element.children) collectText(child, texts)
}

/**
 * An element as the place of a value that is made of several parts of it. The text is what the
 * element holds, on one line; `value` is the made value. Undefined where the value is empty.
 */
export const wholeOf = (element: XmlElement, value?: string): Placed | undefined => {
  if (value === '') return undefined
  const text = allText(element)
  return { text, value: value ?? text, place: element.place }
}

/** The same for a value that is made of the element's own attributes, whose values are the text. */
export const attributesOf = (element: XmlElement, value?: string): Placed | undefined => {
  if (value === '') return undefined
  const text = fold(Object.values(element.attributes))
  return { text, value: value ?? text, place: element.place }
}

/** Makes one value of the parts that say anything; lists print `-` and the like for nothing. */
export const joined = (parts: readonly (string | undefined)[]): string =>
  parts
    .filter((part) => part !== undefined && /[\p{L}\p{N}]/u.test(part))
    .join(', ')
    .replace(/\s+/g, ' ')
