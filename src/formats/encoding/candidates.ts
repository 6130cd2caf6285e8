import { type Language, languages } from './languages.ts'

/** An encoding that a text may be in, with the languages it is used for. */
export type Candidate = {
  /** As `openDecoder` takes it. */
  readonly encoding: string
  readonly languages: readonly Language[]
  /** Bits against a file's being in it at all, before its bytes are looked at. */
  readonly prior: number
  /** Told for the user; the others are rivals that make Muster ask. */
  readonly isRead: boolean
}

const { korean, chinese, traditional, japanese, cyrillic } = languages
const { western, central, turkish, baltic, greek, hebrew, arabic, thai } = languages

const read = (encoding: string, ...spoken: Language[]): Candidate => ({
  encoding,
  languages: spoken,
  prior: 0,
  isRead: true,
})
const rival = (encoding: string, ...spoken: Language[]): Candidate => ({
  encoding,
  languages: spoken,
  prior: 0,
  isRead: false,
})

/**
 * Old encodings, those that are read first. Western text is a rival: `José` is the same bytes in
 * five encodings that differ in other letters, so that no file can say which of them it is in.
 */
export const candidates: readonly Candidate[] = [
  read('euc-kr', korean),
  read('gb18030', chinese),
  read('windows-1251', cyrillic),
  rival('windows-1252', western),
  rival('windows-1250', central),
  rival('iso-8859-2', central),
  rival('windows-1254', turkish),
  rival('windows-1257', baltic),
  rival('koi8-r', cyrillic),
  rival('koi8-u', cyrillic),
  rival('ibm866', cyrillic),
  rival('iso-8859-5', cyrillic),
  // Computers that wrote it have not been made since 2001.
  { ...rival('x-mac-cyrillic', cyrillic), prior: 10 },
  rival('windows-1253', greek),
  rival('windows-1255', hebrew),
  rival('windows-1256', arabic),
  rival('windows-874', thai),
  rival('big5', traditional),
  rival('shift_jis', japanese),
  rival('euc-jp', japanese),
]

/** UTF-8 text can be in any language. */
export const unicode: Candidate = {
  encoding: 'utf-8',
  languages: Object.values(languages),
  // Most files are in it, and other text is valid UTF-8 by accident only.
  prior: -12,
  isRead: true,
}
