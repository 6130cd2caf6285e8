/** How value moves: the places that `moved.kind` holds are those of `movedKinds`. */
export type BankKind = 'transfer' | 'fee'

/** One payment from account to account, as a message of a bank tells it. */
export type BankMove = {
  readonly place: string
  /** Milliseconds since 1970. */
  readonly time: number
  /** UETR, else the end-to-end id, else the bank's own reference; null without any. */
  readonly tx: string | null
  /** Whether `tx` is a UETR, which is the only one in the world. */
  readonly isUetr: boolean
  /** The bank's own reference of the entry. */
  readonly reference: string | null
  readonly src: string
  /** Null of a fee. */
  readonly dst: string | null
  readonly asset: string
  readonly amount: bigint
  readonly kind: BankKind
  /** The account whose statement tells it; null where a message between banks does. */
  readonly own: string | null
  readonly isReversal: boolean
}

/** What a reader of messages finds, in the order of the file. */
export type BankRead =
  | { readonly kind: 'move'; readonly move: BankMove }
  | {
      readonly kind: 'rejected'
      readonly place: string
      readonly reason: string
      readonly text: string
    }
  /** Payments that are told of and did not happen, or not yet. */
  | { readonly kind: 'left'; readonly reason: string; readonly rows: number }
  | { readonly kind: 'name'; readonly account: string; readonly name: string }
