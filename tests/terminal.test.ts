import { spawn, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeFolder, muster, program, surroundings } from './program.ts'

/** `script` of util-linux gives a command a terminal of its own. */
const withTerminal = 'script'
const hasScript = spawnSync(withTerminal, ['--version'], { encoding: 'utf8' }).stdout?.includes(
  'util-linux',
)

const folder = makeFolder()
const cwd = folder.path

beforeAll(async () => {
  writeFileSync(join(cwd, 'evil.tsv'), 'name_a\tname_b\na\tb\nonly \u001b[31m\n')
  await muster(['init', 'ws'], { cwd })
})
afterAll(() => folder.remove())

type Shown = { readonly text: string; readonly exit: number | null }

/** Runs a line of shell on a terminal of 60 columns; `type` is called with what to do as it shows. */
const onTerminal = (
  line: string,
  env: Readonly<Record<string, string>> = {},
  type: (text: string, keys: (text: string) => void) => void = () => undefined,
): Promise<Shown> =>
  new Promise((resolve) => {
    const { NO_COLOR: _, ...plain } = surroundings(cwd)
    const shell = `stty cols 60 rows 24; ${line}`
    const child = spawn(withTerminal, ['-qefc', shell, '/dev/null'], {
      cwd,
      env: { ...plain, TERM: 'xterm', SHELL: '/bin/sh', ...env },
    })
    let text = ''
    child.stdout.setEncoding('utf8').on('data', (part) => {
      text += part
      type(text, (keys) => child.stdin.write(keys))
    })
    child.on('close', (exit) => resolve({ text: text.replaceAll('\r\n', '\n'), exit }))
  })

const run = (line: string): string => `"${process.execPath}" "${program}" ${line}`

describe.skipIf(!hasScript)('on a terminal (needs util-linux script)', () => {
  test('a list is a table in colour that fits the screen', async () => {
    const { text, exit } = await onTerminal(run('config'))
    expect(text).toContain('\u001b[1msetting')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colour is taken off
    const lines = text.replaceAll(/\u001b\[\d+m/g, '').split('\n')
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60)
    expect(text).toContain('…')
    expect(exit).toBe(0)
  })

  test.each([
    ['NO_COLOR', { NO_COLOR: '1' }],
    ['a dumb terminal', { TERM: 'dumb' }],
  ])('%s takes the colour away', async (_, env) => {
    const { text } = await onTerminal(run('config'), env)
    expect(text).toContain('setting')
    expect(text).not.toContain('\u001b')
  })

  test('no escape sequence of a file reaches the screen', async () => {
    const evil = `select chr(27) || '[2J' || chr(155) || 'x' as evil`
    for (const format of ['table', 'csv', 'json', 'jsonl']) {
      const { text } = await onTerminal(run(`sql "${evil}" --workspace ws --format ${format}`), {
        NO_COLOR: '1',
      })
      expect(text, format).toContain('x')
      expect(text, format).not.toMatch(/[^\P{Cc}\n]/u)
    }
    const warned = await onTerminal(run('compare --pairs evil.tsv -o /dev/null'), { NO_COLOR: '1' })
    expect(warned.text).toContain('row:2')
    expect(warned.text).not.toContain('\u001b')
  })

  test('a dash without a pipe is explained instead of waited for', async () => {
    const { text, exit } = await onTerminal(run('compare --pairs -'))
    expect(text).toContain('standard input is a terminal')
    expect(exit).toBe(2)
  })

  test('a step of more than a second shows its rate and time left, and wipes them away', async () => {
    const rows = "echo 'name_a\tname_b'; for i in 1 2 3 4 5 6; do sleep 0.3; echo 'a\tb'; done"
    const piped = await onTerminal(`(${rows}) | ${run('compare --pairs - -o scored.tsv')}`)
    expect(piped.text).toMatch(/comparing stdin {2}\d+ B {2}\d+ B\/s {2}0:0\d/)
    expect(piped.text.endsWith('\r\u001b[K')).toBe(true)
    const big = `name_a\tname_b\n${'Jonas Example\tMaria Sample\n'.repeat(200_000)}`
    writeFileSync(join(cwd, 'big.tsv'), big)
    const read = await onTerminal(run('compare --pairs big.tsv -o scored.tsv'))
    expect(read.text).toMatch(/comparing big\.tsv {2}\d+ % {2}[\d.]+ [kM]?B\/s {2}\d:\d\d left/)
  })

  test('Ctrl-C stops the work with exit code 130', async () => {
    const rows = 'select i from range(100000000) t(i)'
    let stopped = false
    const { text, exit } = await onTerminal(
      run(`sql "${rows}" --workspace ws`),
      {},
      (shown, keys) => {
        if (stopped || shown.length < 1000) return
        stopped = true
        keys('\u0003')
      },
    )
    expect(text).toContain('muster: stopped')
    expect(exit).toBe(130)
  })
})
