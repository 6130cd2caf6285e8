/** What a number format shows of a date; a date is given as precise as its cell shows it. */
export type DateFormat = {
  readonly year: boolean
  readonly month: boolean
  readonly day: boolean
  readonly time: boolean
}

/** Built-in number formats that show dates (ECMA-376 part 1, 18.8.30), by their ids. */
export const builtInFormats: Readonly<Record<number, string>> = {
  14: 'mm-dd-yy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yy h:mm',
  27: 'yyyy"年"m"月"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  57: 'yyyy"年"m"月"',
}

/** Reads a number format; undefined where it shows no date or time, or a span of time. */
export const parseDateFormat = (format: string): DateFormat | undefined => {
  if (/\[(?:h+|m+|s+)\]/i.test(format)) return undefined
  const plain = (format.split(';')[0] ?? '')
    .replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
    .replace(/AM\/PM|A\/P/gi, 'h')
    .toLowerCase()
  if (!/^[ymdhsegb0.,:/\-\s年月日时時分秒년월일시초@]*$/.test(plain)) return undefined
  const time = /[hs]/.test(plain)
  const year = /[ye]/.test(plain)
  const day = plain.includes('d')
  const month = plain.includes('m') && (year || day)
  return year || month || time ? { year, month, day, time } : undefined
}

const dayMs = 86_400_000

/**
 * Day number of a spreadsheet as ISO text: `1980-03-05`, `1980-03` where the cell shows no day,
 * `13:45:00` where it shows no date. The count from 1900 has a 29 February 1900 that never was.
 */
export const toDateText = (
  serial: number,
  format: DateFormat,
  isFrom1904: boolean,
): string | undefined => {
  if (!(serial >= 0 && serial < 2_958_466)) return undefined
  const seconds = Math.round((serial % 1) * 86_400)
  const days = Math.floor(serial)
  const shift = days < 60 ? 1 : 0
  const epoch = isFrom1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30 + shift)
  const iso = new Date(epoch + days * dayMs + seconds * 1000).toISOString()
  const [date, time] = [iso.slice(0, 10), iso.slice(11, 19)]
  if (!format.year && !format.day) return time
  if (format.time) return `${date}T${time}`
  if (format.day) return date
  return format.month ? date.slice(0, 7) : date.slice(0, 4)
}
