/** Turns bytes into text piece by piece; a strict one throws a `TypeError` on bytes it cannot read. */
export type Decoder = {
  decode(bytes: Uint8Array): string
  /** What is left at the end of the file. */
  finish(): string
}

export type Strictness = 'strict' | 'lenient'
