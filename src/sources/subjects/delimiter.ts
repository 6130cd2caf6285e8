const delimiters = [',', ';', '\t'] as const

/**
 * The sign among comma, semicolon and tab that the header line holds most of. Names of columns hold
 * none of them, while cells below may hold lists with semicolons.
 */
export const sniffDelimiter = (head: string): string => {
  const line = /^[\r\n ]*([^\r\n]*)/.exec(head.replace(/"[^"]*"/g, ''))?.[1] ?? ''
  const count = (sign: string): number => line.split(sign).length
  return delimiters.reduce<string>((best, sign) => (count(sign) > count(best) ? sign : best), ',')
}
