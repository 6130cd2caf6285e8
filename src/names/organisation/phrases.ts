import { formClasses, isForm, joinedPlaces, properTwins, tradeWords } from './vocabulary.ts'

/** A place of a phrase: words that may stand there, or a word's beginning. */
type Slot = { readonly words: ReadonlySet<string>; readonly beginnings: readonly string[] }

type Phrase = {
  readonly slots: readonly Slot[]
  readonly to: string
  /** Written in single letters, which elsewhere are initials: only at the end or before forms. */
  readonly atEnd: boolean
}

const toSlot = (written: string): Slot => {
  const choices = written.split('|')
  return {
    words: new Set(choices.filter((choice) => !choice.endsWith('*'))),
    beginnings: choices
      .filter((choice) => choice.endsWith('*'))
      .map((choice) => choice.slice(0, -1)),
  }
}

const phrases = new Map<string, Phrase[]>()

const addPhrase = (written: string, to: string): void => {
  const slots = written.split(' ').map(toSlot)
  const atEnd = slots.every(({ words }) => [...words].some((word) => word.length === 1))
  for (const word of (slots[0] as Slot).words)
    phrases.set(word, [...(phrases.get(word) ?? []), { slots, to, atEnd }])
}

for (const [to, { phrases: written }] of [
  ...Object.entries(formClasses),
  ...Object.entries(tradeWords),
])
  for (const each of written ?? []) addPhrase(each, to)
for (const [to, written] of Object.entries(joinedPlaces))
  for (const each of written) addPhrase(each, to)
for (const [to, ...others] of properTwins)
  for (const other of others) if (other.includes(' ')) addPhrase(other, to as string)
for (const known of phrases.values()) known.sort((a, b) => b.slots.length - a.slots.length)

/** Whether a token can begin a phrase. */
export const beginsPhrase = (token: string): boolean => phrases.has(token)

const fits = ({ words, beginnings }: Slot, token: string | undefined): boolean =>
  token !== undefined &&
  (words.has(token) || beginnings.some((beginning) => token.startsWith(beginning)))

/** Where the legal forms begin that a name ends with. */
export const formsFrom = (tokens: readonly string[]): number => {
  let from = tokens.length
  while (from > 0 && isForm(tokens[from - 1] as string)) from--
  return from
}

/** Writes each phrase as the one word that stands for it, the longest first. */
export const joinPhrases = (tokens: readonly string[]): readonly string[] => {
  if (!tokens.some(beginsPhrase)) return tokens
  const end = formsFrom(tokens)
  const joined: string[] = []
  for (let i = 0; i < tokens.length; ) {
    const phrase = phrases.get(tokens[i] as string)?.find(({ slots, atEnd }) => {
      if (atEnd && (i === 0 || i + slots.length < end)) return false
      return slots.every((slot, k) => fits(slot, tokens[i + k]))
    })
    joined.push(phrase ? phrase.to : (tokens[i] as string))
    i += phrase ? phrase.slots.length : 1
  }
  return joined
}
