import table from '../../../data/label-kinds.json' with { type: 'json' }
import { type LabelKind, MusterError } from '../../model/index.ts'

type Concept = { readonly concept: string; readonly kind: LabelKind | null }

const concepts = table.concepts as readonly Concept[]
const ranks = new Map(concepts.map(({ concept }, rank) => [concept, rank]))
const explorer = new Map(Object.entries(table.explorer))
const levels = new Map(Object.entries(table.confidence))
const toForms = (rows: readonly { readonly pattern: string; readonly concept: string }[]) =>
  rows.map(({ pattern, concept }) => ({ form: new RegExp(pattern, 'i'), concept }))
const names = toForms(table.names)
const files = toForms(table.files)
const sources: readonly {
  readonly begins: string
  readonly concept: string
  readonly instead?: string
}[] = table.sources

/** Readers of labels, as the table of kinds names them. */
export type LabelReaderId = keyof typeof table.readers

/** What is said of an address, in any words of the taxonomy. */
export type Said = {
  readonly words: readonly string[]
  readonly name?: string
  readonly source?: string
}

/**
 * The category of an address and the stop that it makes, by the first concept in the order of
 * `data/label-kinds.json` among all that is said of it. Where none is known the category is the first
 * word itself, or `unknown`, and the kind is null.
 */
export const classify = ({
  words,
  name = '',
  source = '',
}: Said): {
  readonly category: string
  readonly kind: LabelKind | null
} => {
  const pages = sources.filter(({ begins }) => source.startsWith(begins))
  const said = [
    ...words.filter((word) => pages.every(({ instead }) => instead !== word)),
    ...names.filter(({ form }) => form.test(name)).map(({ concept }) => concept),
    ...pages.map(({ concept }) => concept),
  ]
  const rank = said.reduce(
    (best, word) => Math.min(best, ranks.get(word) ?? Number.POSITIVE_INFINITY),
    Number.POSITIVE_INFINITY,
  )
  const { concept, kind } = concepts[rank] ?? { concept: words[0] || 'unknown', kind: null }
  return { category: concept, kind }
}

export const isConcept = (word: string): boolean => ranks.has(word)

/** The category of an address of which only the kind is said. */
export const conceptOfKind = (kind: LabelKind): string => table.kinds[kind]

/** The concept of an explorer's label, or that label itself where the table does not know it. */
export const conceptOfExplorer = (label: string): string => explorer.get(label) ?? label

/** The concept of addresses in a file whose name alone tells what they are. */
export const conceptOfFile = (name: string): string | undefined =>
  files.find(({ form }) => form.test(name.replaceAll('_', ' ')))?.concept

/** 0 to 100 for a level by its name, or a whole number as it stands; undefined for another word. */
export const parseConfidence = (level: string): number | undefined =>
  levels.get(level) ?? (/^(?:100|\d{1,2})$/.test(level) ? Number(level) : undefined)

/** What labels of a reader are taken for where their file does not say. */
export const confidenceOf = (reader: LabelReaderId): number => {
  const confidence = parseConfidence(table.readers[reader])
  if (confidence === undefined) throw new MusterError('internal', `no confidence of ${reader}`)
  return confidence
}
