import type { Decoder, Strictness } from './decoding.ts'

/**
 * Microsoft's code page 949 (Unified Hangul Code; `euc-kr` in the WHATWG encoding standard). Its
 * lower half is KS X 1001, which Node knows. The 8,822 Hangul syllables that KS X 1001 leaves out
 * stand in the rest in Unicode order, so their table can be counted out.
 */
const [firstLead, lastLead, firstTrail, lastTrail] = [0x81, 0xfe, 0x41, 0xfe]
const trails = lastTrail - firstTrail + 1
const replacement = 0xfffd

let table: Uint16Array | undefined

/** UTF-16 unit of each pair of bytes, 0 where there is none. */
const getTable = (): Uint16Array => {
  table ??= makeTable()
  return table
}

const makeTable = (): Uint16Array => {
  const units = new Uint16Array((lastLead - firstLead + 1) * trails)
  const known = new Set<number>()
  for (const [lead, trail, unit] of wansung()) {
    units[indexOf(lead, trail)] = unit
    known.add(unit)
  }
  // Two signs of 1998 that Node's table is too old for.
  units[indexOf(0xa2, 0xe6)] = 0x20ac
  units[indexOf(0xa2, 0xe7)] = 0xae
  let syllable = 0xac00
  for (let lead = firstLead; lead <= 0xc6; lead++)
    for (let trail = firstTrail; trail <= (lead <= 0xa0 ? lastTrail : 0xa0); trail++) {
      if (!isExtensionTrail(trail)) continue
      while (known.has(syllable)) syllable++
      if (syllable > 0xd7a3) return units
      units[indexOf(lead, trail)] = syllable++
    }
  return units
}

const indexOf = (lead: number, trail: number): number =>
  (lead - firstLead) * trails + trail - firstTrail

const isExtensionTrail = (trail: number): boolean =>
  trail <= 0x5a || (trail >= 0x61 && trail <= 0x7a) || trail >= 0x81

/** The pairs of KS X 1001 with their characters, private ones left out. */
function* wansung(): Generator<readonly [lead: number, trail: number, unit: number]> {
  const bytes: number[] = []
  for (let lead = 0xa1; lead <= 0xfe; lead++)
    for (let trail = 0xa1; trail <= 0xfe; trail++) bytes.push(lead, trail, 0x0a)
  const texts = new TextDecoder('euc-kr').decode(Uint8Array.from(bytes)).split('\n')
  for (const [i, text] of texts.entries()) {
    const unit = text.charCodeAt(0)
    const isPrivate = unit >= 0xe000 && unit <= 0xf8ff
    if (text.length === 1 && unit !== replacement && !isPrivate)
      yield [0xa1 + Math.floor(i / 94), 0xa1 + (i % 94), unit]
  }
}

export class Cp949Decoder implements Decoder {
  readonly #strict: boolean
  #lead = 0

  constructor(strictness: Strictness) {
    this.#strict = strictness === 'strict'
  }

  decode(bytes: Uint8Array): string {
    const pairs = getTable()
    const units = new Uint16Array(bytes.length + 1)
    let length = 0
    for (const byte of bytes) {
      if (this.#lead === 0) {
        if (byte >= firstLead && byte <= lastLead) this.#lead = byte
        else units[length++] = byte < 0x80 ? byte : this.#broken()
        continue
      }
      const inTable = byte >= firstTrail && byte <= lastTrail
      const unit = inTable ? (pairs[indexOf(this.#lead, byte)] as number) : 0
      this.#lead = 0
      units[length++] = unit || this.#broken()
      if (unit === 0 && byte < 0x80) units[length++] = byte
    }
    return toText(units.subarray(0, length))
  }

  finish(): string {
    return this.#lead === 0 ? '' : String.fromCharCode(this.#broken())
  }

  #broken(): number {
    if (this.#strict) throw new TypeError('the bytes are not valid in CP949')
    return replacement
  }
}

const toText = (units: Uint16Array): string => {
  let text = ''
  for (let at = 0; at < units.length; at += 8_192)
    text += String.fromCharCode(...units.subarray(at, at + 8_192))
  return text
}
