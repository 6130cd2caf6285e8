/** Fewest digits of a number that says anything; the most are fixed by ITU-T E.164, with 00 before. */
const fewest = 5
const most = 17

/**
 * A phone number as digits, with `+` where it names its country (`00` is written so too, and the
 * national 0 in brackets dropped). No table of countries: a number without one stays national.
 * Extensions are left off. Undefined where the text is no number.
 */
export const parsePhone = (text: string): string | undefined => {
  if (/^\+[1-9]\d{6,14}$/.test(text)) return text
  const written = text
    .normalize('NFKC')
    .trim()
    .replace(/^(?:tel|phone|fax|mobile|cell)[.:]*\s*/i, '')
    .replace(/\s*(?:;?ext\.?=?|x|#)\s*\d+$/i, '')
  if (!/^\(?\+?[\d\s().\-/\u2010-\u2015]+$/.test(written)) return undefined
  const international = /^(?:\D*0\D*0|.*\+)/.test(written)
  const digits = (international ? written.replace('(0)', '') : written).replace(/\D/g, '')
  const folded = international ? digits.replace(/^(?:00)+/, '') : digits
  if (folded.length < fewest || folded.length > most) return undefined
  return international ? `+${folded}` : folded
}
