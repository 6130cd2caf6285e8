/** The address of a network interface. */
export type Mac = { readonly address: string; readonly flaw?: string }

/**
 * Reads a 48-bit interface address (IEEE 802) in any usual way of writing as `00:1b:44:11:3a:b7`. One
 * that software made up says so in a bit of its first byte, and is flagged. Undefined of another text
 * and of the addresses of nobody: all zeros, and those of several interfaces.
 */
export const parseMac = (text: string): Mac | undefined => {
  const written = text.normalize('NFKC').trim().toLowerCase()
  if (
    !/^(?:[0-9a-f]{2}([:-]?)(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}|(?:[0-9a-f]{4}\.){2}[0-9a-f]{4})$/.test(
      written,
    )
  )
    return undefined
  const digits = written.replace(/[^0-9a-f]/g, '')
  const first = Number.parseInt(digits.slice(0, 2), 16)
  if (/^0+$/.test(digits) || (first & 1) === 1) return undefined
  const address = (digits.match(/../g) as string[]).join(':')
  return (first & 2) === 0
    ? { address }
    : { address, flaw: 'made up by software, not by its maker' }
}
