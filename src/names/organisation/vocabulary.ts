import forms from '../../../data/legal-forms.json' with { type: 'json' }
import numbers from '../../../data/organisation-numbers.json' with { type: 'json' }
import twins from '../../../data/organisation-twins.json' with { type: 'json' }
import trades from '../../../data/organisation-words.json' with { type: 'json' }
import places from '../../../data/place-words.json' with { type: 'json' }

type Form = Partial<
  Record<
    'any' | 'last' | 'lastWithin' | 'first' | 'firstWithin' | 'start' | 'end' | 'words',
    string
  >
> & { readonly phrases?: readonly string[] }
type Trade = Partial<
  Record<'kind' | 'any' | 'within' | 'stems' | 'han' | 'words' | 'to', string>
> & {
  readonly phrases?: readonly string[]
}
type Country = { readonly country?: string; readonly cities?: readonly string[] }

/** Legal forms by their class. */
export const formClasses: Readonly<Record<string, Form>> = forms.classes
/** Trade words by the word that stands for them. */
export const tradeWords: Readonly<Record<string, Trade>> = trades.words
/** Places in Han and Hangul by the word that stands for them. */
export const hanPlaces: Readonly<Record<string, string>> = places.han

const split = (words: string | undefined): readonly string[] =>
  words === undefined || words === '' ? [] : words.split(' ')

type Words = Map<string, readonly string[]>

/** What a word stands for, by where it does so. */
export const everywhere: Words = new Map()
export const within: Words = new Map()
export const last: Map<string, string> = new Map()
export const lastWithin: Map<string, string> = new Map()
export const first: Map<string, string> = new Map()
export const firstWithin: Map<string, string> = new Map()

/** Words that name no organisation and only join others; the article only before one. */
export const joining: ReadonlySet<string> = new Set(['of', 'and', 'for', 'named', 'after', 'imeni'])
export const article = 'the'
export const vessels: ReadonlySet<string> = new Set(split(forms.vessels))

/** Endings of Russian, Ukrainian and Belarusian adjectives in the usual Latin spellings. */
const endings = split(
  'yy yi yj y iy ij ii i yi aya aia aja a oe oye oje o e ogo oi oy oj ykh yh ikh ih ye ie',
)

const put = (into: Words, words: readonly string[], to: readonly string[]): void => {
  for (const word of words) if (!into.has(word)) into.set(word, to)
}

for (const [name, row] of Object.entries(tradeWords)) {
  const to = row.to === undefined ? [name] : split(row.to)
  if (row.to === undefined) put(everywhere, [name], to)
  put(everywhere, split(row.any), to)
  put(within, split(row.within), to)
}
for (const [name, form] of Object.entries(formClasses)) {
  put(everywhere, [name, ...split(form.any)], [name])
  for (const word of split(form.last)) last.set(word, name)
  for (const word of split(form.lastWithin)) lastWithin.set(word, name)
  for (const word of split(form.first)) first.set(word, name)
  for (const word of split(form.firstWithin)) firstWithin.set(word, name)
}

/** Whether a canonical word is a class of legal forms. */
export const isForm = (word: string): boolean => Object.hasOwn(formClasses, word)

/** Canonical places: the code of their country, and whether they are the country itself. */
export const placeWords: Map<string, { readonly code: string; readonly city: boolean }> = new Map()
const openPlaces = new Set(split(places.everywhere))
const addPlace = (spelled: string, code: string, city: boolean): void => {
  const [name, ...others] = split(spelled)
  if (name === undefined) return
  placeWords.set(name, { code, city })
  put(everywhere, [name, ...others.filter((other) => openPlaces.has(other))], [name])
  put(within, others, [name])
}
for (const [code, { country, cities }] of Object.entries<Country>(places.countries)) {
  addPlace(country ?? '', code, false)
  for (const city of cities ?? []) addPlace(city, code, true)
}
addPlace('telaviv', 'il', true)

/** The place that the names of firms of the DPRK begin with. */
export const korea = 'korea'

for (const { stems, name } of Object.entries(tradeWords).map(([key, row]) => ({
  ...row,
  name: key,
})))
  for (const stem of split(stems))
    put(
      everywhere,
      endings.map((ending) => stem + ending),
      [name],
    )

/** Numbers as digits: each word by where it counts. */
export const units: Map<string, number> = new Map()
export const tens: Map<string, number> = new Map()
export const numberMarks: ReadonlySet<string> = new Set(split(numbers.marks))
export const roman: Map<string, string> = new Map()
export const romanInitials: Map<string, string> = new Map()
export const beforeInitials: ReadonlySet<string> = new Set(split(numbers.before))
for (const [into, table] of [
  [everywhere, numbers.ordinals],
  [within, numbers.cardinals],
  [everywhere, numbers.names],
] as const)
  for (const [digits, words] of Object.entries(table)) {
    put(into, split(words), [digits])
    if (digits.length === 1) for (const word of split(words)) units.set(word, Number(digits))
  }
for (const [digits, words] of Object.entries(numbers.tens))
  for (const word of split(words)) {
    tens.set(word, Number(digits))
    put(everywhere, [word], [digits])
  }
for (const [into, written] of [
  [roman, numbers.roman],
  [romanInitials, numbers.initials],
] as const)
  split(written).forEach((word, k) => {
    if (word !== '-') into.set(word, String(k + 1))
  })

/** Words that forms of one name leave out more often than they part sister firms. */
export const omitted: ReadonlySet<string> = new Set(split(trades.omitted))

const titles = new Set(split(trades.titles))

/** Whether a canonical word shows that a name is one of an organisation. */
export const showsOrganisation = (word: string): boolean =>
  word === korea || isForm(word) || (Object.hasOwn(tradeWords, word) && !titles.has(word))

/** What a word of organisations names: bank, shipping and so on. */
export const kindOf = (word: string): string | undefined =>
  Object.hasOwn(tradeWords, word) ? tradeWords[word]?.kind : undefined

/** Proper names that lists print both as Korean words and translated, the first standing for all. */
export const properTwins: readonly (readonly string[])[] = twins.twins.map(
  ({ spellings }) => spellings,
)
for (const [name, ...others] of properTwins)
  put(
    within,
    others.filter((other) => /^[a-z]+$/.test(other)),
    [name as string],
  )

/** Places written in several words. */
export const joinedPlaces: Readonly<Record<string, readonly string[]>> = places.joined
