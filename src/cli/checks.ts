import { existsSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { envName, findNearest, settingKeys } from '../config/index.ts'
import { openDuckDb, typedSql } from '../engine/index.ts'
import { listStatus } from '../lists/index.ts'
import { MusterError } from '../model/index.ts'
import { markerName } from '../workspace/index.ts'
import type { Context } from './context.ts'
import { openExisting } from './workspace.ts'

/** One thing that must hold for Muster to work. `advice` says what to do where it does not. */
export type Check = {
  readonly check: string
  readonly state: 'good' | 'warning' | 'bad'
  readonly found: string
  readonly advice: string
}

type Look = (context: Context) => Promise<readonly Check[]>

const good = (check: string, found: string): Check => ({ check, state: 'good', found, advice: '' })

const faulty = (check: string, state: 'warning' | 'bad', error: unknown): Check => ({
  check,
  state,
  found: (error as Error).message,
  advice: (error instanceof MusterError && error.hint) || '',
})

const leastNode: readonly [number, number] = [20, 19]

const lookAtNode: Look = async () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const enough = major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1])
  const found = `Node ${process.versions.node} on ${process.platform} ${process.arch}`
  if (enough) return [good('node', found)]
  return [
    { check: 'node', state: 'bad', found, advice: `Install Node ${leastNode.join('.')} or newer.` },
  ]
}

const lookAtEngine: Look = async () => {
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

const lookAtSettings: Look = async ({ settingsFault, env }) => {
  const known = settingKeys.map(envName)
  const strange = Object.keys(env).filter((name) => name.startsWith('MUSTER_'))
  const unknown = strange
    .filter((name) => !known.includes(name) && !testVariables.has(name))
    .map((name): Check => {
      const near = findNearest(name, known)
      const advice = near ? `Did you mean ${near}?` : 'Unset it, or see: muster config'
      return { check: 'settings', state: 'warning', found: `${name} is no setting`, advice }
    })
  if (settingsFault) return [faulty('settings', 'bad', settingsFault), ...unknown]
  return unknown.length > 0 ? unknown : [good('settings', 'all valid')]
}

/** Read by the tests alone: where real data lies. */
const testVariables: ReadonlySet<string> = new Set(['MUSTER_DATA'])

const lookAtWorkspace: Look = async (context) => {
  if (!context.workspace) {
    const advice = 'Make one with: muster init DIR. Some commands work without.'
    return [{ check: 'workspace', state: 'warning', found: 'none here', advice }]
  }
  try {
    const workspace = await openExisting(context, { readOnly: true })
    await workspace.close()
    return [good('workspace', context.workspace)]
  } catch (error) {
    const busy = error instanceof MusterError && error.code === 'workspace-busy'
    return [faulty('workspace', busy ? 'warning' : 'bad', error)]
  }
}

const lookAtLists: Look = async (context) => {
  const { workspace: folder, clock, settings } = context
  if (!folder || !existsSync(join(folder, markerName))) return []
  const workspace = await openExisting(context, { readOnly: true })
  try {
    const staleDays = settings['lists.stale-days']
    const rows = await listStatus(workspace, { now: clock(), staleDays })
    const advice = 'Fetch it from its issuer, then: muster lists update --from DIR'
    const newest = rows.filter(({ state }) => state === 'current' || state === 'stale')
    if (newest.length === 0) return [{ check: 'lists', state: 'warning', found: 'none', advice }]
    return newest.map(({ id, version, state, why }): Check => {
      if (state === 'current') return good('lists', `${id}, version ${version}`)
      return { check: 'lists', state: 'warning', found: `${id} is stale: ${why}`, advice }
    })
  } catch (error) {
    return [faulty('lists', 'warning', error)]
  } finally {
    await workspace.close()
  }
}

/** Encodings in which records of the region come; a Node built without them would misread names. */
const encodings = ['utf-8', 'utf-16le', 'euc-kr', 'gb18030', 'big5', 'shift_jis', 'windows-1251']

const lookAtEncodings: Look = async () => {
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

const lookAtDisk: Look = async ({ workspace, folder }) => {
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

/** In the order in which one would look. */
export const looks: readonly Look[] = [
  lookAtNode,
  lookAtEngine,
  lookAtEncodings,
  lookAtSettings,
  lookAtWorkspace,
  lookAtLists,
  lookAtDisk,
]
