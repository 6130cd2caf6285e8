import { MusterError } from '../../model/index.ts'
import type { Context } from '../context.ts'

/** One thing that must hold for Muster to work. `advice` says what to do where it does not. */
export type Check = {
  readonly check: string
  readonly state: 'good' | 'warning' | 'bad'
  readonly found: string
  readonly advice: string
}

export type Look = (context: Context) => Promise<readonly Check[]>

export const good = (check: string, found: string): Check => ({
  check,
  state: 'good',
  found,
  advice: '',
})

export const faulty = (check: string, state: 'warning' | 'bad', error: unknown): Check => ({
  check,
  state,
  found: (error as Error).message,
  advice: (error instanceof MusterError && error.hint) || '',
})
