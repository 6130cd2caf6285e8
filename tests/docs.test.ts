import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { commands } from '../src/cli/commands.ts'
import { referencePages } from '../src/cli/docs.ts'
import { settings } from '../src/config/index.ts'
import { errorTable } from '../src/model/index.ts'

const root = new URL('../', import.meta.url)
const pages = await referencePages()

// UPDATE_DOCS=1 npx vitest run tests/docs.test.ts writes the pages anew.
if (process.env.UPDATE_DOCS)
  for (const [path, text] of Object.entries(pages)) writeFileSync(new URL(path, root), text)

describe('the reference pages', () => {
  test.each(Object.keys(pages))('%s is as the program would write it (UPDATE_DOCS=1)', (path) => {
    expect(readFileSync(new URL(path, root), 'utf8')).toBe(pages[path])
  })

  test('name every command, setting and error', () => {
    for (const { name } of commands)
      expect(pages['docs/commands.md']).toContain(`## muster ${name}\n`)
    for (const key of Object.keys(settings))
      expect(pages['docs/settings.md']).toContain(`| \`${key}\``)
    for (const code of Object.keys(errorTable))
      expect(pages['docs/errors.md']).toContain(`## ${code}\n`)
  })
})

describe('the command table', () => {
  test('has the name that each command gives itself, once', async () => {
    const names = await Promise.all(commands.map(async (entry) => (await entry.load()).name))
    expect(names).toEqual(commands.map(({ name }) => name))
    expect(new Set(names).size).toBe(names.length)
  })

  test('has an example for each command, which calls that command', async () => {
    for (const entry of commands) {
      const { examples } = await entry.load()
      expect(examples.length, entry.name).toBeGreaterThan(0)
      for (const { run } of examples) expect(run).toContain(`muster ${entry.name}`)
    }
  })

  test('uses only settings and options that exist in its examples', async () => {
    for (const entry of commands) {
      const { examples, options, formats } = await entry.load()
      const known = ['workspace', 'set', 'quiet', 'verbose', 'help', ...Object.keys(options)]
      if (formats.length > 0) known.push('format', 'output')
      const used = examples.flatMap(({ run }) =>
        [...run.matchAll(/ --([\w-]+)/g)].map(([, key]) => key),
      )
      for (const key of used) expect(known, entry.name).toContain(key)
    }
  })
})
