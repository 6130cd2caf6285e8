/**
 * A value so that a reader can tell it from others but not use it: of a mailbox its first letter and
 * its host, of the rest the first and last two signs; short ones wholly.
 */
export const maskValue = (value: string): string => {
  const [box, host] = value.split('@')
  if (box && host) return `${[...box][0]}…@${host}`
  const signs = [...value]
  return signs.length < 8 ? '…' : `${signs.slice(0, 2).join('')}…${signs.slice(-2).join('')}`
}
