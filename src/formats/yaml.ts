import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  Parser,
} from 'yaml'
import { MusterError } from '../model/index.ts'
import type { File } from './file.ts'
import { readWhole } from './whole.ts'

const maxCharacters = 16_777_216
const maxDepth = 16

/** A node of YAML with the line that it begins on. Every scalar is the text that stands there. */
export type YamlNode =
  | { readonly kind: 'text'; readonly line: number; readonly text: string }
  | { readonly kind: 'list'; readonly line: number; readonly items: readonly YamlNode[] }
  | { readonly kind: 'map'; readonly line: number; readonly members: YamlMembers }
  | { readonly kind: 'unread'; readonly line: number; readonly reason: string }

export type YamlMembers = ReadonlyMap<string, YamlNode>

/**
 * Reads a file of YAML 1.2 without types: `0x1f` and `2022-04-15` stay the texts that they are. Against
 * hostile input aliases are not followed (an `unread` node tells of each), nor are more than 16 levels or
 * 16 million characters read. Error: `file-malformed`, with the line, also for a key that is there twice.
 */
export const readYaml = async (file: File): Promise<YamlNode> => {
  const text = await readWhole(file, maxCharacters)
  const lines = new LineCounter()
  const malformed = (what: string, cause?: unknown): MusterError =>
    new MusterError('file-malformed', `${file.path} is no sound YAML: ${what}`, { cause })
  const tokens = [...new Parser(lines.addNewLine).parse(text)]
  for (const token of tokens)
    if (depthOf(token) > maxDepth) throw malformed(`it nests deeper than ${maxDepth} levels`)
  const [document, another] = compose(tokens, lines)
  if (!document || another) throw malformed('it holds no document, or more than one')
  const fault = document.errors[0]
  if (fault) throw malformed(fault.message.split('\n')[0] ?? fault.code, fault)
  return toNode(document.contents, {
    line: 1,
    lineOf: (node) => lines.linePos(node.range?.[0] ?? 0).line,
    malformed,
  })
}

const compose = (tokens: readonly CST.Token[], lineCounter: LineCounter): Document[] => [
  ...new Composer({ schema: 'failsafe', uniqueKeys: false, lineCounter }).compose(tokens),
]

/**
 * Levels of lists and maps within a token, counted without a call for each: composing calls itself,
 * and at 100,000 levels that ends the process rather than the call.
 */
const depthOf = (document: CST.Token): number => {
  let deepest = 0
  const open: [CST.Token | null | undefined, number][] = [[document, 0]]
  for (let next = open.pop(); next; next = open.pop()) {
    const [token, depth] = next
    if (!token) continue
    deepest = Math.max(deepest, depth)
    if (token.type === 'document') open.push([token.value, depth])
    if ('items' in token)
      for (const { key, value } of token.items) open.push([key, depth + 1], [value, depth + 1])
  }
  return deepest
}

type At = {
  readonly line: number
  readonly lineOf: (node: Node) => number
  readonly malformed: (what: string) => MusterError
}

const toNode = (node: unknown, above: At): YamlNode => {
  const line = isNode(node) ? above.lineOf(node) : above.line
  const at: At = { ...above, line }
  if (node === null) return { kind: 'text', line, text: '' }
  if (isAlias(node)) return { kind: 'unread', line, reason: `the alias *${node.source}` }
  if (isSeq(node)) return { kind: 'list', line, items: node.items.map((item) => toNode(item, at)) }
  if (isScalar(node)) return { kind: 'text', line, text: String(node.value ?? '') }
  if (!isMap(node)) return { kind: 'unread', line, reason: 'a node of no known form' }
  const members = new Map<string, YamlNode>()
  for (const { key, value } of node.items) {
    if (!isScalar(key)) throw at.malformed(`line ${line} has a key that is no text`)
    const name = String(key.value ?? '')
    if (members.has(name)) throw at.malformed(`line ${at.lineOf(key)} has ${name} a second time`)
    members.set(name, toNode(value, { ...at, line: at.lineOf(key) }))
  }
  return { kind: 'map', line, members }
}

const isNode = (node: unknown): node is Node =>
  isAlias(node) || isMap(node) || isSeq(node) || isScalar(node)
