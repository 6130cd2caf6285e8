import type { Resolved, Settings } from '../config/index.ts'
import type { File } from '../formats/index.ts'
import type { Instant, MusterError } from '../model/index.ts'
import type { Output } from './output/output.ts'
import type { Temporaries } from './temporaries.ts'
import type { Tell } from './terminal/tell.ts'

/** What a command works with. */
export type Context = {
  readonly output: Output
  readonly tell: Tell
  readonly settings: Settings
  /** The settings with their origins. */
  readonly resolved: Resolved
  /** Why the settings could not be read, for a command that runs all the same. */
  readonly settingsFault: MusterError | undefined
  /** The folder of the workspace, named or found; undefined where there is none. It may not exist. */
  readonly workspace: string | undefined
  /** The one clock: MUSTER_NOW where that is set. */
  readonly clock: () => Instant
  readonly env: Readonly<Record<string, string | undefined>>
  /** The folder that relative paths start from. */
  readonly folder: string
  readonly signal: AbortSignal
  readonly temporaries: Temporaries
  /** The program's own file, which threads start from; undefined where it is not built. */
  readonly program: URL | undefined
  /** Opens a file; `-` is standard input. */
  open(path: string): Promise<File>
}
