/** A clause of the remarks between two offsets of the passage. */
export type Clause = { readonly from: number; readonly to: number }

/**
 * Splits remarks at their semicolons. The stop that closes the last clause is left out, save where it
 * belongs to an abbreviation; a quoted name keeps its semicolons; the round brackets that the XML
 * sets around `Linked To` are left out.
 */
export function* splitRemarks(text: string): Generator<Clause> {
  let from = 0
  while (from < text.length) {
    const to = endOfClause(text, from)
    const clause = trim(text, from, to)
    if (clause.to > clause.from) yield clause
    from = to + 1
  }
}

const quotedName = /^\s*(?:alt\. )?[afn]\.k\.a\. '/

const endOfClause = (text: string, from: number): number => {
  const plain = text.indexOf(';', from)
  if (plain < 0) return text.length
  const quote = quotedName.exec(text.slice(from, plain))
  if (!quote || /'\s*$/.test(text.slice(from + quote[0].length, plain))) return plain
  // The name goes on behind the semicolon only if its closing quote comes before the next opening one.
  const rest = /^[^']*'(?=\s*(?:;|\.?\s*$))/.exec(text.slice(plain))
  return rest ? plain + rest[0].length : plain
}

/** Endings whose stop is a part of the name: `S.A.`, `C.V.`, `LTDA.`. */
const abbreviation = /(?:\b(?:\p{L}{1,2}\.){2,}|\b(?:ltda?|co|inc|corp|cia|bros|jr|sr)\.)$/iu

const trim = (text: string, start: number, end: number): Clause => {
  let [from, to] = [start, end]
  const space = (at: number): boolean => /\s/.test(text.charAt(at))
  while (from < to && space(from)) from++
  while (to > from && space(to - 1)) to--
  const last = text.slice(end).trim() === ''
  if (last && text[to - 1] === '.' && !abbreviation.test(text.slice(from, to))) to--
  if (/^\(Linked To\b.*\)$/s.test(text.slice(from, to))) {
    from++
    to--
  }
  return { from, to }
}
