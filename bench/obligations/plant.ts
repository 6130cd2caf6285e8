import type { CountKind, StateStatement } from '../../src/model/index.ts'
import type { Dice } from '../dice.ts'

/** A conflict that was planted: its kind, and the statements that were made for it. */
export type Planted = { readonly kind: PlantedKind; readonly ids: readonly string[] }

export type PlantedKind = 'sum' | 'stock_flow' | 'date' | 'definition' | 'copy'

const kinds: readonly PlantedKind[] = ['sum', 'stock_flow', 'date', 'definition', 'copy']

/** A register with so many conflicts in it, in turn of every kind, no statement used for two. */
export const plantConflicts = (
  dice: Dice,
  register: readonly StateStatement[],
  count: number,
): { readonly statements: readonly StateStatement[]; readonly planted: readonly Planted[] } => {
  const statements = [...register]
  const planted: Planted[] = []
  const used = new Set<string>()
  for (let at = 0; at < count; at++) {
    const kind = kinds[at % kinds.length] as PlantedKind
    const model = pick(
      dice,
      statements.filter((one) => !used.has(one.id) && models[kind](one)),
    )
    const id = `planted-${at}`
    const made = makers[kind](dice, model, id)
    used.add(model.id).add(id)
    planted.push({ kind, ids: [id] })
    statements.push(made)
  }
  return { statements, planted }
}

const pick = <T>(dice: Dice, all: readonly T[]): T => all[dice(all.length)] as T

const isOriginal = ({ relation }: StateStatement): boolean => relation === undefined

const number = ({ lo, hi }: StateStatement): number => (lo === hi ? (lo ?? 0) : 0)

const isYear = ({ validFrom, validTo }: StateStatement): boolean =>
  validFrom?.endsWith('-01-01') === true && validTo?.endsWith('-12-31') === true

/** What a conflict of each kind can be planted beside. */
const models: Readonly<Record<PlantedKind, (statement: StateStatement) => boolean>> = {
  sum: (one) => isOriginal(one) && one.kind === 'trips' && one.cohort === undefined && isYear(one),
  stock_flow: (one) => isOriginal(one) && one.kind === 'stock' && number(one) > 100,
  date: (one) => isOriginal(one) && (one.prop === 'report_filed' || one.kind === 'stock'),
  definition: (one) =>
    isOriginal(one) && number(one) > 100 && ['trips', 'plan', 'stock'].includes(one.kind ?? ''),
  copy: (one) => isOriginal(one) && number(one) > 100,
}

type Maker = (dice: Dice, model: StateStatement, id: string) => StateStatement

const another = { origin: 'another source', carrier: 'another carrier' }

const otherKind: Readonly<Record<CountKind, CountKind>> = {
  stock: 'plan',
  plan: 'stock',
  trips: 'visas',
  visas: 'trips',
  flow: 'trips',
}

const makers: Readonly<Record<PlantedKind, Maker>> = {
  sum: (dice, model, id) => {
    const share = (5 + dice(40)) / 100
    const count = Math.round(number(model) * (dice(2) === 0 ? 1 + share : 1 - share))
    return { ...model, ...another, id, lo: count, hi: count, text: `in all ${count}` }
  },
  stock_flow: (dice, model, id) => {
    const share = (20 + dice(150)) / 100
    const count = Math.round(
      dice(2) === 0 ? number(model) * (1 + share) : number(model) / (1 + share),
    )
    return { ...model, ...another, id, lo: count, hi: count, text: `there are ${count}` }
  },
  date: (_dice, model, id) =>
    model.prop === 'report_filed'
      ? {
          ...model,
          ...another,
          id,
          validFrom: model.unit?.startsWith('final') ? '2019-02-10' : '2018-05-10',
          validTo: model.unit?.startsWith('final') ? '2019-02-10' : '2018-05-10',
          text: 'it was filed early',
        }
      : { ...model, ...another, id, known: '2017-06-30', text: 'it was known early' },
  definition: (_dice, model, id) => ({
    ...model,
    ...another,
    id,
    kind: otherKind[model.kind ?? 'trips'],
    text: 'the same number, called otherwise',
  }),
  copy: (dice, model, id) => {
    const count = changeDigit(dice, number(model))
    return {
      ...model,
      id,
      carrier: 'careless copy',
      relation: 'repeats',
      target: model.id,
      lo: count,
      hi: count,
    }
  },
}

const changeDigit = (dice: Dice, count: number): number => {
  const digits = [...String(count)]
  const at = dice(digits.length)
  const old = Number(digits[at])
  digits[at] = String(at === 0 ? 1 + ((old - 1 + 1 + dice(8)) % 9) : (old + 1 + dice(9)) % 10)
  return Number(digits.join(''))
}
