/**
 * Reads a ship's radio number (ITU-R M.585): nine digits of which the first three, 201 to 775, name
 * the country. It has no check digit. Undefined where the text is something else.
 */
export const parseMmsi = (text: string): string | undefined => {
  const digits = /^(?:MMSI\b)?(?:\s*(?:number|no\.?))?\s*:?\s*(\d{9})$/i.exec(
    text.normalize('NFKC').trim(),
  )?.[1]
  const country = Number(digits?.slice(0, 3))
  return country >= 201 && country <= 775 ? digits : undefined
}
