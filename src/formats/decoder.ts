import { Cp949Decoder } from './cp949.ts'
import type { Decoder, Strictness } from './decoding.ts'
import { Windows1252Decoder } from './windows-1252.ts'

/** Names that people and tools use beside the labels of the WHATWG encoding standard. */
const aliases: Readonly<Record<string, string>> = {
  cp949: 'euc-kr',
  ms949: 'euc-kr',
  uhc: 'euc-kr',
  cp936: 'gbk',
  ms936: 'gbk',
  cp950: 'big5',
  cp932: 'shift_jis',
  'utf-8-sig': 'utf-8',
  utf8bom: 'utf-8',
}

/**
 * The decoder's own name of an encoding, whatever it was called (`CP949`, `ks_c_5601-1987`,
 * `utf16`); undefined for a name that nobody knows.
 */
export const parseEncoding = (name: string): string | undefined => {
  const label = name.trim().toLowerCase()
  try {
    return new TextDecoder(aliases[label] ?? label).encoding
  } catch {
    return undefined
  }
}

/**
 * Opens a decoder. Node reads `euc-kr` without the 8,822 syllables of CP949 and, before version 22,
 * `windows-1252` as Latin-1, both without a word; those two are decoded here.
 */
export const openDecoder = (encoding: string, strictness: Strictness = 'strict'): Decoder => {
  if (encoding === 'euc-kr') return new Cp949Decoder(strictness)
  if (encoding === 'windows-1252') return new Windows1252Decoder(strictness)
  const decoder = new TextDecoder(encoding, { fatal: strictness === 'strict' })
  return {
    decode: (bytes) => decoder.decode(bytes, { stream: true }),
    finish: () => decoder.decode(),
  }
}
