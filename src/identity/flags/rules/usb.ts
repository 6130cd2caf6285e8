/** What tells a USB device: `vvvv:pppp` in lower case, and its strings folded to words. */
export type UsbDescriptor = { readonly ids: string | undefined; readonly words: string }

/** The Linux Foundation's vendor number: any board that poses as a USB device may have it. */
const anyBoard = '1d6b:'

const fold = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

const idForms = [
  /\b(?:0x)?([0-9a-f]{4}):(?:0x)?([0-9a-f]{4})\b/i,
  /\bvid[_ =:]*(?:0x)?([0-9a-f]{4})\W+pid[_ =:]*(?:0x)?([0-9a-f]{4})\b/i,
]

/** Reads a USB device as systems write it: `1d6b:0104 Maker Product`, `VID_1D6B&PID_0104`, or strings alone. */
export const readUsb = (text: string): UsbDescriptor => {
  for (const form of idForms) {
    const found = form.exec(text)
    if (found)
      return {
        ids: `${found[1]}:${found[2]}`.toLowerCase(),
        words: fold(text.replace(found[0], ' ')),
      }
  }
  return { ids: undefined, words: fold(text) }
}

const idsAlone = /^(?:[0-9a-f]{4}:[0-9a-f]{4}|(?:usb\\)?vid_[0-9a-f]{4}&pid_[0-9a-f]{4})$/i

/** Whether a device tells its model and no serial number: `vvvv:pppp / manufacturer / product`, or ids alone. */
export const isModel = (text: string): boolean => {
  const [ids = '', ...strings] = text.split(' / ')
  return idsAlone.test(ids) && strings.length <= 2
}

/** A known device: its ids, and manufacturer and product as folded words. */
export type KnownUsb = { readonly ids: string; readonly strings: readonly string[] }

/** A known device as lists write it: `vvvv:pppp / manufacturer / product / serial`; serials differ by unit. */
export const toKnownUsb = (listed: string): KnownUsb => {
  const [ids = '', ...strings] = listed.split(' / ')
  return { ids: ids.toLowerCase(), strings: strings.slice(0, 2).filter(Boolean).map(fold) }
}

/**
 * Whether a device is a known one: manufacturer and product agree, and the ids where both have them. Ids
 * alone tell one only where they are of a maker of its own.
 */
export const isUsb = ({ ids, words }: UsbDescriptor, known: KnownUsb): boolean => {
  if (ids !== undefined && ids !== known.ids) return false
  if (words.trim() === '' || known.strings.length === 0)
    return ids !== undefined && !ids.startsWith(anyBoard)
  return known.strings.every((string) => words.includes(string))
}
