import { open, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openScreener, type Screener, type StoredKey } from '../screening/index.ts'
import type { Context } from './context.ts'

const fileName = 'muster.index'

/** A screener with the memory that it lies in, which threads can share. */
export type PackedScreener = {
  readonly screener: Screener
  readonly packed: Uint8Array
  readonly key: StoredKey
}

/** Reads a file into memory that threads can share. */
const readShared = async (path: string): Promise<Uint8Array> => {
  const file = await open(path)
  try {
    const bytes = new Uint8Array(new SharedArrayBuffer((await file.stat()).size))
    let at = 0
    while (at < bytes.length) {
      const { bytesRead } = await file.read(bytes, at, bytes.length - at, at)
      if (bytesRead === 0) break
      at += bytesRead
    }
    return bytes
  } finally {
    await file.close()
  }
}

/** The screener that a workspace keeps beside its data; undefined, and said why, where it is unfit. */
export const readStored = async (
  { tell }: Context,
  workspace: string,
  key: StoredKey,
): Promise<PackedScreener | undefined> => {
  const path = join(workspace, fileName)
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (!found) return undefined
  const packed = await readShared(path)
  const screener = openScreener(packed, key)
  if (!('unfit' in screener)) return { screener, packed, key }
  tell.say(`the index is built again: ${screener.unfit}`)
  return undefined
}

/** Keeps a packed screener for the next run. A workspace that cannot be written is no reason to fail. */
export const keepStored = async (
  { tell, temporaries }: Context,
  workspace: string,
  packed: Uint8Array,
): Promise<void> => {
  const path = join(workspace, fileName)
  const part = `${path}.${process.pid}.part`
  temporaries.add(part)
  try {
    await writeFile(part, packed)
    await rename(part, path)
  } catch (error) {
    tell.detail(`the index was not kept: ${(error as Error).message}`)
    await rm(part, { force: true })
  }
  temporaries.forget(part)
}
