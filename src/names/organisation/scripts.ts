import { formClasses, hanPlaces, isForm, tradeWords } from './vocabulary.ts'

type Written = { readonly written: string; readonly word: string; readonly form: boolean }

type Rows = Readonly<Record<string, object>>

const byLength = (words: Written[]): Written[] =>
  words.sort((a, b) => b.written.length - a.written.length)

const listed = (rows: Rows, field: 'han' | 'start' | 'end' | 'words'): Written[] =>
  Object.entries(rows).flatMap(([name, row]) => {
    const { [field]: written, to } = row as Partial<Record<typeof field | 'to', string>>
    const word = to ?? name
    const form = word.split(' ').some(isForm)
    return written ? written.split(' ').map((each) => ({ written: each, word, form })) : []
  })

const formStarts = byLength(listed(formClasses, 'start'))
const ends = byLength([...listed(formClasses, 'end'), ...listed(tradeWords, 'han')])
const placeStarts = byLength(
  Object.entries(hanPlaces).flatMap(([word, written]) =>
    written.split(' ').map((each) => ({ written: each, word, form: false })),
  ),
)
/** Whole words of scripts that write spaces. */
const words = new Map(
  [...listed(formClasses, 'words'), ...listed(tradeWords, 'words')].map(({ written, word }) => [
    written,
    word,
  ]),
)

/** A firm's name without spaces, taken apart from both ends. */
type Parted = { before: string[]; rest: string; after: string[]; forms: number }

const takeStart = (parted: Parted, from: readonly Written[]): boolean => {
  const found = from.find(({ written }) => parted.rest.startsWith(written))
  if (!found) return false
  parted.before.push(found.word)
  parted.rest = parted.rest.slice(found.written.length)
  if (found.form) parted.forms++
  return true
}

const takeEnd = (parted: Parted, from: readonly Written[]): boolean => {
  const found = from.find(({ written }) => parted.rest.endsWith(written))
  if (!found) return false
  parted.after.unshift(found.word)
  parted.rest = parted.rest.slice(0, -found.written.length)
  if (found.form) parted.forms++
  return true
}

const part = (run: string): Parted => {
  const parted: Parted = { before: [], rest: run, after: [], forms: 0 }
  while (takeStart(parted, formStarts) || takeEnd(parted, ends));
  while (takeStart(parted, placeStarts));
  while (takeEnd(parted, placeStarts));
  return parted
}

/** Letters that a rest must keep for the words around it to be more than syllables of a person's name. */
const leastRest = 2

const isFirm = ({ forms, before, after, rest }: Parted): boolean =>
  forms > 0 ||
  (after.length > 0 && (before.length > 0 || rest.length >= leastRest || after.length > 1))

const runs = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}\p{Script=Hiragana}ー]+/gu
const enclosed = /\((주|株|有|유|주식회사|유한회사)\)/gu

const translateRuns = (text: string): string => {
  const opened = text.replace(enclosed, (_, form: string) =>
    form.length > 1 ? ` ${form} ` : ` ${/[주株]/u.test(form) ? 'corporation' : 'limited'} `,
  )
  const parted = new Map([...opened.matchAll(runs)].map(([run]) => [run, part(run)]))
  const firm = opened !== text || [...parted.values()].some(isFirm)
  if (!firm) return text
  return opened.replace(runs, (run) => {
    const { before, rest, after } = parted.get(run) as Parted
    return ` ${[...before, rest, ...after].filter((each) => each !== '').join(' ')} `
  })
}

const thai = /บริษัท|จำกัด(?:\s*\(มหาชน\))?/gu
const thaiForm = (form: string): string => (form === 'บริษัท' ? ' ' : ' limited ')

const spaced = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Cyrillic}][^\s,()«»]*/gu
const translateSpaced = (word: string): string => {
  const bare = word.replace(/[.,;:]+$/u, '')
  return words.get(word) ?? words.get(bare) ?? words.get(bare.replace(/^و?ال|^لل|^و/u, '')) ?? word
}

/** Forms and kinds of ships that are written with a stroke. */
const strokes: readonly (readonly [RegExp, string])[] = [
  [/^\s*[MFS]\/[VTSY]\.?\s+(?=\S)/i, ''],
  [/\bJ\/V\b/gi, 'joint venture'],
  [/\bA\/S\b/gi, 'AS'],
  [/\bK\/S\b/gi, 'KS'],
]

const nothingToDo = /^[^/\u0370-\uffff]*$/

/**
 * Writes the words of organisations in other scripts as the Latin words that stand for them: forms,
 * trade words and places at the ends of names without spaces, whole words elsewhere. Takes text in
 * NFKC; proper names stay as they are, and so do names that hold nothing else of an organisation.
 */
export const translateWords = (text: string): string => {
  if (nothingToDo.test(text)) return text
  let read = text
  for (const [written, word] of strokes) read = read.replace(written, word)
  return translateRuns(read).replace(thai, thaiForm).replace(spaced, translateSpaced)
}
