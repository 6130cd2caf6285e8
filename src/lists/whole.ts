import type { XmlElement } from '../formats/index.ts'
import type { Placed } from '../model/index.ts'

/** Values of the attributes, then the text, of an element and of all that it holds, on one line. */
const allText = (element: XmlElement): string =>
  [...Object.values(element.attributes), element.text, ...element.children.map(allText)]
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()

/**
 * An element as the place of a value that is made of several parts of it. The text is what the
 * element holds, on one line; `value` is the made value. Undefined where the value is empty.
 */
export const wholeOf = (element: XmlElement, value?: string): Placed | undefined => {
  if (value === '') return undefined
  const text = allText(element)
  return { text, value: value ?? text, place: element.place }
}
