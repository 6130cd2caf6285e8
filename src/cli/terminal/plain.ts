/**
 * Characters that make a terminal do something rather than show something: C0 and C1 controls,
 * among them the escape that starts a sequence, and the marks that turn the direction of text.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const acting = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb]/gu

const folds = new Set(['\n', '\r', '\t', '\u2028', '\u2029'])

/**
 * One line of text that a terminal only shows. Breaks and tabs become spaces; any other character
 * that would act becomes U+FFFD, so that a reader sees that something stood there.
 */
export const toPlain = (text: string): string =>
  text.replace(/\r\n/g, ' ').replace(acting, (mark) => (folds.has(mark) ? ' ' : '\ufffd'))

/** The same for text of several lines, which stay. */
export const toPlainLines = (text: string): string => text.split(/\r?\n/).map(toPlain).join('\n')
