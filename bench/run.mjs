/** Bundles a bench and runs it, because Node 20 does not read TypeScript: `npm run bench -- screen 1000`. */
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { build } from 'rolldown'

const [name, ...words] = process.argv.slice(2)
if (!name) {
  console.error('Name a bench: npm run bench -- screen')
  process.exit(2)
}
// Two runs at a time must not share a file.
const file = `node_modules/bench-${name}-${process.pid}.mjs`
await build({
  input: `bench/${name}.ts`,
  platform: 'node',
  external: [/^@duckdb\//, 'rolldown'],
  output: { file, format: 'esm' },
})
const { status } = spawnSync(process.execPath, [file, ...words], { stdio: 'inherit' })
// Another run may have cleaned the folder.
rmSync(file, { force: true })
process.exitCode = status ?? 1
