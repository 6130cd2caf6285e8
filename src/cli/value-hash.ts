import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type KeyedHash, keyedHash } from '../identifiers/index.ts'
import { MusterError } from '../model/index.ts'
import type { Context } from './context.ts'

const keyBytes = 32

/**
 * The hash that stands in for observed values where `observations.key` names a key; undefined where
 * values are kept readable. The file is made when it is not there, for its owner's eyes alone. Error:
 * `setting-invalid` where it holds no key, or others can read it.
 */
export const valueHash = async (context: Context): Promise<KeyedHash | undefined> => {
  const key = await readValueKey(context)
  return key && keyedHash(key)
}

/** The key itself, as `valueHash` uses it. */
export const readValueKey = async ({
  settings,
  folder,
  tell,
}: Context): Promise<Uint8Array | undefined> => {
  const named = settings['observations.key']
  if (named === undefined) return undefined
  const path = resolve(folder, named)
  if (!existsSync(path)) {
    // Never over a file that has come in between: values hashed by a lost key cannot be compared.
    await writeFile(path, `${randomBytes(keyBytes).toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
    tell.say(`made the key ${path}; keep it: without it the same values cannot be found again`)
  }
  const text = (await readFile(path, 'utf8')).trim()
  if (!/^[0-9a-f]{64}$/i.test(text))
    throw invalid(
      path,
      'holds no key of 64 hexadecimal digits',
      'Name a file that is not there, and it is made.',
    )
  const { mode } = await stat(path)
  if (process.platform !== 'win32' && (mode & 0o077) !== 0)
    throw invalid(path, 'can be read by others', `Run: chmod 600 ${path}`)
  return Buffer.from(text, 'hex')
}

const invalid = (path: string, what: string, hint: string): MusterError =>
  new MusterError('setting-invalid', `observations.key: ${path} ${what}`, { hint })
