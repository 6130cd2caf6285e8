import type { Millibits, Outcome } from '../../model/index.ts'
import { fieldsInWord } from './comparison.ts'
import { type Field, showValue } from './field.ts'
import type { Linked } from './link.ts'
import type { LinkedTable } from './link-table.ts'
import { level, levelWords } from './rules/levels.ts'
import type { Part } from './weights.ts'

/** What one field says of a pair. */
export type PairPart = {
  readonly field: string
  readonly left: string
  readonly right: string
  readonly outcome: Outcome
  readonly millibits: Millibits
  readonly how: string
}

/** The weight of a pair: prior plus parts is the total exactly. */
export type PairExplanation = {
  readonly prior: Millibits
  readonly parts: readonly PairPart[]
  readonly total: Millibits
}

/** The part that says what relatives, a rival explanation, take off. */
export const relatives = 'relatives'

/** Explains what two rows weigh together, whether or not a key brought them together. */
export const explainPair = (linked: Linked, rowA: number, rowB: number): PairExplanation => {
  const { tables, tableOf, placeOf } = linked
  const [one, other] = [tables[tableOf[rowA] as number], tables[tableOf[rowB] as number]]
  return one && one === other
    ? explainInTable(one, placeOf[rowA] as number, placeOf[rowB] as number)
    : explainKinds(one as LinkedTable, other as LinkedTable)
}

/** What it weighs that two records are of different kinds: no other evidence comes near it. */
const otherKind: Millibits = -100_000

const explainKinds = ({ kind, weights }: LinkedTable, other: LinkedTable): PairExplanation => {
  const part: PairPart = {
    field: 'kind',
    left: kind,
    right: other.kind,
    outcome: 'differ',
    millibits: otherKind,
    how: 'records of two kinds are never of one',
  }
  return { prior: weights.prior, parts: [part], total: weights.prior + otherKind }
}

const explainInTable = (table: LinkedTable, rowA: number, rowB: number): PairExplanation => {
  const { records, comparison, weights } = table
  const { recordOf, fields } = records
  const [a, b] = [recordOf[rowA] as number, recordOf[rowB] as number]
  const [one, other] = a < b ? [a, b] : [b, a]
  comparison.compare(one, other)
  const { low, high } = comparison
  const levelOf = (field: number): number =>
    ((field < fieldsInWord ? low : high) >>> (3 * (field % fieldsInWord))) & 7
  const weighed = weights.partsOf(one, other, levelOf)
  const parts = weighed.parts.map((part): PairPart => {
    const field = fields[part.field] as Field
    const show = (record: number): string => {
      const value = comparison.valueOf(record, part.field)
      return value < 0 ? '' : showValue(field, value)
    }
    return {
      field: field.name,
      left: show(a),
      right: show(b),
      outcome: outcomeOf(part.level),
      millibits: part.base + part.beside + part.rarity,
      how: sayHow(part, table),
    }
  })
  if (weighed.kin !== 0)
    parts.push({
      field: relatives,
      left: '',
      right: '',
      outcome: 'partly',
      millibits: weighed.kin,
      how: 'two persons of one family would state as much alike',
    })
  const total = parts.reduce((sum, { millibits }) => sum + millibits, weights.prior)
  return { prior: weights.prior, parts, total }
}

const outcomeOf = (each: number): Outcome => {
  if (each === level.differ) return 'differ'
  return each === level.same || each === level.crossed ? 'agree' : 'partly'
}

/** Parts of a part that are too small to be told apart from nothing. */
const leastTold: Millibits = 50

const signed = (millibits: Millibits): string =>
  `${millibits < 0 ? '−' : '+'}${(Math.abs(millibits) / 1000).toFixed(1)}`

const sayHow = (part: Part, { records, weights }: LinkedTable): string => {
  const { kind } = records.fields[part.field] as Field
  const words = [levelWords[kind][part.level] ?? '']
  const { beside, rarity } = part
  if (part.level === level.read) return words.join('')
  if (Math.abs(rarity) >= leastTold)
    words.push(`${rarity > 0 ? 'a rare value' : 'a common value'} ${signed(rarity)}`)
  if (Math.abs(beside) >= leastTold) {
    const parent = records.fields[weights.parentOf(part.field)] as Field
    words.push(`goes with ${parent.name} ${signed(beside)}`)
  }
  return words.join('; ')
}
