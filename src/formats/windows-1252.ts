import type { Decoder, Strictness } from './decoding.ts'

/** Characters of the bytes 0x80 to 0x9F; a space stands where there is none. */
const upper = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'

/** Western Windows text: Latin-1 with typographic signs where that has control characters. */
export class Windows1252Decoder implements Decoder {
  readonly #strict: boolean

  constructor(strictness: Strictness) {
    this.#strict = strictness === 'strict'
  }

  decode(bytes: Uint8Array): string {
    const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
    return latin.replace(/[\u0080-\u009F]/g, (control) => {
      const sign = upper[control.charCodeAt(0) - 0x80] as string
      if (sign !== ' ') return sign
      if (this.#strict) throw new TypeError('the byte is not used in windows-1252')
      return '\uFFFD'
    })
  }

  finish(): string {
    return ''
  }
}
