import { describe, expect, test } from 'vitest'
import { type Command, defineCommand } from './command.ts'
import type { CommandEntry } from './commands.ts'
import { readFlags } from './flags.ts'
import { makeProgram, type Parsed } from './program.ts'
import { toUsageError } from './usage.ts'

const command: Command = defineCommand({
  name: 'group try',
  about: 'Tries things.',
  arguments: { first: { needed: true, doc: 'one' }, rest: { many: true, doc: 'more' } },
  options: {
    'long-name': { value: 'TEXT', doc: 'a text' },
    each: { value: 'TEXT', repeat: true, doc: 'texts' },
    flag: { short: 'f', doc: 'a flag' },
    'no-open': { doc: 'a flag that denies' },
    report: { value: 'FILE', doc: 'a file' },
    'no-report': { doc: 'no file' },
    kind: { value: 'KIND', choices: ['a', 'b'], doc: 'a choice' },
    limit: { value: 'N', setting: 'screen.limit', doc: 'a setting' },
  },
  formats: ['table', 'json'],
  examples: [{ run: 'muster group try one', does: 'tries' }],
  run: async () => 0,
})

const entries: readonly CommandEntry[] = [
  { name: 'group try', summary: 'try', load: async () => command },
]

const parse = async (words: readonly string[]): Promise<Parsed | undefined> => {
  let parsed: Parsed | undefined
  const program = makeProgram(
    {
      write: () => undefined,
      writeError: () => undefined,
      width: 80,
      run: async (found) => {
        parsed = found
      },
    },
    entries,
  )
  await program.parse(words).catch((error: unknown) => {
    throw toUsageError(error, program.typed())
  })
  return parsed
}

test('what was not given has its place all the same', async () => {
  expect(await parse(['group', 'try', 'one'])).toEqual({
    command,
    given: {
      first: 'one',
      rest: [],
      'long-name': undefined,
      each: [],
      flag: false,
      'no-open': false,
      report: undefined,
      'no-report': false,
      kind: undefined,
      limit: undefined,
    },
    shared: {
      format: undefined,
      output: undefined,
      workspace: undefined,
      set: [],
      quiet: false,
      verbose: false,
    },
  })
})

test.each([
  [['group', 'try', 'one', 'two', 'three'], { first: 'one', rest: ['two', 'three'] }],
  [['group', 'try', '--long-name', 'x', 'one'], { 'long-name': 'x', first: 'one' }],
  [['group', 'try', 'one', '--long-name=x'], { 'long-name': 'x' }],
  [['group', 'try', 'one', '--each', 'x', '--each', 'y'], { each: ['x', 'y'], rest: [] }],
  [['group', 'try', 'one', '-f', '--no-open'], { flag: true, 'no-open': true }],
  [['group', 'try', 'one', '--report', 'x'], { report: 'x', 'no-report': false }],
  [['group', 'try', 'one', '--no-report'], { report: undefined, 'no-report': true }],
  [['group', 'try', '--', '--one'], { first: '--one' }],
])('%j is understood', async (words, given) => {
  expect((await parse(words))?.given).toMatchObject(given)
})

test.each([
  [['--workspace', 'w', '-q', 'group', 'try', 'one']],
  [['group', '--workspace', 'w', '-q', 'try', 'one']],
  [['group', 'try', 'one', '--format', 'json', '--workspace', 'w', '--quiet']],
])('the options of every command may stand anywhere: %j', async (words) => {
  expect((await parse(words))?.shared).toMatchObject({ workspace: 'w', quiet: true })
})

test('flags of settings are gathered, an option of its own before --set', async () => {
  const words = [
    'group',
    'try',
    'one',
    '--limit',
    '3',
    '--set',
    'screen.limit=4',
    '--set',
    'a.b=c=d',
  ]
  const parsed = await parse([...words, '--workspace', 'w'])
  expect(parsed && readFlags(parsed)).toEqual({
    'screen.limit': '3',
    'a.b': 'c=d',
    workspace: 'w',
  })
})

describe('what is not understood', () => {
  test.each([
    [['grup'], 'Did you mean group?'],
    [['group', 'tri'], 'Did you mean try?'],
    [['group', 'try', 'one', '--long-nam', 'x'], 'Did you mean --long-name?'],
    [['group', 'try'], 'muster group try --help'],
    [['group', 'try', 'one', '--kind', 'c'], 'muster group try --help'],
    [['group', 'try', 'one', '--long-name'], 'muster group try --help'],
  ])('%j gets the hint "%s"', async (words, hint) => {
    await expect(parse(words)).rejects.toMatchObject({
      code: 'usage',
      hint: expect.stringContaining(hint),
    })
  })
})
