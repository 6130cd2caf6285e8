import { isBuiltin } from 'node:module'

/**
 * The floors of the house, from the ground up (ARCHITECTURE). A folder may import any row above its
 * own in this table, through that folder's index.ts, and never its own row or one further down.
 */
export const rows: readonly (readonly string[])[] = [
  ['model', 'figures'],
  ['config', 'names', 'identifiers', 'formats', 'engine'],
  ['workspace', 'ledger'],
  ['lists', 'sources', 'example'],
  ['screening', 'identity', 'funds', 'obligations'],
  ['cases'],
  ['report', 'exchange'],
  ['check.ts'],
  ['api', 'cli'],
]

/** Neighbours in one row that may be imported all the same: `muster serve` starts the server. */
export const namedNeighbours: Readonly<Record<string, readonly string[]>> = { cli: ['api'] }

/** Packages that are the business of some folders only; [] where only tests may import one. */
export const packageRooms: Readonly<Record<string, readonly string[]>> = {
  '@duckdb/node-api': ['engine'],
  commander: ['cli'],
  'csv-parse': [],
  'muster-evidence': [],
  saxes: ['formats'],
  'smol-toml': ['config'],
}

/** Code that is given its clock, its randomness and its files: the same input, the same answer. */
export const isPure = (path: string): boolean =>
  /^src\/(?:model|figures|names|identifiers|example)\/|\/rules\//.test(path)

/** What pure code may not touch, nor anything that it runs. */
export const impure: {
  readonly modules: (name: string) => boolean
  readonly globals: readonly string[]
  readonly members: readonly string[]
  readonly properties: readonly string[]
} = {
  modules: (name: string): boolean =>
    name.startsWith('@duckdb/') || (isBuiltin(name) && name.replace('node:', '') !== 'crypto'),
  globals: [
    'fetch',
    'globalThis',
    'performance',
    'process',
    'setImmediate',
    'setInterval',
    'setTimeout',
    'WebSocket',
    'XMLHttpRequest',
  ],
  members: ['Date.now', 'Math.random'],
  /** Members of any object: randomness of node:crypto, and what depends on the machine's locale. */
  properties: [
    'generateKeyPairSync',
    'generateKeySync',
    'getRandomValues',
    'getTimezoneOffset',
    'localeCompare',
    'randomBytes',
    'randomFillSync',
    'randomInt',
    'randomUUID',
    'toLocaleDateString',
    'toLocaleString',
    'toLocaleTimeString',
  ],
}
