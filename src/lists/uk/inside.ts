import type { XmlElement, XmlValue } from '../../formats/index.ts'

/** Texts of the elements inside a list element: `Titles/Title`, `DOBs/DOB`. */
export const inside = (element: XmlElement, list: string, name: string): readonly XmlValue[] =>
  element.all(list).flatMap((each) => each.values(name))
