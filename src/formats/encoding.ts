import { isUtf8 } from 'node:buffer'
import { MusterError } from '../model/index.ts'
import { openDecoder } from './decoder.ts'
import { type Candidate, candidates, unicode } from './encoding/candidates.ts'
import { Pricing } from './encoding/cost.ts'
import { collectEvidence } from './encoding/evidence.ts'
import type { File } from './file.ts'
import { markedEncoding } from './text.ts'

/** The best reading must be 16,000 times as likely as any other that gives another text. */
const neededBits = 14
const plainCharacters = 24
/** What a byte of an encoding that nobody thought of would cost. */
const uniformBits = { high: 7, ascii: 4.5 } as const
const escapeCode = 0x1b

/**
 * Tells the encoding of a text file from its bytes, as `decode` takes it: a byte order mark, UTF-16
 * by its zero bytes, UTF-8, else CP949 (`euc-kr`), GB18030 or Windows-1251 by what the text would
 * say. Where two readings are about as likely, or an encoding that Muster does not read by itself
 * fits best, it refuses with `encoding-unknown`: a guess would give wrong names.
 */
export const recogniseEncoding = async (file: File): Promise<string> => {
  const marked = markedEncoding(file.head)
  if (marked && !isUtf32(file.head)) return marked
  if (file.head.includes(0)) return recogniseUtf16(file)
  if (file.head.includes(escapeCode))
    throw unknown(file, 'it has escape sequences', 'Save the file as UTF-8.')
  const evidence = await collectEvidence(file)
  return evidence.length === 0 || isPlainlyUtf8(evidence) ? 'utf-8' : choose(file, evidence)
}

/** Whether it is valid UTF-8 with so many different characters that this is no accident. */
const isPlainlyUtf8 = (evidence: Uint8Array): boolean =>
  isUtf8(evidence) &&
  new Set(
    Buffer.from(evidence)
      .toString()
      .replace(/\p{ASCII}+/gu, ''),
  ).size >= plainCharacters

type Reading = { readonly candidate: Candidate; readonly text: string; readonly bits: number }

const choose = (file: File, evidence: Uint8Array): string => {
  const readings = [unicode, ...candidates]
    .map((candidate) => readAs(candidate, evidence))
    .sort((a, b) => a.bits - b.bits)
  const [best] = readings as [Reading]
  const second = readings.find((reading) => reading.text !== best.text)
  // Nothing but UTF-8 is valid UTF-8 for long, so there chance is no rival.
  const chance = best.candidate === unicode ? Number.POSITIVE_INFINITY : uniform(evidence)
  const others = Math.min(second?.bits ?? Number.POSITIVE_INFINITY, chance)
  if (!best.candidate.isRead || others - best.bits < neededBits) {
    const likely = readings.filter(({ bits }) => bits - best.bits < neededBits).slice(0, 3)
    const named = likely.map(({ candidate, text }) => `${candidate.encoding} (${firstWord(text)})`)
    const hint = `Save the file as UTF-8, or name its encoding: --encoding ${named.join(' or ')}.`
    throw unknown(file, 'its letters fit more than one', hint)
  }
  const { encoding } = best.candidate
  if (best.text.includes('\uFFFD'))
    throw new MusterError('encoding-broken', `${file.path} seems to be ${encoding}, but damaged`, {
      hint: 'Fetch the file again, or name its encoding: --encoding.',
    })
  return encoding
}

const readAs = (candidate: Candidate, evidence: Uint8Array): Reading => {
  const decoder = openDecoder(candidate.encoding, 'lenient')
  const text = decoder.decode(evidence) + decoder.finish()
  return { candidate, text, bits: getPricing(candidate).bits(text) + candidate.prior }
}

const pricings = new Map<Candidate, Pricing>()
const getPricing = (candidate: Candidate): Pricing => {
  const known = pricings.get(candidate) ?? new Pricing(candidate)
  pricings.set(candidate, known)
  return known
}

const uniform = (bytes: Uint8Array): number =>
  bytes.reduce((sum, byte) => sum + (byte < 0x80 ? uniformBits.ascii : uniformBits.high), 0)

/** Zero bytes are half of each plain letter in UTF-16: the odd half or the even half. */
const recogniseUtf16 = (file: File): string => {
  const pricing = getPricing(unicode)
  const readings = (['utf-16le', 'utf-16be'] as const)
    .map((encoding) => {
      const text = openDecoder(encoding, 'lenient').decode(file.head)
      return { encoding, text, bits: pricing.bits(text) }
    })
    .sort((a, b) => a.bits - b.bits)
  const [best, other] = readings as [(typeof readings)[0], (typeof readings)[0]]
  // A control character beside white space is in no text.
  const isText = !/[^\P{C}\s\u200C-\u200F\u00AD]/u.test(best.text)
  if (isText && other.bits - best.bits >= neededBits) return best.encoding
  throw unknown(file, 'it has zero bytes and is no UTF-16', 'Is it a text file at all?')
}

const isUtf32 = (head: Uint8Array): boolean =>
  head[0] === 0xff && head[1] === 0xfe && head[2] === 0 && head[3] === 0

/** The first word beyond ASCII, so that the user sees which reading is right. */
const firstWord = (text: string): string =>
  /[\p{L}\p{M}]*[^\p{ASCII}][\p{L}\p{M}]*/u.exec(text)?.[0].slice(0, 20) ?? ''

const unknown = (file: File, why: string, hint: string): MusterError =>
  new MusterError('encoding-unknown', `the encoding of ${file.path} cannot be told: ${why}`, {
    hint,
  })
