import {
  formatBits,
  type Markup,
  markup,
  type PairRow,
  type PairTable,
  type PairValue,
  pairTable,
  waterfall,
} from '../figures/index.ts'
import {
  type Entity,
  type Evidence,
  MusterError,
  type NewStatement,
  statementId,
  sumMillibits,
  type Weight,
} from '../model/index.ts'
import { findScript } from './language.ts'
import { originsOf, placeInside } from './place.ts'
import type { Context, ReportFinding } from './report.ts'
import { counted, formatScore, toLabel } from './words.ts'

type Bits = Weight & { readonly kind: 'bits' }

/** One of the two that are compared: its statements by id, and how to say where one stands. */
type Side = {
  readonly said: ReadonlyMap<string, NewStatement>
  readonly placeOf: (said: NewStatement) => string
}

const saidBy = (entity: Entity | undefined): ReadonlyMap<string, NewStatement> =>
  new Map(entity?.statements.map((said) => [statementId(said), said]))

/** Places of rows are short; those of elements are told from the entry's own, printed with it. */
const sideOfSubject = (subject: Entity | undefined): Side => ({
  said: saidBy(subject),
  placeOf: ({ place }) => place,
})

const sideOfOther = (entity: Entity | undefined, { sources }: Context): Side => {
  const origins = entity ? originsOf(entity, sources) : []
  return { said: saidBy(entity), placeOf: (said) => placeInside([said], origins) }
}

const toValue = (
  text: string | undefined,
  facts: readonly string[],
  side: Side,
): PairValue | undefined => {
  if (text === undefined) return undefined
  const fact = facts.flatMap((id) => side.said.get(id) ?? [])[0]
  const script = findScript(text, fact?.lang)
  const notes = [script?.name ?? '', fact ? side.placeOf(fact) : ''].filter(Boolean)
  return { text, notes, ...(script ? { lang: script.lang } : {}) }
}

/** Groups that more than one piece of evidence shares. */
const sharedGroups = (evidence: readonly Evidence[]): ReadonlySet<string> => {
  const groups = evidence.map(({ group }) => group)
  return new Set(groups.filter((group, i) => groups.indexOf(group) < i))
}

const toRows = (evidence: readonly Evidence[], left: Side, right: Side): readonly PairRow[] => {
  const shared = sharedGroups(evidence)
  return evidence.map((piece) => {
    const mine = toValue(piece.left, piece.facts, left)
    const theirs = toValue(piece.right, piece.facts, right)
    return {
      feature: toLabel(piece.feature),
      outcome: piece.outcome,
      millibits: piece.millibits,
      ...(shared.has(piece.group)
        ? { detail: `group: ${toLabel(piece.group).toLowerCase()}` }
        : {}),
      ...(mine ? { left: mine } : {}),
      ...(theirs ? { right: theirs } : {}),
    }
  })
}

/** The sum must be the weight that was kept: two numbers for one thing would both be worthless. */
const checkSum = ({ prior, total }: Bits, evidence: readonly Evidence[]): void => {
  const sum = prior + sumMillibits(evidence)
  if (sum === total) return
  throw new MusterError('internal', `a finding of ${total} millibits has parts that sum to ${sum}`)
}

const drawSum = ({ prior, total }: Bits, tied: number): Markup => {
  const tie = tied > 1 ? ` ${counted(tied, 'match', 'matches')} of this case weigh the same.` : ''
  return markup`<p class="sum"><span>prior ${formatBits(prior)}</span> <span>evidence ${formatBits(total - prior)}</span> <span>total <b>${formatBits(total)} bits</b></span> <span>score ${formatScore(total)}</span>${tie}</p>
`
}

/** How two values agree: what is said of them, then part by part. */
const drawHow = (evidence: readonly Evidence[]): Markup | undefined => {
  const told = evidence.flatMap(({ feature, how }) => (how ? [{ feature, how }] : []))
  if (told.length === 0) return undefined
  return markup`<div class="how">${told.map(({ feature, how }) => {
    const [says = '', ...parts] = how.split(/: (.*)/s)
    const lines = parts
      .join('')
      .split('; ')
      .filter((line) => line !== '')
    return markup`<p><b>${toLabel(feature)}:</b> ${says}</p><ul>${lines.map((line) => markup`<li>${line}</li>`)}</ul>`
  })}</div>`
}

const drawInnocent = (evidence: readonly Evidence[]): Markup | undefined => {
  const told = evidence.filter((piece) => piece.innocent)
  if (told.length === 0) return undefined
  return markup`<div class="innocent"><p>Think of an innocent explanation:</p><ul>${told.map((piece) => markup`<li><b>${toLabel(piece.feature)}.</b> ${piece.innocent}</li>`)}</ul></div>`
}

const drawPicture = (table: PairTable, anchor: string): Markup => {
  const steps = table.rows
    .filter(({ millibits }) => millibits !== 0)
    .map(({ feature, millibits }) => ({ label: feature, millibits }))
  const picture = waterfall({
    id: anchor,
    title: 'How the bits add up from the prior to the total',
    prior: { ...table.prior, label: 'Prior' },
    steps,
    total: table.total,
  })
  return markup`<figure>${picture}<figcaption>Arrows to the right speak for the claim, arrows to the left against it. The thin line marks even odds.</figcaption></figure>`
}

/** A weight in bits: its sum, both values of each comparison, and the picture of how they add up. */
export const drawWeighed = (
  { finding, designation, records, tied }: ReportFinding,
  subject: Entity | undefined,
  place: { readonly anchor: string; readonly context: Context },
): Markup => {
  const weight = finding.weight as Bits
  checkSum(weight, finding.evidence)
  const [left, right] = records
    ? [sideOfSubject(records[0]), sideOfSubject(records[1])]
    : [sideOfSubject(subject), sideOfOther(designation?.entity, place.context)]
  const table: PairTable = {
    caption: 'Both values side by side',
    left: records ? `Record ${records[0].key}` : 'Your record',
    right: records ? `Record ${records[1].key}` : 'The list',
    rows: toRows(finding.evidence, left, right),
    prior: { label: 'Prior, before looking', millibits: weight.prior },
    total: 'Total',
  }
  return markup`${drawSum(weight, tied)}<div class="weighed"><div>${pairTable(table)}${drawHow(finding.evidence)}${drawInnocent(finding.evidence)}</div>${drawPicture(table, place.anchor)}</div>
`
}
