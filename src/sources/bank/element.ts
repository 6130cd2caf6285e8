import type { XmlElement } from '../../formats/index.ts'

/** The name of an element without the prefix of its namespace, which each bank chooses for itself. */
export const localName = ({ name }: XmlElement): string => name.slice(name.indexOf(':') + 1)

/** The first element of each name in turn, beginning with the children. */
export const find = (
  element: XmlElement | undefined,
  ...path: readonly string[]
): XmlElement | undefined => {
  let found = element
  for (const name of path) found = found?.children.find((child) => localName(child) === name)
  return found
}

export const findAll = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element?.children.filter((child) => localName(child) === name) ?? []

/** Its text without white space around it; '' where there is no such element. */
export const textOf = (element: XmlElement | undefined, ...path: readonly string[]): string =>
  find(element, ...path)?.text.trim() ?? ''

/** The first text of several that is there; else ''. */
export const firstText = (
  element: XmlElement | undefined,
  paths: readonly (readonly string[])[],
): string => {
  for (const path of paths) {
    const text = textOf(element, ...path)
    if (text !== '') return text
  }
  return ''
}

const repeated = new Set(['Stmt', 'Rpt', 'Ntfctn', 'Ntry', 'NtryDtls', 'TxDtls', 'CdtTrfTxInf'])

/** `/Document/BkToCstmrStmt/Stmt[2]/Ntry[3]/NtryDtls[1]/TxDtls[1]`. */
export const placeOf = (element: XmlElement): string => {
  const name = localName(element)
  const above = element.parent ? placeOf(element.parent) : ''
  return `${above}/${name}${repeated.has(name) ? `[${element.position}]` : ''}`
}
