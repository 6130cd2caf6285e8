/** How far an identifier was proved: by its own checksum, not at all, or proved wrong. */
export type Validity = 'checksum' | 'no-checksum' | 'broken'

/** An address on a chain as Muster compares it. */
export type Wallet = {
  /**
   * The family of chains on which this text names one key: `evm` is one key pair on Ethereum and
   * every chain like it, `bitcoin` also covers the Bitcoin Cash and SV addresses of the same form.
   */
  readonly network: string
  readonly address: string
  readonly valid: Validity
  /** What a reader should know about the form, in words. */
  readonly note?: string
}

/** Reads one form of address; undefined where the text has another form. */
export type Scheme = (text: string) => Wallet | undefined

const base58Text = /^[1-9A-HJ-NP-Za-km-z]+$/

/** Guards decoders that throw, or take long, on text of another alphabet. */
export const isBase58 = (text: string): boolean => base58Text.test(text)
