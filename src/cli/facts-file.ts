import { decode } from '../formats/index.ts'
import { MusterError } from '../model/index.ts'
import { type FactPattern, parseFacts } from '../obligations/index.ts'
import type { Context } from './context.ts'

const example = '{"worker_state": "RUS", "client_state": "USA", "on": "2026-11-24"}'

/**
 * Reads the facts of a case from a JSON file. Errors: `kind-unknown` for YAML, `file-malformed` where
 * it is no JSON or a fact cannot be understood.
 */
export const readFacts = async (context: Context, path: string): Promise<FactPattern> => {
  if (/\.ya?ml$/i.test(path))
    throw new MusterError('kind-unknown', `${path} is YAML, which is not read yet`, {
      hint: `Write the facts as JSON: ${example}`,
    })
  let text = ''
  for await (const part of decode(await context.open(path), 'utf-8')) text += part
  const read = parseFacts(parseJson(text, path))
  if (read.ok) return read.facts
  throw new MusterError('file-malformed', `${path}: ${read.reasons.join('; ')}`, {
    hint: `Facts are states by their codes of three letters: ${example}`,
  })
}

const parseJson = (text: string, path: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new MusterError('file-malformed', `${path} is no JSON: ${(cause as Error).message}`, {
      hint: `Write the facts as JSON: ${example}`,
      cause,
    })
  }
}
