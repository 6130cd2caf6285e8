import { parseSync } from 'oxc-parser'
import { impure } from './floors.ts'

/** One import, export-from, `import()` or `import('…')` type; no specifier where it is computed. */
export type Import = {
  readonly specifier: string | undefined
  readonly line: number
  /** Erased before the code runs. */
  readonly typeOnly: boolean
}

/** What one file imports, and what it takes from the world instead of being given it. */
export type Module = {
  readonly imports: readonly Import[]
  readonly takes: readonly { readonly what: string; readonly line: number }[]
}

type Node = { readonly type: string; readonly start: number } & Readonly<Record<string, unknown>>

const isNode = (part: unknown): part is Node =>
  typeof part === 'object' && part !== null && 'type' in part && typeof part.type === 'string'

/** Where each kind of node that reaches another file names it. */
const sources: Readonly<Record<string, (node: Node) => unknown>> = {
  ImportDeclaration: (node) => node.source,
  ExportAllDeclaration: (node) => node.source,
  ExportNamedDeclaration: (node) => node.source ?? undefined,
  ImportExpression: (node) => node.source,
  TSImportType: (node) => node.source,
  TSExternalModuleReference: (node) => node.expression,
  CallExpression: (node) =>
    nameOf(node.callee) === 'require' ? (node.arguments as unknown[])[0] : undefined,
}

/** Reads a TypeScript file; throws where it cannot be parsed, so that nothing passes unread. */
export const readModule = (path: string, text: string): Module => {
  const { program, errors } = parseSync(path, text)
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`)
  const imports: Import[] = []
  const takes: { what: string; line: number }[] = []
  const lineOf = (node: Node): number => text.slice(0, node.start).split('\n').length

  const visit = (node: Node, parent: Node, inType: boolean): void => {
    const source = sources[node.type]?.(node)
    if (source !== undefined) {
      const typeOnly = inType || node.importKind === 'type' || node.exportKind === 'type'
      imports.push({ specifier: constantText(source), line: lineOf(node), typeOnly })
    }
    const what = inType ? undefined : takenBy(node, parent)
    if (what) takes.push({ what, line: lineOf(node) })
    // In `{ a }` key and value are one and the same identifier.
    const parts = node.shorthand ? [node.value] : Object.values(node).flat()
    for (const part of parts) if (isNode(part)) visit(part, node, inType || isType(part))
  }
  const root = program as unknown as Node
  visit(root, root, false)
  return { imports, takes }
}

/** Type syntax, which never runs; `x as T`, `x satisfies T` and `x!` hold code that does. */
const isType = (node: Node): boolean =>
  node.type.startsWith('TS') && !/^TS(?:As|Satisfies|NonNull)Expression$/.test(node.type)

const nameOf = (node: unknown): string | undefined => {
  if (!isNode(node)) return undefined
  return typeof node.name === 'string' ? node.name : constantText(node)
}

const constantText = (node: unknown): string | undefined => {
  if (!isNode(node)) return undefined
  if (typeof node.value === 'string') return node.value
  const [text, ...more] = (node.quasis ?? []) as { value: { cooked: string } }[]
  return more.length === 0 ? text?.value.cooked : undefined
}

const globals: ReadonlySet<string> = new Set(impure.globals)
const members: ReadonlySet<string> = new Set(impure.members)
const properties: ReadonlySet<string> = new Set(impure.properties)

/** The clock, randomness, network or locale that a node takes; a local name counts as the global. */
const takenBy = (node: Node, parent: Node): string | undefined => {
  if (node.type === 'MemberExpression') {
    const property = nameOf(node.property) ?? ''
    const member = `${nameOf(node.object)}.${property}`
    return members.has(member) || properties.has(property) ? member : undefined
  }
  if (node.type === 'ImportSpecifier')
    return properties.has(nameOf(node.imported) ?? '') ? nameOf(node.imported) : undefined
  if (node.type === 'CallExpression' && nameOf(node.callee) === 'Date') return 'Date()'
  if (node.type === 'NewExpression' && nameOf(node.callee) === 'Date')
    return newDate(node.arguments as unknown[])
  if (node.type !== 'Identifier' || isKey(node, parent)) return undefined
  const name = node.name as string
  if (name === 'Math' || name === 'Date')
    return isPlainUse(node, parent) ? undefined : `${name}, under another name`
  return globals.has(name) ? name : undefined
}

/** One argument is an instant; none is the clock; several are read in the machine's time zone. */
const newDate = (given: readonly unknown[]): string | undefined => {
  if (given.length === 1) return undefined
  return given.length === 0 ? 'new Date()' : 'new Date(…) in local time'
}

const isKey = (node: Node, parent: Node): boolean =>
  (parent.key === node || parent.property === node) && !parent.computed

/** `Math.max`, `new Date(0)`, `x instanceof Date`: the other cases say what is wrong with these. */
const isPlainUse = (node: Node, parent: Node): boolean =>
  parent.object === node || parent.callee === node || parent.operator === 'instanceof'
