import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import own from '../package.json' with { type: 'json' }
import { makeFolder, muster, program, surroundings } from './program.ts'

const folder = makeFolder()
const cwd = folder.path
const pairs =
  'n\tname_a\tname_b\tschema\tnote\r\n1\tJonas Example\tJonas Example\tPerson\tkeep me\r\n2\tJonas "Jo" Example\tMaria Sample\n'

beforeAll(async () => {
  writeFileSync(join(cwd, 'pairs.tsv'), pairs)
  writeFileSync(join(cwd, 'empty.tsv'), '')
  writeFileSync(join(cwd, 'latin.tsv'), Buffer.from('name_a\tname_b\nJos\xe9\tJose\n', 'latin1'))
  mkdirSync(join(cwd, 'settings'))
  writeFileSync(join(cwd, 'settings/muster.toml'), '[lists]\nstale-days = 10\n')
  mkdirSync(join(cwd, 'broken'))
  writeFileSync(join(cwd, 'broken/muster.toml'), '[lists]\nstale-day = 10\n')
  expect(await muster(['init', 'ws'], { cwd })).toMatchObject({ exit: 0, stdout: '' })
})
afterAll(() => folder.remove())

type Case = {
  readonly line: string
  readonly exit?: number
  readonly out?: string | RegExp
  readonly err?: string | RegExp
  readonly env?: Readonly<Record<string, string>>
  readonly input?: string
}

const asked: readonly Case[] = [
  { line: '', out: /muster[\s\S]*Try first/, err: '' },
  { line: '--version', out: `${own.version}\n`, err: '' },
  { line: '--help', out: /Usage: muster[\s\S]*sql[\s\S]*Examples:/, err: '' },
  { line: 'sql --help', out: /Usage: muster sql[\s\S]*Examples:/, err: '' },
  { line: 'help sql', out: /Usage: muster sql/, err: '' },
]

const misunderstood: readonly Case[] = [
  { line: 'comprae', exit: 2, out: '', err: /unknown command 'comprae'\n.*compare/ },
  { line: 'frobnicate', exit: 2, out: '', err: /unknown command 'frobnicate'\n.*muster --help/ },
  { line: 'sql --formt json x', exit: 2, out: '', err: /unknown option '--formt'\n.*--format/ },
  { line: 'sql --format xml x', exit: 2, out: '', err: /table, json, jsonl, csv/ },
  { line: 'sql', exit: 2, out: '', err: /missing required argument/ },
  { line: 'sql one two', exit: 2, out: '', err: /too many arguments/ },
  { line: 'compare alone', exit: 2, out: '', err: /two names are needed/ },
  { line: 'compare a b --pairs pairs.tsv', exit: 2, out: '', err: /not both/ },
  { line: 'config --set nonsense', exit: 2, out: '', err: /KEY=VALUE/ },
  {
    line: 'config --set lists.stale-day=3',
    exit: 2,
    out: '',
    err: /Did you mean lists.stale-days/,
  },
  { line: 'config lists.shrunk', exit: 2, out: '', err: /Did you mean lists.shrink/ },
]

const failed: readonly Case[] = [
  { line: 'compare --pairs none.tsv', exit: 2, out: '', err: /none\.tsv/ },
  { line: 'compare --pairs empty.tsv', exit: 1, out: '', err: /empty\.tsv/ },
  { line: 'compare --pairs latin.tsv', exit: 1, out: '', err: /latin\.tsv[\s\S]*encoding-broken/ },
  { line: 'compare --pairs ws', exit: 1, out: '', err: /ws is a folder/ },
  { line: 'sql bad --workspace none', exit: 2, out: '', err: /bad is no statement/ },
  { line: 'sql SELECT~1 --workspace none', exit: 2, out: '', err: /muster init/ },
  { line: 'sql SELECT~1', exit: 2, out: '', err: /workspace-missing/ },
  { line: 'sql SELECT~*~FROM~none --workspace ws', exit: 1, out: '', err: /sql-failed/ },
  { line: 'init ws', exit: 1, out: '', err: /workspace-exists/ },
  { line: 'config -o none/x.csv', exit: 1, out: '', err: /none\/x\.csv cannot be written/ },
  {
    line: 'config --workspace broken',
    exit: 2,
    out: '',
    err: /broken\/muster\.toml: lists\.stale-day/,
  },
  { line: 'config', exit: 2, env: { MUSTER_NOW: 'today' }, err: /setting-invalid/ },
]

