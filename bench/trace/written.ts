import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Flow } from '../../src/funds/flow/flow.ts'

const path = 'docs/measured/trace.md'

const head = `# Tracing through all transfers, measured

Made by \`npm run bench -- trace MOVES ADDRESSES ROUNDS SEEDS --write\`; not written by hand.

Processor time over a made flow of so many moves among so many addresses. *The limit* is what memory allows: the same arrays as a trace,
one read and one write at each end, no policy. One address in a hundred is a seed; for *categories* one in a hundred has a label of one of them,
and what came to every address is told by category. *Units lost*: what was seeded and is not held, stopped or a fee, or what came to an
address and no category tells.
`

/** A table in Markdown. */
export const tableOf = (
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): string => {
  const toLine = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const ruler = columns.map((_, i) => (i === 0 ? '---' : '--:'))
  return [columns, ruler, ...rows].map(toLine).join('\n')
}

/** Puts a table in the place of the one of as many moves, or after the others. */
export const writeSection = ({ src, addresses }: Flow, table: string): void => {
  const start = `## ${src.length.toLocaleString('en')} moves`
  const all = existsSync(path) ? readFileSync(path, 'utf8') : head
  const [, ...sections] = all.split(/^(?=## )/m)
  const day = new Date().toISOString().slice(0, 10)
  const own = `${start}, ${addresses.toLocaleString('en')} addresses, ${day}\n\n${table}\n`
  const kept = sections.filter((section) => !section.startsWith(start))
  const sorted = [...kept, own].sort((a, b) => movesOf(a) - movesOf(b))
  writeFileSync(path, `${[head, ...sorted].map((part) => part.trim()).join('\n\n')}\n`)
}

const movesOf = (section: string): number =>
  Number(section.slice(3, section.indexOf(' ', 3)).replaceAll(',', ''))
