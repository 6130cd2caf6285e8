/**
 * A document number as Muster compares it: upper case, without spaces, hyphens, dots and slashes,
 * leading zeros kept. Undefined where nothing remains.
 */
export const parseDocumentNumber = (text: string): string | undefined =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Cf}\p{Pd}\u2212.·/\\]+/gu, '')
    .normalize('NFC') || undefined
