import type { StateStatement } from '../model/index.ts'
import { inRole, suppose } from './dossier.ts'
import { labelOf } from './label.ts'
import { type Cell, type Proof, statementsOf, step } from './proof.ts'
import { fromDay } from './rule-date.ts'
import type { Said } from './said.ts'
import { days, type Label, rows } from './status-rules.ts'
import { isInScope, toView, type View } from './view.ts'

/** One new fact, as a statement of the contract, and the label that the state would then have. */
export type Flip = { readonly add: StateStatement; readonly label: Label }

/** What a made-up fact says; the rest of the statement is filled in. */
type Fact = Partial<StateStatement> & Pick<StateStatement, 'prop' | 'text'>

/**
 * For each label that one new fact would bring about, the smallest such fact: a word by one more origin
 * before a claim by the state, a claim before a finding. The facts are made up, and say so; each was
 * added and gave its label.
 */
export const flipsOf = (view: View, label: Cell<Label>): Cell<readonly Flip[]> => {
  const found = new Map<Label, StateStatement>()
  const sighting = sightingBeside(view, label)
  const parts: Proof[] = [label.proof, step('seen', sighting ? [sighting.id] : [])]
  if (view.on >= days.cap && view.dossier.state !== 'PRK')
    for (const [at, fact] of factsFor(view, label, sighting).entries()) {
      const add = fill(view, fact, at)
      const { value, proof } = labelOf(toView(suppose(view.dossier, add), view))
      const rests = statementsOf(proof).filter((id) => id !== add.id)
      parts.push(step(value, rests))
      if (value !== label.value && !found.has(value)) found.set(value, add)
    }
  const order = [...new Set(rows.map((row) => row.label))]
  const value = order.flatMap((to): Flip[] => {
    const add = found.get(to)
    return add ? [{ add, label: to }] : []
  })
  return { value, proof: step('what one new fact would change', [], parts) }
}

const origins = {
  another: 'one more independent source',
  body: '1718 Committee',
}

const factsFor = (view: View, label: Cell<Label>, sighting: Said | undefined): readonly Fact[] => {
  const { on, dossier } = view
  const own = { origin: dossier.state, reliability: 'A', credibility: 2 } as const
  const another = { origin: origins.another, reliability: 'C' } as const
  const day = fromDay(Math.min(on, view.known))
  const now = { validFrom: day, validTo: day }
  const before = fromDay(Math.min(on, view.known, days.deadline))
  const reported = { validFrom: before, validTo: before }
  return [
    ...(sighting ? [counterpart(sighting)] : []),
    { ...another, ...now, credibility: 2, prop: 'sighting', text: 'workers are seen' },
    ...withdrawals(view, label),
    { ...own, ...now, prop: 'claimed_zero', lo: 0, hi: 0, text: 'the state says that none remain' },
    {
      ...own,
      ...now,
      prop: 'exception_claimed',
      text: 'the state claims an exception of resolution 2397, paragraph 8',
    },
    {
      ...own,
      ...reported,
      prop: 'headcount',
      kind: 'stock',
      lo: 1,
      hi: 1,
      text: `the state says that some remain on ${before}`,
    },
    {
      ...own,
      ...now,
      prop: 'headcount',
      kind: 'stock',
      lo: 1,
      hi: 1,
      text: `the state says that some remain on ${day}`,
    },
    {
      ...another,
      ...now,
      credibility: 3,
      prop: 'authorisation_granted',
      text: 'work is authorised anew',
    },
    {
      ...now,
      origin: origins.body,
      reliability: 'B',
      credibility: 2,
      prop: 'finding',
      text: 'workers are found present',
    },
    {
      ...now,
      origin: origins.body,
      reliability: 'B',
      credibility: 2,
      prop: 'finding',
      unit: 'authorisations',
      text: 'work is found to have been authorised anew',
    },
  ]
}

/** The sighting that a second origin would best stand beside: one that the label rests on, or the newest. */
const sightingBeside = (view: View, label: Cell<Label>): Said | undefined => {
  const seen = inRole(view.dossier, 'present').filter((said) => !said.own && isInScope(view, said))
  const rests = new Set(statementsOf(label.proof))
  return seen.find(({ id }) => rests.has(id)) ?? seen[0]
}

/** What a second origin says beside a sighting, about the same time. */
const counterpart = ({ statement: { validFrom, validTo }, id }: Said): Fact => ({
  origin: origins.another,
  reliability: 'C',
  credibility: 2,
  prop: 'sighting',
  ...(validFrom ? { validFrom } : {}),
  ...(validTo ? { validTo } : {}),
  text: `workers are seen when ${id} says so`,
})

/** For each statement that the label rests on: its origin takes it back. */
const withdrawals = (view: View, label: Cell<Label>): readonly Fact[] =>
  statementsOf(label.proof).flatMap((id) => {
    const said = view.dossier.byId.get(id)
    return said?.roles.some((role) => role !== 'series') ? [withdraw(said)] : []
  })

/** The row by which an origin takes a statement back. A word on presence goes without a number: none would be another claim. */
export const withdraw = ({ statement, topic, id }: Said): Fact => {
  const { lo: _, hi: __, relation: ___, target: ____, carrier: _____, ...kept } = statement
  const text = `the origin of ${id} takes it back`
  const back = { ...kept, relation: 'corrects', target: id, text } as const
  return topic === 'presence' ? { ...back, prop: 'headcount' } : { ...back, lo: 0, hi: 0 }
}

const fill = (view: View, fact: Fact, at: number): StateStatement => ({
  reliability: 'C',
  credibility: 3,
  origin: origins.another,
  ...fact,
  id: `flip-${view.dossier.state}-${at + 1}`,
  state: view.dossier.state,
  known: fromDay(view.known),
})
