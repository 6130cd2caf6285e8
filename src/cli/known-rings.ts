import { type File, readJsonLines } from '../formats/index.ts'
import type { KnownRing } from '../identity/index.ts'
import { MusterError } from '../model/index.ts'
import type { Context } from './context.ts'

/** The rings of an earlier answer; one without a ring is an empty file. Error: `file-malformed` with the line. */
export const readKnownRings = async (
  context: Context,
  path: string,
): Promise<readonly KnownRing[]> => {
  const file = await openAnswer(context, path)
  if (!file) return []
  const known: KnownRing[] = []
  for await (const line of readJsonLines(file)) {
    if (!line.ok || !isKnown(line.value))
      throw new MusterError('file-malformed', `${path} line:${line.line} is no ring`, {
        hint: 'Give an answer of muster rings --format jsonl.',
      })
    known.push(line.value)
  }
  return known
}

const openAnswer = async (context: Context, path: string): Promise<File | undefined> => {
  try {
    return await context.open(path)
  } catch (error) {
    if (!(error instanceof MusterError) || error.code !== 'file-empty') throw error
    context.tell.say(`${path} is empty: an answer without a ring`)
    return undefined
  }
}

const isKnown = (value: unknown): value is KnownRing => {
  const { ring, accounts, bits, values } = (value ?? {}) as Partial<
    Record<keyof KnownRing, unknown>
  >
  return (
    typeof ring === 'string' &&
    typeof bits === 'number' &&
    Array.isArray(accounts) &&
    accounts.every((account) => typeof account === 'string') &&
    Array.isArray(values) &&
    values.every(isKnownValue)
  )
}

const isKnownValue = (value: unknown): boolean => {
  const { kind, value: text, bits } = (value ?? {}) as Record<string, unknown>
  return typeof kind === 'string' && typeof text === 'string' && typeof bits === 'number'
}
