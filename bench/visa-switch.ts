/**
 * Made hosts with closures, troops, programmes for students, new tables and hidden groups of several
 * sizes: how often the detector finds the group, how late, and how often it is wrong; beside it a rule
 * of thumb. Then the Russian figures of the register, with what is found, as a page.
 * `bench/visa-switch.ts [HOSTS] [PAGE.html] [--page]`; 10,000 hosts. `--page` writes docs/measured.
 */
import { writeFileSync } from 'node:fs'
import { writePage } from './page.ts'
import { measureAll, toLines } from './visa-switch/measure.ts'
import { drawRussia } from './visa-switch/russia.ts'

const words = process.argv.slice(2)
const [hosts = '10000', page] = words.filter((word) => !word.startsWith('--'))
const start = performance.now()
const outcomes = measureAll(Number(hosts), (done) => process.stderr.write(`\r${done} of ${hosts}`))
process.stderr.write('\n')
const lines = toLines(outcomes)
const each = (performance.now() - start) / Number(hosts)
const speed = `${each.toFixed(1)} ms a host, its making included.`
console.log(`${lines.join('\n\n')}\n\n${speed}`)

const drawn = await drawRussia()
if (page) writeFileSync(page, drawn)
if (words.includes('--page')) {
  writePage({
    name: 'visa-switch',
    title: 'Workers behind other visas',
    command: `visa-switch ${hosts} --page`,
    paragraphs: [...lines, speed],
  })
}
