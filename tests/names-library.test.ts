import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../', import.meta.url))
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'muster-names-'))
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(root, join(folder, 'node_modules/muster-evidence'), 'dir')
  execFileSync('npx', ['tsc', '-p', 'tsconfig.types.json'], { cwd: root })
})
afterAll(() => rmSync(folder, { recursive: true }))

const program = `import { compare, writeKorean } from 'muster-evidence/names'
const { says, millibits, parts } = compare('리병철', 'Lee Byung-chul')
const sum = parts.reduce((all, part) => all + part.millibits, 0)
console.log(says, sum === millibits, writeKorean('리', '병철', 'ics'))
`

test('the library of names runs and has types for those who import it', () => {
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  writeFileSync(join(folder, 'program.mjs'), program)
  const out = execFileSync(process.execPath, ['program.mjs'], { cwd: folder, encoding: 'utf8' })
  expect(out).toBe("same name in North and South spelling true Ri Pyo'ng-ch'o'l\n")
  const tsc = join(root, 'node_modules/.bin/tsc')
  const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023']
  writeFileSync(
    join(folder, 'program.ts'),
    `${program.replace("'ics'", "'no such system'")}declare const console: { log(...words: unknown[]): void }\n`,
  )
  expect(() =>
    execFileSync(tsc, [...options, '--types', '', 'program.ts'], { cwd: folder, stdio: 'pipe' }),
  ).toThrow()
  writeFileSync(
    join(folder, 'program.ts'),
    `${program}declare const console: { log(...words: unknown[]): void }\n`,
  )
  execFileSync(tsc, [...options, '--types', '', 'program.ts'], { cwd: folder, stdio: 'inherit' })
}, 60_000)
