import { parse } from 'yaml'
import { decode } from '../formats/index.ts'
import { MusterError } from '../model/index.ts'
import { type FactPattern, parseFacts } from '../obligations/index.ts'
import type { Context } from './context.ts'

const example = '{"worker_state": "RUS", "client_state": "USA", "on": "2026-11-24"}'

/**
 * Reads the facts of a case from a file of JSON, or YAML by its name. Error: `file-malformed` where it
 * is neither or a fact cannot be understood.
 */
export const readFacts = async (context: Context, path: string): Promise<FactPattern> => {
  let text = ''
  for await (const part of decode(await context.open(path), 'utf-8')) text += part
  const read = parseFacts(parseText(text, path))
  if (read.ok) return read.facts
  throw new MusterError('file-malformed', `${path}: ${read.reasons.join('; ')}`, {
    hint: `Facts are states by their codes of three letters: ${example}`,
  })
}

const parseText = (text: string, path: string): unknown => {
  const kind = /\.ya?ml$/i.test(path) ? 'YAML' : 'JSON'
  try {
    return kind === 'YAML' ? parse(text) : JSON.parse(text)
  } catch (cause) {
    throw new MusterError('file-malformed', `${path} is no ${kind}: ${(cause as Error).message}`, {
      hint: `Write the facts as JSON: ${example}`,
      cause,
    })
  }
}
