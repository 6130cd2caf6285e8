import table from '../../../data/account-flags.json' with { type: 'json' }
import type { Channel } from '../../model/index.ts'

/** What can be known of a single value that an account was seen with. */
export type Mark =
  | 'remote_access'
  | 'scripted_desktop'
  | 'keep_awake'
  | 'kvm'
  | 'check_digit'
  | 'voip'
  | 'disposable'
  | 'listed_network'

/** The mark of values in which something is wrong. */
export const flawMark = 'check_digit'

/** How a flag is told from the values of an account; spans are in days. */
export type FlagRule =
  | { readonly form: 'any'; readonly mark: Mark }
  | { readonly form: 'several-names'; readonly mark: Mark; readonly least: number }
  | { readonly form: 'only'; readonly mark: Mark; readonly least: number }
  | { readonly form: 'several-values'; readonly least: number; readonly days?: number }
  | {
      readonly form: 'soon-after'
      readonly after: readonly string[]
      readonly days: number
      readonly settled: number
    }

/** Something public reports tell of accounts behind which somebody else is, and that data can show. */
export type Flag = {
  readonly id: string
  readonly name: string
  /** The rest of a sentence that begins "3 of 12 accounts". */
  readonly says: string
  readonly channel: Channel
  readonly kinds: readonly string[]
  readonly rule: FlagRule
  /** An expert's reading of its strength from 1 to 5; it orders flags and is added to nothing. */
  readonly strength: number
  /** What the data must hold; without it the flag is not evaluable. */
  readonly needs: string
  readonly looks_for: string
  readonly why: string
  readonly sources: readonly {
    readonly who: string
    readonly date: string
    /** How the source was read. */
    readonly as: 'text' | 'in part' | 'summaries'
  }[]
  readonly innocent: readonly string[]
  readonly clears: string
}

// The JSON Schema beside the table holds its shape, and a test holds the table to it.
/** Every flag, the strongest first. */
export const accountFlags = table.flags as readonly unknown[] as readonly Flag[]

/** A value that is known to everyone, as the name of a program. */
export type KnownValue = { readonly value: string; readonly name: string }

/** Values that the table itself names, by what they are. */
export const knownValues: Readonly<
  Record<'remote_access' | 'keep_awake' | 'kvm', readonly KnownValue[]>
> = {
  remote_access: table.marks.remote_access.values,
  keep_awake: table.marks.keep_awake.values,
  kvm: table.marks.kvm.values,
}
