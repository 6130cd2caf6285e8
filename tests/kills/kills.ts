import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { createWorkspace, dump, openWorkspace } from '../../src/workspace/index.ts'

/** Tests and benches are run from the checkout, as they are or bundled. */
const root = process.cwd()

/** Builds the program that is killed, beside the packages that it needs. */
const buildChild = async (program: string): Promise<string> => {
  await mkdir(join(root, 'node_modules', '.cache'), { recursive: true })
  const folder = await mkdtemp(join(root, 'node_modules', '.cache', 'muster-kills-'))
  const build = await rolldown({
    input: join(root, 'tests', 'kills', program),
    platform: 'node',
    external: [/^@duckdb\//],
    logLevel: 'silent',
  })
  await build.write({ dir: folder, format: 'esm', entryFileNames: 'child.mjs' })
  await build.close()
  return folder
}

/** A fixed sequence of numbers from 0 to 1 (mulberry32), so that a run can be repeated. */
const sequence = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Run = { readonly ms: number; readonly said: string }

/** Runs the program; with `killMs`, it is killed that long after the workspace is open. */
const runChild = async (script: string, words: string[], killMs?: number): Promise<Run> => {
  const child = spawn(process.execPath, [script, ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exit = once(child, 'exit')
  let said = ''
  let opened = 0
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
    if (opened > 0) return
    opened = performance.now()
    if (killMs !== undefined) setTimeout(() => child.kill('SIGKILL'), killMs)
  })
  const [code, signal] = await exit
  if (code !== 0 && signal !== 'SIGKILL') throw new Error(`the import ended with ${code}`)
  return { ms: performance.now() - opened, said }
}

const dumpOf = async (dir: string): Promise<string> => {
  const workspace = await openWorkspace(dir)
  const lines: string[] = []
  for await (const line of dump(workspace)) lines.push(line)
  await workspace.close()
  return lines.join('\n')
}

/** What was seen after the kills. */
export type Kills = {
  readonly kills: number
  /** Kills after which the workspace held what it held before the import began. */
  readonly before: number
  /** Kills after which it held one or more whole editions, and no part of another. */
  readonly whole: number
  /** Kills after which a re-run gave the dump of an undisturbed run. */
  readonly equal: number
  /** Length of an undisturbed import. */
  readonly importMs: number
}

export type KillOptions = {
  /** Folder of the lists that are imported. */
  readonly lists: string
  /** The program that imports them: lists by `child.ts`, transfers by `transfers-child.ts`. */
  readonly program?: string
  /** Folders with a part of what is imported, after which the workspace is as whole as after all of it. */
  readonly parts?: readonly string[]
  readonly kills: number
  readonly seed: number
  readonly onKill?: (done: number) => void
}

/**
 * Kills imports at random moments, each in a new workspace, looks at what is left, and runs them
 * again. `known` are dumps that may be left: nothing, and what stands after each edition.
 */
export const killImports = async (options: KillOptions): Promise<Kills> => {
  const child = await buildChild(options.program ?? 'child.ts')
  const work = await mkdtemp(join(tmpdir(), 'muster-kills-'))
  try {
    return await killEach(options, { script: join(child, 'child.mjs'), work })
  } finally {
    await rm(child, { recursive: true })
    await rm(work, { recursive: true })
  }
}

const killEach = async (
  { lists, kills, seed, parts = [], onKill }: KillOptions,
  { script, work }: { readonly script: string; readonly work: string },
): Promise<Kills> => {
  const make = async (name: string): Promise<string> => {
    const workspace = await createWorkspace(join(work, name))
    await workspace.close()
    return workspace.dir
  }
  const undisturbed = await make('undisturbed')
  const empty = await dumpOf(undisturbed)
  const { ms: importMs } = await runChild(script, [undisturbed, lists])
  const full = await dumpOf(undisturbed)
  const wholes = new Set([full])
  for (const [i, part] of parts.entries()) {
    const dir = await make(`part-${i}`)
    await runChild(script, [dir, part])
    wholes.add(await dumpOf(dir))
  }
  const random = sequence(seed)
  const seen = { kills: 0, before: 0, whole: 0, equal: 0, importMs }
  for (let i = 0; i < kills; i++) {
    const dir = await make(`${i}`)
    await runChild(script, [dir, lists], random() * importMs * 1.1)
    seen.kills++
    const left = await dumpOf(dir)
    if (left === empty) seen.before++
    else if (wholes.has(left) || isWhole(left, full)) seen.whole++
    await runChild(script, [dir, lists])
    if ((await dumpOf(dir)) === full) seen.equal++
    await rm(dir, { recursive: true })
    onKill?.(i + 1)
  }
  return seen
}

/** Whether all that is left belongs to editions that are recorded, and nothing of them is missing. */
const isWhole = (left: string, full: string): boolean => {
  const lines = left.split('\n')
  const recorded = lines.filter((line) => line.startsWith('list_version'))
  const sources = recorded.flatMap(
    (line) => (JSON.parse(line.split('\t')[1] ?? '') as { sources: string[] }).sources,
  )
  const belongs = (line: string): boolean => {
    const { source, id } = JSON.parse(line.split('\t')[1] ?? '') as { source?: string; id?: string }
    return sources.includes(source ?? id ?? '')
  }
  const wanted = full
    .split('\n')
    .filter((line) => line.startsWith('muster') || recorded.includes(line) || belongs(line))
  return recorded.length > 0 && wanted.join('\n') === left
}
