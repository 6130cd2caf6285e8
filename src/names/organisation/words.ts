import { joinNumbers, readRoman } from './numbers.ts'
import { beginsPhrase, joinPhrases } from './phrases.ts'
import {
  article,
  everywhere,
  first,
  firstWithin,
  isForm,
  joining,
  last,
  lastWithin,
  placeWords,
  roman,
  romanInitials,
  showsOrganisation,
  vessels,
  within,
} from './vocabulary.ts'

const concerned = new Set([
  ...everywhere.keys(),
  ...within.keys(),
  ...last.keys(),
  ...lastWithin.keys(),
  ...first.keys(),
  ...firstWithin.keys(),
  ...roman.keys(),
  ...vessels,
  ...joining,
  article,
])

const isDigit = (code: number): boolean => code >= 48 && code <= 57

const concerns = (token: string): boolean =>
  concerned.has(token) || isDigit(token.charCodeAt(0)) || beginsPhrase(token)

/** Leaves out the kind of a ship, joining words and articles before a word. */
const dropSmall = (tokens: readonly string[]): readonly string[] => {
  const kept: string[] = []
  let bare = true
  tokens.forEach((token, i) => {
    if (i === 0 && tokens.length > 1 && vessels.has(token)) return
    if (joining.has(token)) bare = true
    else if (!bare || token !== article) {
      kept.push(token)
      bare = false
    }
  })
  return kept.length > 0 ? kept : tokens
}

const standsFor = (tokens: readonly string[]): string[] => {
  const shown = tokens.some((token) => everywhere.get(token)?.some(showsOrganisation) === true)
  return tokens.flatMap(
    (token) => everywhere.get(token) ?? (shown ? within.get(token) : undefined) ?? [token],
  )
}

/** Reads the legal forms that count only at the start or at the end of a name. */
const readEdges = (tokens: readonly string[]): readonly string[] => {
  if (tokens.length < 2) return tokens
  const read = [...tokens]
  const start = tokens[0] as string
  const shown = tokens.some((token) => showsOrganisation(token) || token.endsWith('bank'))
  const form = first.get(start) ?? (shown ? firstWithin.get(start) : undefined)
  if (form) read[0] = form
  for (let i = read.length - 1; i > 0; i--) {
    const token = read[i] as string
    const to = last.get(token) ?? (shown ? lastWithin.get(token) : undefined)
    if (to) read[i] = to
    else if (!isForm(token) && !placeWords.has(token) && !isDigit(token.charCodeAt(0))) break
  }
  return read
}

const pass = (tokens: readonly string[]): readonly string[] =>
  readRoman(readEdges(joinPhrases(standsFor(joinNumbers(dropSmall(tokens))))))

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((token, i) => token === b[i])

const isShip = (tokens: readonly string[]): boolean =>
  tokens.length > 2 && vessels.has(tokens[0] as string)

/** One letter at the end of a ship's name is its number: MV Margarita I. */
const numberShip = (tokens: readonly string[]): readonly string[] => {
  const digits = romanInitials.get(tokens.at(-1) as string)
  return digits === undefined ? tokens : tokens.with(-1, digits)
}

/** Words found by one pass make phrases for the next; a few passes always settle. */
const mostPasses = 8

/**
 * Writes legal forms, trade words, places and numbers in their one canonical spelling. Names without
 * such words are left as they are, and no name is left without tokens.
 */
export const canonicalTokens = (tokens: readonly string[]): string[] => {
  if (!tokens.some(concerns)) return [...tokens]
  let read: readonly string[] = isShip(tokens) ? numberShip(tokens) : tokens
  for (let n = 0; n < mostPasses; n++) {
    const next = pass(read)
    if (same(next, read)) break
    read = next
  }
  return [...read]
}
