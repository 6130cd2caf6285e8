import { readFile } from 'node:fs/promises'
import { extname, join, resolve } from 'node:path'
import { parseSettingsFile, type Resolved, resolveSettings } from '../config/index.ts'
import { MusterError } from '../model/index.ts'
import { findWorkspace, markerName } from '../workspace/index.ts'
import type { Command, Given } from './command.ts'
import type { Context } from './context.ts'
import type { Host } from './host.ts'
import { openFileSink } from './output/file-sink.ts'
import { type Format, makeOutput } from './output/output.ts'
import type { Sink } from './output/sink.ts'
import { makeStreamSink } from './output/stream-sink.ts'
import { makePaint, wantsColour } from './terminal/colour.ts'
import type { Tell } from './terminal/tell.ts'

/** One call of a command, taken apart. */
export type Call = {
  readonly command: Command
  readonly given: Given
  /** Settings given as flags, by key. */
  readonly flags: Readonly<Record<string, string>>
  readonly format: string | undefined
  readonly output: string | undefined
}

/** Runs one command; its answer is complete when this returns, and discarded when it throws. */
export const runCommand = async (call: Call, host: Host, tell: Tell): Promise<number> => {
  const sink =
    call.output && call.output !== '-'
      ? await openFileSink(resolve(host.folder, call.output), host.temporaries)
      : makeStreamSink(host.stdout, tell.clear)
  try {
    const context = await makeContext(call, { host, tell, sink })
    const exit = (await call.command.run(context, call.given)) ?? 0
    await sink.end()
    return exit
  } catch (error) {
    sink.discard()
    throw error
  }
}

type Around = { readonly host: Host; readonly tell: Tell; readonly sink: Sink }

const makeContext = async (call: Call, { host, tell, sink }: Around): Promise<Context> => {
  const workspace = findWorkspace({ flag: call.flags.workspace, env: host.env, cwd: host.folder })
  const { resolved, fault } = await readSettings(call, host, workspace)
  const { now } = resolved.values
  return {
    output: makeOutput({
      format: chooseFormat(call, sink.terminal),
      sink,
      paint: makePaint(wantsColour(sink.terminal, host.env)),
    }),
    tell,
    settings: resolved.values,
    resolved,
    settingsFault: fault,
    workspace,
    clock: () => now ?? host.now(),
    env: host.env,
    folder: host.folder,
    signal: host.signal,
    temporaries: host.temporaries,
    program: host.program,
    // The readers are many times larger than the frame, and half of the commands read nothing.
    open: async (path) => (await import('./input.ts')).openInput(path, host),
  }
}

const readSettings = async (
  { command, flags }: Call,
  { env }: Host,
  workspace: string | undefined,
): Promise<{ readonly resolved: Resolved; readonly fault: MusterError | undefined }> => {
  try {
    const file = workspace ? await readSettingsFile(join(workspace, markerName)) : undefined
    const resolved = resolveSettings({ flags, env, ...(file ? { file } : {}) })
    return { resolved, fault: undefined }
  } catch (error) {
    if (!command.withoutSettings || !(error instanceof MusterError)) throw error
    return { resolved: resolveSettings({}), fault: error }
  }
}

const readSettingsFile = async (
  path: string,
): Promise<{ path: string; values: Record<string, unknown> } | undefined> => {
  try {
    return { path, values: parseSettingsFile(await readFile(path, 'utf8'), path) }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

const formatsByEnding: Readonly<Record<string, Format>> = {
  '.csv': 'csv',
  '.htm': 'html',
  '.html': 'html',
  '.json': 'json',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.txt': 'table',
}

/** As asked; else by the ending of the file; else for the reader: a table for people, JSON for programs. */
const chooseFormat = ({ command, format, output }: Call, terminal: boolean): Format => {
  const { formats } = command
  const asked = format ?? (output && formatsByEnding[extname(output).toLowerCase()])
  const found = formats.find((each) => each === asked)
  if (found) return found
  if (terminal && formats.includes('table')) return 'table'
  const forPrograms: readonly Format[] = ['jsonl', 'json']
  return forPrograms.find((each) => formats.includes(each)) ?? formats[0] ?? 'table'
}
