import { type Evidence, type Outcome, type Schema, toBits, toScore } from '../model/index.ts'
import { sayConfusables } from '../names/index.ts'
import type { Profile } from './profile.ts'
import { type Match, type Screened, toEvidence } from './screener.ts'

/** The version of a list that was searched. */
export type ListUsed = { readonly id: string; readonly version: string }

/** A piece of evidence as answers print it, in bits. */
export type Part = {
  readonly feature: string
  readonly outcome: Outcome
  readonly left: string | null
  readonly right: string | null
  readonly bits: number
  readonly group: string
  /** How the two agree or differ, in words. */
  readonly how?: string
}

/**
 * An identifier that fails its own check: kept, flagged and compared as written. A name with letters of
 * another script in a word: flagged and compared as the letters that are meant.
 */
export type Flag = { readonly prop: string; readonly value: string; readonly why: string }

/** A designation that the subject may be; `bits` = the prior and the bits of the evidence. */
export type AnsweredMatch = {
  readonly entity: string
  readonly reference: string
  readonly caption: string
  readonly schema: Schema
  readonly list: string
  readonly programs: readonly string[]
  readonly listingDate: string | null
  readonly bits: number
  readonly score: number
  readonly tied: number
  readonly evidence: readonly Part[]
  readonly flags: readonly Flag[]
}

/** One line of `muster screen`: the answer for one subject, clean or not. */
export type Answer = {
  readonly subject: string
  readonly entity: string
  readonly asked: {
    readonly schema: Schema
    readonly properties: Readonly<Record<string, readonly string[]>>
  }
  readonly flags: readonly Flag[]
  readonly lists: readonly ListUsed[]
  readonly prior: number
  readonly matches: readonly AnsweredMatch[]
  readonly cut: number
}

export const toPart = ({
  feature,
  outcome,
  left,
  right,
  millibits,
  group,
  how,
}: Evidence): Part => ({
  feature,
  outcome,
  left: left ?? null,
  right: right ?? null,
  bits: toBits(millibits),
  group,
  ...(how ? { how } : {}),
})

const toAsked = ({ entity, schema }: Profile): Answer['asked'] => {
  const properties: Record<string, string[]> = {}
  for (const { prop, value } of entity.statements) {
    const values = properties[prop] ?? []
    if (!values.includes(value)) values.push(value)
    properties[prop] = values
  }
  return { schema, properties }
}

const flagsOf = ({ identifiers, names }: Profile): Flag[] => [
  ...identifiers.flatMap(({ said, value, flag }) =>
    flag ? [{ prop: said.prop, value, why: flag }] : [],
  ),
  ...names.flatMap(({ said, value }) => {
    const why = sayConfusables(value)
    return why ? [{ prop: said.prop, value, why }] : []
  }),
]

const toAnsweredMatch = ({ listed, evidence, total, tied }: Match): AnsweredMatch => ({
  entity: listed.profile.entity.id,
  reference: listed.reference,
  caption: listed.caption,
  schema: listed.profile.schema,
  list: listed.list,
  programs: listed.programs,
  listingDate: listed.listingDate ?? null,
  bits: toBits(total),
  score: toScore(total),
  tied,
  evidence: evidence.map(toEvidence).map(toPart),
  flags: flagsOf(listed.profile),
})

export const toAnswer = (screened: Screened, lists: readonly ListUsed[]): Answer => ({
  subject: screened.subject.entity.key,
  entity: screened.subject.entity.id,
  asked: toAsked(screened.subject),
  flags: flagsOf(screened.subject),
  lists,
  prior: toBits(screened.prior),
  matches: screened.matches.map(toAnsweredMatch),
  cut: screened.cut,
})
