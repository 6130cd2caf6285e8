import { statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { openDuckDb, typedSql } from '../../engine/index.ts'
import { type Check, faulty, good, type Look } from './check.ts'

const leastNode: readonly [number, number] = [20, 19]

export const lookAtNode: Look = async () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const enough = major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1])
  const found = `Node ${process.versions.node} on ${process.platform} ${process.arch}`
  if (enough) return [good('node', found)]
  return [
    { check: 'node', state: 'bad', found, advice: `Install Node ${leastNode.join('.')} or newer.` },
  ]
}

export const lookAtEngine: Look = async () => {
  try {
    const engine = await openDuckDb(':memory:')
    try {
      for await (const { v } of engine.query(typedSql('select version() as v')))
        return [good('engine', `DuckDB ${v}`)]
    } finally {
      await engine.close()
    }
    return []
  } catch (error) {
    return [{ ...faulty('engine', 'bad', error), advice: 'Install Muster again: npm ci' }]
  }
}

/** Encodings in which records of the region come; a Node built without them would misread names. */
const encodings = ['utf-8', 'utf-16le', 'euc-kr', 'gb18030', 'big5', 'shift_jis', 'windows-1251']

export const lookAtEncodings: Look = async () => {
  const missing = encodings.filter((label) => {
    try {
      new TextDecoder(label, { fatal: true })
      return false
    } catch {
      return true
    }
  })
  if (missing.length === 0) return [good('encodings', encodings.join(', '))]
  const advice = 'Install a Node with full ICU, as nodejs.org offers it.'
  return [{ check: 'encodings', state: 'bad', found: `without ${missing.join(', ')}`, advice }]
}

const leastFreeBytes = 1_000_000_000

export const lookAtDisk: Look = async ({ workspace, folder }) => {
  const places = [...new Set([workspace ?? folder, tmpdir()])]
  return Promise.all(
    places.map(async (place): Promise<Check> => {
      try {
        const { bavail, bsize } = await statfs(place)
        const free = bavail * bsize
        const found = `${(free / 1e9).toFixed(1)} GB free in ${place}`
        if (free >= leastFreeBytes) return good('disk', found)
        return { check: 'disk', state: 'warning', found, advice: 'Make room: 1 GB or more.' }
      } catch (error) {
        return faulty('disk', 'warning', error)
      }
    }),
  )
}
