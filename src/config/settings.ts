import * as z from 'zod/mini'
import { instant, numberBetween, type Setting, stateCode, wholeNumber } from './setting.ts'

/** The value of every setting; its row below says what it means. */
export type Settings = {
  readonly workspace: string | undefined
  readonly now: string | undefined
  readonly 'organisation.state': string | undefined
  readonly 'observations.key': string | undefined
  readonly 'lists.stale-days': number
  readonly 'lists.shrink': number
  readonly 'screen.min-bits': number
  readonly 'screen.limit': number
  readonly 'screen.workers': number
  readonly 'trace.hub': number
  readonly 'trace.deposits': number
}

export type SettingKey = keyof Settings

/**
 * Every setting of Muster. A value comes from a flag, else from the environment (`MUSTER_` and the
 * key in capitals), else from `muster.toml` in the workspace, else from here.
 */
export const settings: { readonly [K in SettingKey]: Setting<Settings[K]> } = {
  workspace: {
    type: z.optional(z.string().check(z.minLength(1))),
    default: undefined,
    expects: 'the path of a folder',
    doc: 'The folder of the workspace. Without it, the nearest parent folder that holds muster.toml.',
    flag: '--workspace',
    inFile: false,
  },
  now: {
    type: z.optional(instant),
    default: undefined,
    expects: 'an ISO 8601 date or instant, as 2026-11-24 or 2026-11-24T09:00:00Z',
    doc: 'Stands in for the clock everywhere. Without it, the clock of the machine.',
    inFile: false,
  },
  'organisation.state': {
    type: z.optional(stateCode),
    default: undefined,
    expects: 'an ISO 3166-1 code of three letters, as KOR',
    doc: 'The state whose law binds your organisation. With it, a case says what that state asks of you; without it, what is asked of whoever holds assets.',
  },
  'observations.key': {
    type: z.optional(z.string().check(z.minLength(1))),
    default: undefined,
    expects: 'the path of a file',
    doc: 'A file with a secret key, made where there is none. With it, what accounts were seen with is kept and answered as keyed hashes (HMAC-SHA-256): accounts are joined as before, and no value can be read.',
  },
  'lists.stale-days': {
    type: wholeNumber(1),
    default: 30,
    expects: 'a whole number of days, 1 or more',
    doc: 'A list is stale this many days after its date.',
  },
  'lists.shrink': {
    type: numberBetween(0, 1),
    default: 0.8,
    expects: 'a number from 0 to 1',
    doc: 'A list file is refused when it holds less than this share of the entries of the version before, or of those that it says it holds.',
  },
  'screen.min-bits': {
    type: numberBetween(-1000, 1000),
    default: 8,
    expects: 'a number of bits',
    doc: 'A match is shown when its evidence before the prior comes to at least this many bits.',
    flag: '--min-bits',
  },
  'screen.limit': {
    type: wholeNumber(1),
    default: 50,
    expects: 'a whole number, 1 or more',
    doc: 'The most matches shown for one subject; the rest is counted.',
    flag: '--limit',
  },
  'screen.workers': {
    type: wholeNumber(0),
    default: 0,
    expects: 'a whole number',
    doc: 'Threads that screen a large file; 0 stands for one a processor. The answer is the same at any number.',
    flag: '--workers',
  },
  'trace.hub': {
    type: wholeNumber(1),
    default: 1_000,
    expects: 'a whole number of addresses, 1 or more',
    doc: 'An address without a label that deals with more others than this is taken for a service: value is not followed beyond it.',
    flag: '--hub',
  },
  'trace.deposits': {
    type: wholeNumber(0),
    default: 0,
    expects: 'a whole number of forwards, 0 for never',
    doc: 'An address without a label that forwarded all it received to one service so often, and to nobody else, is taken for a deposit address of it: value is not followed beyond it. 0: to none that a label does not name.',
    flag: '--deposits',
  },
}

export const settingKeys: readonly SettingKey[] = Object.keys(settings) as SettingKey[]

/** `lists.stale-days` is `MUSTER_LISTS_STALE_DAYS` in the environment. */
export const envName = (key: string): string =>
  `MUSTER_${key.replaceAll(/[.-]/g, '_').toUpperCase()}`
