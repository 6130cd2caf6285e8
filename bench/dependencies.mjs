// node bench/dependencies.mjs: what each dependency of package.json brings along. Size on disk and
// packages with all that it needs on this platform, licences, install scripts, and the time that
// importing what Muster imports of it adds to a bare start of Node (fresh processes, interleaved:
// least and median wall time, least processor time).
import { execFileSync } from 'node:child_process'
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'

const rounds = 15
const root = new URL('..', import.meta.url).pathname
const readJson = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'))
const { dependencies, devDependencies } = readJson('package.json')
const about = (name) => readJson(`node_modules/${name}/package.json`)

/** The package and all it needs, optional ones where they are for this platform. */
const closure = (name, seen = new Set()) => {
  if (seen.has(name) || !existsSync(join(root, 'node_modules', name))) return seen
  seen.add(name)
  const { dependencies: needs, optionalDependencies: may, peerDependencies: peers } = about(name)
  for (const each of Object.keys({ ...needs, ...may, ...peers })) closure(each, seen)
  return seen
}

const bytes = (path) =>
  lstatSync(path).isDirectory()
    ? readdirSync(path).reduce((sum, name) => sum + bytes(join(path, name)), 0)
    : lstatSync(path).size

const sourceTexts = readdirSync(join(root, 'src'), { recursive: true })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => readFileSync(join(root, 'src', path), 'utf8'))
const specifiers = sourceTexts.flatMap((text) =>
  [...text.matchAll(/ (?:from|import\() ?'([^']+)'/g)].map((match) => match[1]),
)

/** Imports of a package as Muster's source has them; the whole package where it has none. */
const importsOf = (name) => {
  const own = specifiers.filter((each) => `${each}/`.startsWith(`${name}/`))
  const code = own.filter((each) => !each.endsWith('.json'))
  return [...new Set(code.length > 0 ? code : [name])].map((each) => `import '${each}'`).join(';')
}

const start = (code) => {
  const program = `${code};const { user, system } = process.cpuUsage();console.log(user + system)`
  const from = process.hrtime.bigint()
  const out = execFileSync(process.execPath, ['--input-type=module', '-e', program], { cwd: root })
  return { wall: Number(process.hrtime.bigint() - from) / 1e6, cpu: Number(out) / 1e3 }
}

const middle = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)]
const timesOf = (runs) => [
  Math.min(...runs.map((run) => run.wall)),
  middle(runs.map((run) => run.wall)),
  Math.min(...runs.map((run) => run.cpu)),
]

const programs = new Map([
  ['nothing', ''],
  ...Object.keys(dependencies).map((name) => [name, importsOf(name)]),
])
const runs = new Map([...programs.keys()].map((name) => [name, []]))
for (let round = 0; round < rounds; round += 1)
  for (const [name, code] of programs) runs.get(name).push(start(code))
const bare = timesOf(runs.get('nothing'))

const ms = (times) => times.map((time) => time.toFixed(0)).join('/')
console.log(`Node ${process.version}, ${cpus().length} cores, load ${loadavg()[0].toFixed(1)}`)
console.log(`bare start, least/median/processor ms: ${ms(bare)}`)
console.log('package | version | licences | kB | packages | install scripts | ms added')
for (const name of [...Object.keys(dependencies), ...Object.keys(devDependencies)]) {
  const all = [...closure(name)]
  const kB = all.reduce((sum, each) => sum + bytes(join(root, 'node_modules', each)), 0) / 1000
  const licences = [...new Set(all.map((each) => about(each).license))].join(', ')
  const scripts = all.filter((each) =>
    ['preinstall', 'install', 'postinstall'].some((script) => about(each).scripts?.[script]),
  )
  const added = runs.has(name) ? ms(timesOf(runs.get(name)).map((time, i) => time - bare[i])) : '-'
  const row = [name, about(name).version, licences, kB.toFixed(0), all.length]
  console.log([...row, scripts.join(' ') || 'none', added].join(' | '))
}
