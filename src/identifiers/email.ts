/**
 * An e-mail address in lower case. Dots and `+tags` stay: providers differ in what they mean.
 * Undefined where the text is no single address.
 */
export const parseEmail = (text: string): string | undefined => {
  if (/^[a-z\d._+-]+@[a-z\d-]+(?:\.[a-z\d-]+)+$/.test(text)) return text
  const address = text
    .normalize('NFKC')
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/\?.*$/, '')
    .replace(/^<(.*)>$/, '$1')
    .toLowerCase()
  return /^[^\s@<>,;]+@[^\s@<>,;.]+(?:\.[^\s@<>,;.]+)+$/.test(address) ? address : undefined
}
