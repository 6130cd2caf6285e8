/** What an address is in a flow: where it begins, what it passes through, who holds it, where it is not followed on. */
export type FlowKind = 'seed' | 'between' | 'holder' | 'stop'

export type FlowNode = {
  readonly label: string
  /** What stands below the name, such as the amount; empty for nothing. */
  readonly note: string
  readonly kind: FlowKind
}

/** Value that went from one to another: places in `FlowPicture.nodes`. */
export type FlowLink = { readonly from: number; readonly to: number; readonly amount: bigint }

/** Value on its way, in the direction in which it moved. */
export type FlowPicture = {
  /** Unique in the page; letters, digits and hyphens. */
  readonly id: string
  readonly title: string
  readonly nodes: readonly FlowNode[]
  readonly links: readonly FlowLink[]
  /** It was followed back from the seeds, which stand on the right then. */
  readonly backward: boolean
  /** Writes an amount, to the last digit and in short. */
  readonly write: {
    readonly exact: (amount: bigint) => string
    readonly short: (amount: bigint) => string
  }
}
