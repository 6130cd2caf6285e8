/**
 * Writes an example platform and says how long it took:
 * `npm run bench -- example FOLDER [ACCOUNTS] [SEED]` (5,000; 1).
 */
import { writeExample } from '../src/cli/example-files.ts'
import { makeTemporaries } from '../src/cli/temporaries.ts'

const [folder = 'example', accounts = '5000', seed = '1'] = process.argv.slice(2)
const start = performance.now()
await writeExample(
  folder,
  { accounts: Number(accounts), seed: Number(seed) },
  {
    temporaries: makeTemporaries(),
    onFile: (name, rows) => console.log(name.padEnd(20), String(rows).padStart(10), 'rows'),
  },
)
const seconds = (performance.now() - start) / 1000
const { user, system } = process.cpuUsage()
const busy = (user + system) / 1e6
const peak = process.resourceUsage().maxRSS / 1024
console.log(
  `${accounts} accounts in ${seconds.toFixed(1)} s (${busy.toFixed(1)} s of processor), peak ${peak.toFixed(0)} MB`,
)
