// node tests/chain-node/compile.mjs: compiles the contracts anew after a change of them. It fetches the
// compiler, which no test needs: contracts.json holds what it made and of which sources.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

const compiler = 'solc@0.8.37'
const folder = new URL('contracts/', import.meta.url)
const names = readdirSync(folder).sort()
const sources = Object.fromEntries(
  names.map((name) => [name, { content: readFileSync(new URL(name, folder), 'utf8') }]),
)
const input = {
  language: 'Solidity',
  sources,
  settings: {
    evmVersion: 'cancun',
    optimizer: { enabled: true, runs: 200 },
    // Nothing that differs where the code does not.
    metadata: { appendCBOR: false },
    outputSelection: { '*': { '*': ['evm.bytecode.object', 'evm.methodIdentifiers'] } },
  },
}
const said = execFileSync(
  'npm',
  ['exec', '--yes', `--package=${compiler}`, '--', 'solcjs', '--standard-json'],
  { input: JSON.stringify(input), encoding: 'utf8', stdio: ['pipe', 'pipe', 'inherit'] },
)
const { errors = [], contracts } = JSON.parse(said.slice(said.indexOf('{')))
for (const { severity, formattedMessage } of errors) {
  process.stderr.write(formattedMessage)
  if (severity === 'error') process.exitCode = 1
}
if (!process.exitCode) {
  const made = Object.fromEntries(
    Object.values(contracts)
      .flatMap((each) => Object.entries(each))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, { evm }]) => [
        name,
        { code: `0x${evm.bytecode.object}`, methods: evm.methodIdentifiers },
      ]),
  )
  const hash = createHash('sha256')
  for (const name of names) hash.update(sources[name].content)
  const file = new URL('contracts.json', import.meta.url)
  const table = { compiler, sources: hash.digest('hex'), contracts: made }
  writeFileSync(file, `${JSON.stringify(table, null, 2)}\n`)
}
