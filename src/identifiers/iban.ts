/** How long the number of each country is: the IBAN registry (ISO 13616-1, SWIFT), release 99. */
const lengths: ReadonlyMap<string, number> = new Map(
  `AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18
   DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23
   IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27
   MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19
   SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30`
    .trim()
    .split(/\s+/)
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
)

/** The number of a bank account. */
export type Iban = { readonly number: string; readonly flaw?: string }

/**
 * Reads an IBAN: upper case without spaces. A wrong length or check sum (ISO 7064, MOD 97-10) is kept
 * and flagged. Undefined of what has not the form of one.
 */
export const parseIban = (text: string): Iban | undefined => {
  const number = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/^IBAN[\s:]*/, '')
    .replace(/[\s\p{Pd}.]+/gu, '')
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(number)) return undefined
  const length = lengths.get(number.slice(0, 2))
  if (length === undefined) return { number, flaw: 'no country of the IBAN registry' }
  if (length !== number.length)
    return { number, flaw: `${number.length} characters where its country has ${length}` }
  return remainder(number) === 1 ? { number } : { number, flaw: 'its check digits fail' }
}

/** Letters count as 10 to 35; the first four characters go to the end. */
const remainder = (number: string): number => {
  let rest = 0
  for (const character of number.slice(4) + number.slice(0, 4))
    for (const digit of String(Number.parseInt(character, 36)))
      rest = (rest * 10 + Number(digit)) % 97
  return rest
}
