import type { Read } from '../../model/index.ts'
import { type Clause, splitRemarks } from './clauses.ts'
import type { Party } from './party.ts'
import { type Passage, type Segment, toPassage } from './passage.ts'
import { findRule, findWalletTail } from './rules.ts'

/** Reads remarks clause by clause; what no rule knows is kept as a note. */
export const readRemarks = (party: Party, remarks: Passage): void => {
  for (const clause of splitRemarks(remarks.text)) readClause(party, remarks, clause)
}

const readClause = (party: Party, remarks: Passage, { from, to }: Clause): void => {
  const text = remarks.text.slice(from, to)
  const rule = findRule(text, party.entry.schema === 'Person')
  if (rule) rule(party, { from, to, text, remarks })
  else party.entry.say('notes', remarks.at(from, to))
}

/** OFAC cuts remarks at that many characters and continues them in the comments. */
const longestRemarks = 1000

/**
 * Reads remarks that comment rows may continue. Half a clause is no fact, so it is rejected: the last
 * one of remarks that are cut and not continued, and the first one of comments that continue remarks
 * which are not cut, because both tables are not of the same day.
 */
export const readContinuedRemarks = (
  party: Party,
  remarks: Segment | undefined,
  comments: readonly Segment[],
): readonly Read[] => {
  const stops = remarks?.text.trimEnd().endsWith('.') ?? false
  const full = (remarks?.text.length ?? 0) >= longestRemarks
  if (remarks && comments.length > 0 && (full || !stops)) {
    readRemarks(party, toPassage([remarks, ...comments]))
    return []
  }
  const rejects: Read[] = []
  if (remarks) {
    const passage = toPassage([remarks])
    const clauses = [...splitRemarks(remarks.text)]
    const half = full && !stops ? clauses.pop() : undefined
    for (const clause of clauses) readClause(party, passage, clause)
    if (half) rejects.push(toReject(passage, half, 'cut at 1,000 characters and not continued'))
  }
  if (comments.length > 0) {
    const passage = toPassage(comments)
    const [first, ...clauses] = splitRemarks(passage.text)
    if (first && !readWhole(party, passage, first))
      rejects.push(toReject(passage, first, "its beginning is not in the party's remarks"))
    for (const clause of clauses) readClause(party, passage, clause)
  }
  return rejects
}

const toReject = (passage: Passage, { from, to }: Clause, reason: string): Read => {
  const { text, place, source } = passage.at(from, to)
  return { ok: false, source, place, reason, text }
}

/** Reads a clause that may lack its beginning, if a rule knows it as it is. */
const readWhole = (party: Party, passage: Passage, clause: Clause): boolean => {
  const text = passage.text.slice(clause.from, clause.to)
  const rule = findRule(text, false) ?? findWalletTail(text)
  rule?.(party, { ...clause, text, remarks: passage })
  return rule !== undefined
}

/** The clauses of remarks that no rule knows and that are kept as notes: prose. For coverage tests. */
export const unknownClauses = (remarks: string, person: boolean): readonly string[] =>
  [...splitRemarks(remarks)]
    .map(({ from, to }) => remarks.slice(from, to))
    .filter((text) => !findRule(text, person))
