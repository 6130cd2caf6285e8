import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkBoundaries, type Rule } from './boundaries/check.ts'
import { readModule } from './boundaries/module.ts'

/** A small house without a fault; each case adds one file to it, or puts one in another's place. */
const sound: Readonly<Record<string, string>> = {
  'src/model/index.ts': "export * from './hash.ts'",
  'src/model/hash.ts': "import { createHash } from 'node:crypto'\nexport const hash = createHash",
  'src/names/index.ts': "export { fold } from './fold.ts'",
  'src/names/fold.ts': "import type { Hash } from '../model/index.ts'\nexport const fold = 1",
  'src/formats/index.ts': "export * from './xml.ts'",
  'src/formats/xml.ts': "import { open } from 'node:fs/promises'\nimport sax from 'saxes'",
  'src/engine/index.ts': "export { DuckDBInstance } from '@duckdb/node-api'",
  'src/lists/index.ts': "export { un } from './un/index.ts'",
  'src/lists/reader.ts': "export type Reader = import('../model/index.ts').Read",
  'src/lists/un/index.ts': "export { un } from './read.ts'",
  'src/lists/un/read.ts':
    "import type { Reader } from '../reader.ts'\nimport { xml } from '../../formats/index.ts'\nimport table from '../../../data/un.json' with { type: 'json' }",
  'src/screening/rules/born.ts': "import { fold } from '../../names/index.ts'",
  'src/check.ts': "import { un } from './lists/index.ts'\nexport const now = () => Date.now()",
  'src/cli/muster.ts': "const run = async () => await import('../check.ts')",
}

const breaches = (changed: Readonly<Record<string, string>>): readonly string[] => {
  const found = checkBoundaries(new Map(Object.entries({ ...sound, ...changed })))
  return found.map(({ rule, at, says }) => `${rule}: ${at} ${says}`)
}

test('a sound house has no breach', () => {
  expect(breaches({})).toEqual([])
})

