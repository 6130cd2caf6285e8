const scriptLabel = /\b(?:in arabic(?: script)?|original script)\s*:\s*/gi
const scriptMark = /\s*\(original script\)/gi
const otherScript = /[\p{Script=Arabic}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hangul}]/u
const quoted = /^["“”«„](.+)["”“»]$/su
const enumeration = /(?:^|[\s,;])\(?[a-z]\),?\s*/g
const bornClause = /,?\s*\bborn\s+(?:on\s+|in\s+)?\d.*$/su
/** Additions in brackets that say something of a name: `birth name`, `COMBAT NAME`, `KPE.018`. */
const remark = /^\p{Ll}|^COMBAT NAME$|\d/u

/** A company's short form: `АО «ОДК»`. */
const shortForm = /^\p{Lu}{2,6}\s.*[«“‘"]/u

/** Whatever can make an element hold anything but one name as it is printed. */
const special = /[;:()"“”«„»\n\t]|\s\s|^[\s,]|[\s,]$|\bborn\b/

/** A name that an element of the list holds: `short` for an abbreviation that stands in brackets. */
export type ListedName = { readonly value: string; readonly short: boolean }

const one = (value: string): ListedName => ({ value, short: false })
const fold = (text: string): string => text.replace(/\s+/g, ' ').trim()
const trimEnds = (text: string): string => fold(text).replace(/^[,;:\s]+|[,;\s]+$/g, '')

/**
 * The names that one name or alias element holds. Quotation marks around the whole are left out;
 * names are parted at semicolons; a name with an addition in brackets stays as printed and is
 * followed by the name alone and by the addition, where that is a name: an abbreviation of the first,
 * or the same in another script. `AL-HARAMAYN FOUNDATION (KENYA)` stays whole: nobody else is meant.
 */
export const listedNames = (text: string): readonly ListedName[] => {
  if (!special.test(text)) return text === '' ? [] : [one(text)]
  const plain = trimEnds(text.replace(scriptMark, '').replace(enumeration, '; '))
  const parts = partsOf(plain)
  const names =
    parts.length > 1 ? parts.flatMap(listedNames) : namesOf(trimEnds(plain.replace(quoted, '$1')))
  return names.filter(({ value }, i) => names.findIndex((name) => name.value === value) === i)
}

const namesOf = (printed: string): readonly ListedName[] => {
  if (printed === '') return []
  const brackets = lastBrackets(printed)
  if (!brackets) return [one(printed.replace(bornClause, ''))]
  const { before, after } = brackets
  const inner = brackets.inner.replace(scriptLabel, '').replace(/\s*-\s*sub-unit name$/i, '')
  const alone = fold(`${before} ${after}`)
  if (abbreviates(inner, before))
    return [one(printed), ...listedNames(alone), { value: inner, short: true }]
  if (/^a\.?k\.?a\b/i.test(inner))
    return [...listedNames(alone), ...alsoKnown(before, inner, after)]
  if (after !== '') return [one(printed)]
  const list = partsOf(inner)
  if (list.length > 1) return [...listedNames(before), ...list.flatMap(listedNames)]
  if (otherScript.test(inner) !== otherScript.test(before) || shortForm.test(inner))
    return [one(printed), ...listedNames(before), ...listedNames(inner)]
  return remark.test(inner) ? [one(printed), ...listedNames(before)] : [one(printed)]
}

/** `Samir (a.k.a. Sameer) JOUMAA`: in the middle of a name another spelling of the word before. */
const alsoKnown = (before: string, inner: string, after: string): readonly ListedName[] => {
  const start = before.replace(/\s*\([^()]*\)/g, '').replace(/\S+$/, '')
  return inner
    .replace(/^a\.?k\.?a\.?:?\s*/i, '')
    .split(/,|\bor\b/)
    .map(trimEnds)
    .filter((other) => other !== '')
    .map((other) => one(after === '' ? other : `${start}${other} ${after}`))
}

/** The last pair of brackets that is in no other pair, with what stands around it. */
const lastBrackets = (
  text: string,
): { before: string; inner: string; after: string } | undefined => {
  const close = text.lastIndexOf(')')
  let depth = 0
  for (let i = close; i > 0; i--) {
    if (text[i] === ')') depth++
    if (text[i] === '(' && --depth === 0) {
      const before = text.slice(0, i).trim()
      return {
        before,
        inner: trimEnds(text.slice(i + 1, close)),
        after: text.slice(close + 1).trim(),
      }
    }
  }
  return undefined
}

/** Parts a text at the semicolons that stand in no brackets; brackets that never close do not count. */
const partsOf = (text: string): readonly string[] => {
  const parts = ['']
  let depth = 0
  for (const [i, c] of [...text].entries()) {
    if (c === '(' && text.indexOf(')', i) > 0) depth++
    if (c === ')' && depth > 0) depth--
    if (c === ';' && depth === 0) parts.push('')
    else parts[parts.length - 1] += c
  }
  return parts.map(trimEnds).filter((part) => part !== '')
}

const letters = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^\p{L}]/gu, '')
    .toUpperCase()

/** Whether the letters of a word stand in a name in the same order, from the start of a word on. */
const abbreviates = (word: string, name: string): boolean => {
  if (!/^\p{Lu}[\p{L}/-]{1,11}$/u.test(word) || !/\p{Lu}.*\p{Lu}/u.test(word)) return false
  const wanted = letters(word)
  const text = letters(name)
  const initials = name.split(/[^\p{L}\p{M}’'`]+/u).map((part) => letters(part)[0])
  if (!initials.includes(wanted[0])) return false
  let from = 0
  for (const letter of wanted) {
    const at = text.indexOf(letter, from)
    if (at < 0) return false
    from = at + 1
  }
  return true
}

/**
 * Names that a note on an alias holds: the original script (`original script: …`), or a list of
 * spellings parted by semicolons.
 */
export const namesInNote = (note: string): readonly string[] => {
  const found = /\b(?:in arabic(?: script)?|original script)\s*:\s*([^.;()]+)/i.exec(note)?.[1]
  if (found) return [fold(found)]
  const list = partsOf(/\(([^()]*;[^()]*)\)/.exec(note)?.[1] ?? note)
  return list.length > 1 && list.every((part) => /^[\p{L}\p{M}’'`‘. -]+$/u.test(part)) ? list : []
}
