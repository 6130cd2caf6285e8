import type { NewStatement } from '../model/index.ts'

/** A stated value with the statement that states it. */
export type Fact = { readonly value: string; readonly said: NewStatement }

/** `key` is equal in two facts exactly when they name the same thing. */
export type Identifier = Fact & {
  readonly family: IdentifierFamily
  readonly key: string
  /** Why it cannot be right, as written: its check digit or checksum fails. */
  readonly flag?: string
}
export type IdentifierFamily = 'wallet' | 'vessel' | 'document' | 'contact'
