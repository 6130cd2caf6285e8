/** Ships and the companies that run them have numbers of seven digits with different check digits. */
export type ImoKind = 'ship' | 'company'

export type Imo = {
  readonly number: string
  readonly kind: ImoKind
  readonly valid: 'checksum' | 'broken'
}

/** The ship scheme is that of resolution A.600(15); the company scheme that of MSC.160(78). */
const checkDigits: Readonly<Record<ImoKind, (digits: readonly number[]) => number>> = {
  ship: (digits) => weighted(digits, [7, 6, 5, 4, 3, 2]) % 10,
  company: (digits) => (11 - (weighted(digits, [8, 6, 4, 2, 9, 7]) % 11)) % 10,
}

const weighted = (digits: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, i) => sum + weight * (digits[i] as number), 0)

const isSound = (number: string, kind: ImoKind): boolean => {
  const digits = [...number].map(Number)
  return digits.length === 7 && checkDigits[kind](digits) === digits[6]
}

/**
 * Reads an IMO number, with or without `IMO` before it. Without a `kind` the check digit tells, and
 * a ship is meant where it fits neither or both. A number that fails is kept and flagged, of any
 * length when it is called IMO; undefined where the text is something else.
 */
export const parseImo = (text: string, kind?: ImoKind): Imo | undefined => {
  const written = text.normalize('NFKC').trim()
  const match = /^(IMO\b\)?|IMO(?=\d))?(?:\s*(?:number|no\.?|#|nr\.?))?\s*:?\s*(\d+)$/i.exec(
    written,
  )
  const number = match?.[2]
  if (!number || (!match[1] && number.length !== 7)) return undefined
  const kinds: readonly ImoKind[] = kind ? [kind] : ['ship', 'company']
  const sound = kinds.find((each) => isSound(number, each))
  return { number, kind: sound ?? kinds[0] ?? 'ship', valid: sound ? 'checksum' : 'broken' }
}
