import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The program as it is shipped. */
export const program: string = fileURLToPath(new URL('../dist/muster.js', import.meta.url))

/** A folder for the files of one test file, and an empty home. */
export const makeFolder = (): { readonly path: string; remove(): void } => {
  const path = mkdtempSync(join(tmpdir(), 'muster-test-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

export type Ran = { readonly exit: number | null; readonly stdout: string; readonly stderr: string }

export type RunOptions = {
  readonly cwd: string
  readonly input?: string | Uint8Array
  readonly env?: Readonly<Record<string, string>>
}

/** The surroundings of a run: nothing of the tester's own. */
export const surroundings = (cwd: string): Record<string, string> => ({
  PATH: process.env.PATH ?? '',
  HOME: cwd,
  TMPDIR: cwd,
  NO_COLOR: '1',
})

/** Runs the program as a shell would, with pipes. */
export const muster = (words: readonly string[], { cwd, input, env }: RunOptions): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...words], {
      cwd,
      env: { ...surroundings(cwd), ...env },
    })
    let [stdout, stderr] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text
    })
    child.on('error', reject)
    child.on('close', (exit) => resolve({ exit, stdout, stderr }))
    child.stdin.on('error', () => undefined)
    child.stdin.end(input ?? '')
  })