const planted: readonly (readonly [name: string, rule: Rule, file: string, text: string])[] = [
  ['an upward import', 'upward', 'src/config/a.ts', "import { un } from '../lists/index.ts'"],
  [
    'an upward import of a type',
    'upward',
    'src/names/a.ts',
    "import type { Un } from '../lists/index.ts'",
  ],
  [
    'an upward type written in place',
    'upward',
    'src/model/a.ts',
    "type Un = import('../lists/index.ts').Un",
  ],
  [
    'an upward typeof import',
    'upward',
    'src/model/a.ts',
    "export const f = (un: typeof import('../lists/index.ts')): void => {}",
  ],
  ['an upward re-export', 'upward', 'src/formats/a.ts', "export { un } from '../lists/index.ts'"],
  ['an upward export of all', 'upward', 'src/formats/a.ts', "export * from '../lists/index.ts'"],
  [
    'an upward dynamic import',
    'upward',
    'src/formats/a.ts',
    "const f = async () => await import('../lists/index.ts')",
  ],
  [
    'an upward dynamic import in a template',
    'upward',
    'src/formats/a.ts',
    'const f = () => import(`../lists/index.ts`)',
  ],
  [
    'an upward require',
    'upward',
    'src/formats/a.ts',
    "const { un } = require('../lists/index.ts')",
  ],
  [
    'an upward import of the main job',
    'upward',
    'src/lists/a.ts',
    "import { now } from '../check.ts'",
  ],
  ['a neighbour', 'neighbour', 'src/config/a.ts', "import { xml } from '../formats/index.ts'"],
  [
    'a neighbour by type',
    'neighbour',
    'src/ledger/a.ts',
    "import type { A } from '../workspace/index.ts'",
  ],
  ['a deep import', 'deep', 'src/lists/a.ts', "import { xml } from '../formats/xml.ts'"],
  [
    'a deep import of a type',
    'deep',
    'src/lists/a.ts',
    "import type { X } from '../formats/xml.ts'",
  ],
  ['a deep import inside a folder', 'deep', 'src/lists/a.ts', "import { un } from './un/read.ts'"],
  [
    'a deep import by an inner door',
    'deep',
    'src/check.ts',
    "import { un } from './lists/un/index.ts'",
  ],
  [
    'a path that is computed',
    'computed',
    'src/lists/a.ts',
    "const f = (id: string) => import('./' + id)",
  ],
  ['a file that is not there', 'unresolved', 'src/lists/a.ts', "import { b } from './b.ts'"],
  ['code outside src', 'outside', 'src/cli/a.ts', "import { b } from '../../tests/b.ts'"],
  [
    'a folder without a floor',
    'unplaced',
    'src/attic/a.ts',
    "import { un } from '../lists/index.ts'",
  ],
  [
    'DuckDB outside the engine',
    'package',
    'src/lists/a.ts',
    "import { DuckDBInstance } from '@duckdb/node-api'",
  ],
  [
    'a part of a package elsewhere',
    'package',
    'src/lists/a.ts',
    "import { parse } from 'csv-parse/sync'",
  ],
  ['Muster by its name', 'package', 'src/names/a.ts', "import { un } from 'muster-evidence/lists'"],
  ['a cycle of one', 'cycle', 'src/model/a.ts', "import type { A } from './a.ts'"],
  ['a cycle over an index', 'cycle', 'src/model/hash.ts', "import { x } from './index.ts'"],
  ['a cycle of types only', 'cycle', 'src/model/hash.ts', "export type { X } from './index.ts'"],
  [
    'the engine in pure code',
    'impure',
    'src/screening/rules/a.ts',
    "import type { Sql } from '../../engine/index.ts'",
  ],
  ['files in pure code', 'impure', 'src/names/a.ts', "import { readFileSync } from 'node:fs'"],
  ['a socket in pure code', 'impure', 'src/names/a.ts', "import net from 'net'"],
  ['a process in pure code', 'impure', 'src/names/a.ts', "export * from 'node:child_process'"],
  [
    'files behind another floor',
    'impure',
    'src/screening/rules/a.ts',
    "import { xml } from '../../formats/index.ts'",
  ],
  ['a random import', 'impure', 'src/names/a.ts', "import { randomUUID as id } from 'node:crypto'"],
]

describe('a planted breach is found', () => {
  test.each(planted)('%s', (_name, rule, file, text) => {
    const found = breaches({ [file]: text })
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(`${rule}: ${file}`)
  })

  test('with its line', () => {
    const text = "export const a = 1\n\nexport * from '../lists/index.ts'"
    expect(breaches({ 'src/config/a.ts': text })).toEqual([
      'upward: src/config/a.ts:3 imports ../lists/index.ts',
    ])
  })

  test('a cycle over three folders is told with its way', () => {
    const found = breaches({
      'src/names/fold.ts': "import type { Un } from '../lists/index.ts'",
      'src/lists/un/read.ts': "import { fold } from '../../names/index.ts'",
    })
    expect(found).toContain(
      'cycle: src/lists/index.ts → src/lists/un/index.ts → src/lists/un/read.ts → src/names/index.ts → src/names/fold.ts → src/lists/index.ts',
    )
  })
})

test('the source keeps its floors', () => {
  const root = new URL('../', import.meta.url)
  const paths = readdirSync(new URL('src', root), { recursive: true, encoding: 'utf8' })
    .map((path) => posix.join('src', path.replaceAll('\\', '/')))
    .filter((path) => /\.[cm]?[jt]sx?$/.test(path) && !/\.test\.tsx?$/.test(path))
  const files = new Map(paths.map((path) => [path, readFileSync(new URL(path, root), 'utf8')]))
  const found = checkBoundaries(files).map(({ rule, at, says }) => `${rule}: ${at} ${says}`)
  expect(found.sort()).toEqual([])
  const imports = [...files].flatMap(([path, text]) => readModule(path, text).imports)
  expect(imports.length).toBeGreaterThan(files.size)
})
