/**
 * Kills imports of real lists at random moments and runs them again: what was left, and whether the
 * end is that of an undisturbed run. `bench/kills.ts [KILLS] [FOLDER]`; 200 kills of the UN files.
 */
import { dataFile } from '../tests/editions.ts'
import { killImports } from '../tests/kills/kills.ts'

const [kills = '200', lists = dataFile('lists', 'un')] = process.argv.slice(2)
const seen = await killImports({
  lists,
  kills: Number(kills),
  seed: 2397,
  onKill: (done) => process.stderr.write(`\r${done} of ${kills}`),
})
process.stderr.write('\n')
const left = seen.before + seen.whole
console.log(`import alone       ${Math.round(seen.importMs)} ms`)
console.log(`kills              ${seen.kills}`)
console.log(`left as before     ${seen.before}`)
console.log(`left whole         ${seen.whole}`)
console.log(`left in between    ${seen.kills - left}`)
console.log(`re-run equal       ${seen.equal}`)
process.exitCode = left === seen.kills && seen.equal === seen.kills ? 0 : 1