const answered: readonly Case[] = [
  {
    line: 'config screen.limit --format csv',
    out: 'setting,value,origin,from,variable\nscreen.limit,50,default,,MUSTER_SCREEN_LIMIT\n',
  },
  { line: 'config lists.stale-days --workspace settings', out: /"value":10,"origin":"file"/ },
  {
    line: 'config lists.stale-days --workspace settings',
    env: { MUSTER_LISTS_STALE_DAYS: '11' },
    out: /"value":11,"origin":"environment"/,
  },
  {
    line: 'config lists.stale-days --set lists.stale-days=12',
    env: { MUSTER_LISTS_STALE_DAYS: '11' },
    out: /"value":12,"origin":"flag"/,
  },
  { line: 'config workspace', env: { MUSTER_WORKSPACE: 'ws' }, out: /"value":"ws"/ },
  { line: '--workspace settings config lists.stale-days', out: /"value":10/ },
  { line: 'config now', env: { MUSTER_NOW: '2026-11-24' }, out: /2026-11-24T00:00:00\.000Z/ },
  { line: 'sql select~1~as~one,~NULL~as~two --workspace ws', out: '{"one":1,"two":null}\n' },
  { line: 'sql select~1~as~one --workspace ws --format json', out: '[{"one":1}]\n' },
  { line: 'sql select~1~as~one --workspace ws --format table', out: 'one\n───\n  1\n' },
  {
    line: 'sql select~*~from~rejected~limit~0 --workspace ws --format csv',
    out: /^source,place,reason,text/,
  },
  { line: 'sql - --workspace ws', input: 'select 2 as two;\n', out: '{"two":2}\n' },
  {
    line: 'compare --pairs pairs.tsv',
    out: /^n\tname_a\tname_b\tschema\tnote\tbits\tscore\n1\tJonas Example\tJonas Example\tPerson\tkeep me\t\d+\.\d{3}\t0\.9\d{8}\n2\tJonas "Jo" Example\tMaria Sample\t\t\t-?\d+\.\d{3}\t0\.\d{9}\n$/,
  },
  { line: 'compare --pairs -', input: pairs, out: /^n\tname_a[\s\S]*\n2\t/ },
  {
    line: 'compare Jonas~Example Maria~Sample',
    out: /^\{"a":"Jonas Example","b":"Maria Sample".*"prior":0,"bits":-?\d/,
  },
  {
    line: 'compare Jonas~Example Maria~Sample --format table',
    out: /^Jonas Example \/ Maria Sample\n[\s\S]*total[\s\S]*score 0\.\d{9}: rather different names\n$/,
  },
]

const hold = async ({ line, exit = 0, out, err, env, input }: Case): Promise<void> => {
  const words = line === '' ? [] : line.split(' ').map((word) => word.replaceAll('~', ' '))
  const ran = await muster(words, { cwd, ...(env ? { env } : {}), ...(input ? { input } : {}) })
  if (typeof out === 'string') expect(ran.stdout).toBe(out)
  else if (out) expect(ran.stdout).toMatch(out)
  if (typeof err === 'string') expect(ran.stderr).toBe(err)
  else if (err) expect(ran.stderr).toMatch(err)
  expect(ran.stderr).not.toContain('    at ')
  expect(ran.exit).toBe(exit)
}

describe.concurrent('muster explains itself', () => {
  test.each(asked)('muster $line', hold)
})

describe.concurrent('what is not understood says so on stderr', () => {
  test.each(misunderstood)('muster $line', hold)
})

describe.concurrent('what fails says what, where and what to do', () => {
  test.each(failed)('muster $line', hold)
})

describe.concurrent('answers go to stdout', () => {
  test.each(answered)('muster $line', hold)
})

describe('an answer in a file', () => {
  test('takes its format from the ending of the file, and stdout stays empty', async () => {
    const ran = await muster(['config', 'now', '-o', 'now.csv'], { cwd })
    expect(ran).toEqual({ exit: 0, stdout: '', stderr: '' })
    expect(readFileSync(join(cwd, 'now.csv'), 'utf8')).toMatch(/^setting,value/)
  })

  test('is not there when the command fails, and what was there before stays', async () => {
    writeFileSync(join(cwd, 'kept.tsv'), 'before')
    const ran = await muster(['compare', '--pairs', 'latin.tsv', '-o', 'kept.tsv'], { cwd })
    expect(ran.exit).toBe(1)
    expect(readFileSync(join(cwd, 'kept.tsv'), 'utf8')).toBe('before')
  })

  test('--quiet leaves narration out but not warnings', async () => {
    const short = 'name_a\tname_b\nonly one\n'
    const ran = await muster(['compare', '--pairs', '-', '--quiet'], { cwd, input: short })
    expect(ran.stderr).toContain('a name is missing')
    const made = await muster(['init', 'quiet', '--quiet'], { cwd })
    expect(made).toEqual({ exit: 0, stdout: '', stderr: '' })
  })
})

const manyRows = 'select i, md5(i::varchar) as h from range(3000000) t(i)'

test('help and errors end quietly when nobody reads them', () => {
  for (const words of ['--help', 'frobnicate 2>&1', 'config --format table']) {
    const line = `"${process.execPath}" "${program}" ${words} | true`
    const ran = spawnSync('bash', ['-c', line], { cwd, env: surroundings(cwd), encoding: 'utf8' })
    expect(ran.stderr).toBe('')
  }
})

describe('a long answer', () => {
  test('ends quietly when its reader has enough', () => {
    const line = `"${process.execPath}" "${program}" sql "${manyRows}" --workspace ws | head -n 2`
    const ran = spawnSync('bash', ['-c', `${line}; echo "\${PIPESTATUS[0]}"`], {
      cwd,
      env: surroundings(cwd),
      encoding: 'utf8',
    })
    expect(ran.stderr).toBe('')
    expect(ran.stdout.trimEnd().split('\n').at(-1)).toBe('0')
  })

  test.skipIf(!existsSync('/proc/self/status'))(
    'waits in little memory for a slow reader',
    async () => {
      const child = spawn(process.execPath, [program, 'sql', manyRows, '--workspace', 'ws'], {
        cwd,
        env: surroundings(cwd),
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      await new Promise((resolve) => setTimeout(resolve, 3000))
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
      child.kill('SIGKILL')
      expect(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024).toBeLessThan(400)
    },
  )

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('stops on %s with exit code %i and leaves nothing behind', async (signal, exit) => {
    const words = [program, 'sql', manyRows, '--workspace', 'ws', '-o', 'long.csv']
    const child = spawn(process.execPath, words, { cwd, env: surroundings(cwd), stdio: 'ignore' })
    const parts = (): string[] => readdirSync(cwd).filter((name) => name.endsWith('.part'))
    while (parts().length === 0) await new Promise((resolve) => setTimeout(resolve, 20))
    child.kill(signal)
    const ended = await new Promise((resolve) => child.on('close', resolve))
    expect(ended).toBe(exit)
    expect(parts()).toEqual([])
    expect(existsSync(join(cwd, 'long.csv'))).toBe(false)
  })
})

test('doctor finds nothing bad in a new workspace', async () => {
  const ran = await muster(['doctor', '--workspace', 'ws', '--format', 'json'], { cwd })
  const checks = JSON.parse(ran.stdout) as { check: string; state: string }[]
  expect(checks.filter(({ state }) => state === 'bad')).toEqual([])
  expect(checks.map(({ check }) => check)).toEqual(
    expect.arrayContaining(['node', 'engine', 'disk']),
  )
  expect(ran.exit).toBe(0)
})

test('doctor says what is wrong with the settings instead of failing by them', async () => {
  const ran = await muster(['doctor', '--workspace', 'broken', '--format', 'json'], {
    cwd,
    env: { MUSTER_LISTS_STALEDAYS: '3' },
  })
  const found = (
    JSON.parse(ran.stdout) as { check: string; state: string; advice: string }[]
  ).filter(({ check }) => check === 'settings')
  expect(found).toMatchObject([
    { state: 'bad', advice: 'Did you mean lists.stale-days?' },
    { state: 'warning', advice: 'Did you mean MUSTER_LISTS_STALE_DAYS?' },
  ])
  expect(ran.exit).toBe(1)
})
