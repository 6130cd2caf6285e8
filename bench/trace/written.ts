import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'

const path = 'docs/measured/trace.md'

const head = `# Tracing through all transfers, measured

Made by \`npm run bench -- trace MOVES ADDRESSES ROUNDS SEEDS --write\` and \`npm run bench -- wei --write\`; not written by hand.

Processor time over a made flow of so many moves among so many addresses. *The limit* is the same arrays as a trace, one read and one write
at each end, no policy, in a plain loop; *read ahead* it is what memory allows, since traces read a batch of moves ahead too.
One address in a hundred is a seed; for *categories* one in a hundred has a label of one of them, one in ten thousand where labels are *few*,
one in ten where they are *many*, and what came to every address is told by category. *Units lost*: what was seeded and is not held, stopped or a fee, or what came to an
address and no category tells. *Load*: programs that ran at the time, of which two have a core; the others take cache and memory from
what is measured.
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

/** Puts a table in the place of the one of the same title, or after the others. */
export const writeSection = (title: string, table: string): void => {
  const all = existsSync(path) ? readFileSync(path, 'utf8') : head
  const [, ...sections] = all.split(/^(?=## )/m)
  const day = new Date().toISOString().slice(0, 10)
  const load = (loadavg()[0] ?? 0).toFixed(0)
  const own = `## ${title}, ${day}, load ${load}\n\n${table}\n`
  const at = sections.findIndex((section) => section.startsWith(`## ${title},`))
  sections.splice(at < 0 ? sections.length : at, at < 0 ? 0 : 1, own)
  writeFileSync(path, `${[head, ...sections].map((part) => part.trim()).join('\n\n')}\n`)
}
