import { mkdirSync, writeFileSync } from 'node:fs'

/** A page of what was measured last: what makes it, what it says. */
export type Page = {
  /** Name of the file under docs/measured, without its end. */
  readonly name: string
  readonly title: string
  /** Words after `npm run bench --`. */
  readonly command: string
  readonly paragraphs: readonly string[]
}

const folder = 'docs/measured'

/** A Markdown table; the first column is text, all others are numbers. */
export const toTable = (
  heads: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string =>
  [heads, heads.map((_, i) => (i === 0 ? '---' : '--:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')

/** Writes a page under docs/measured. */
export const writePage = ({ name, title, command, paragraphs }: Page): void => {
  const day = new Date().toISOString().slice(0, 10)
  const made = `Made by \`npm run bench -- ${command}\` on ${day}; not written by hand.`
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}/${name}.md`, `${[`# ${title}`, made, ...paragraphs].join('\n\n')}\n`)
}
