import type { StateStatement } from '../model/index.ts'
import {
  type Cell,
  type Contradiction,
  type Flip,
  findMemberState,
  fromDay,
  gradeOf,
  type Idle,
  labelTexts,
  type Proof,
  type Status,
  showHeadcount,
} from '../obligations/index.ts'
import type { Output } from './output/output.ts'
import { toPlain } from './terminal/plain.ts'
import { padToWidth, wrapToWidth } from './terminal/width.ts'

/** What a page on a state is written with. */
export type StatusPage = {
  readonly on: number
  readonly known: number
  readonly byId: ReadonlyMap<string, StateStatement>
  readonly page: Pick<Output, 'width' | 'paint'>
}

const widest = 110

/** The status of a state with its whole proof, as an outline in lines. */
export const showStatus = (status: Status, setting: StatusPage): readonly string[] => {
  const { paint } = setting.page
  const { label, midterm, final, presence, authorisation, excuse, headcount } = status
  const name = findMemberState(status.state)?.name ?? ''
  const days = `on ${fromDay(setting.on)}, as known on ${fromDay(setting.known)}`
  const cells: readonly CellLine[] = [
    ['label', label.value, label.proof, labelTexts[label.value]],
    ['midterm report', midterm.value, midterm.proof],
    ['final report', final.value, final.proof],
    ['presence', presence.value, presence.proof],
    ['authorisation', authorisation.value, authorisation.proof],
    ['excuse', excuse.value, excuse.proof],
    ['headcount', showHeadcount(headcount.value), headcount.proof],
  ]
  return [
    `${paint('heading', `${status.state}  ${name}`)}, ${days}`,
    ...cells.flatMap((cell) => showCell(setting, cell)),
    ...showContradictions(setting, status.contradictions),
    ...showFlips(setting, status.flips),
  ]
}

type CellLine = readonly [name: string, value: string, proof: Proof, says?: string]

const showCell = (
  setting: StatusPage,
  [name, value, { parts }, says]: CellLine,
): readonly string[] => [
  '',
  `${setting.page.paint('heading', name)}  ${value}${says ? `: ${says}` : ''}`,
  ...(parts.length === 0 ? [`  ${setting.page.paint('faint', 'rests on no statement')}`] : []),
  ...parts.flatMap((part) => showProof(setting, part, 2)),
]

/** Steps under one another; a step without words of its own leaves the place to those below it. */
export const showProof = (setting: StatusPage, proof: Proof, indent: number): readonly string[] => {
  const { says, statements, parts } = proof
  const below = (at: number): readonly string[] =>
    parts.flatMap((part) => showProof(setting, part, at))
  if (statements.length === 0)
    return says === '' ? below(indent) : [...wrap(setting, indent, says), ...below(indent + 2)]
  if (statements.length > 2)
    return [
      ...wrap(setting, indent, `${says}:`),
      ...wrap(setting, indent + 2, statements.join(', ')),
      ...below(indent + 2),
    ]
  const lines = statements.flatMap((id, at) =>
    showStatement(setting, { id, indent, note: at === 0 ? says : '' }),
  )
  return [...lines, ...below(indent + 4)]
}

type Line = { readonly id: string; readonly indent: number; readonly note: string }

const showStatement = (setting: StatusPage, { id, indent, note }: Line): readonly string[] => {
  const statement = setting.byId.get(id)
  const head = `${id}${statement ? `  ${sourceOf(statement)}` : ''}${note ? `  (${note})` : ''}`
  return [
    ...wrap(setting, indent, head),
    ...(statement ? wrap(setting, indent + 4, contentOf(statement)) : []),
  ]
}

/** `A2  RUS-MFA, by Reuters`: grade, origin and carrier. */
export const sourceOf = ({ origin, carrier, ...graded }: StateStatement): string =>
  `${gradeOf(graded)}  ${origin}${carrier ? `, by ${carrier}` : ''}`

const contentOf = ({ prop, text, lo, hi, validFrom, validTo, known }: StateStatement): string => {
  const number = lo === undefined && hi === undefined ? '' : ` ${showRange(lo, hi)}`
  const time = [...new Set([validFrom, validTo])].filter(Boolean).join(' to ')
  return `${prop}${number}${time ? `, ${time}` : ''}, known ${known}: ${text}`
}

const showRange = (lo: number | undefined, hi: number | undefined): string => {
  if (lo === hi) return `${lo}`
  return `${lo ?? 'up'} to ${hi ?? 'more'}`
}

const showContradictions = (
  setting: StatusPage,
  { value }: Cell<readonly Contradiction[]>,
): readonly string[] => [
  '',
  `${setting.page.paint('heading', 'contradictions')}  ${value.length === 0 ? 'none' : value.length}`,
  ...value.flatMap((one) => showSides(setting, one)),
]

/** Both sides beside one another; neither is chosen. */
const showSides = (
  setting: StatusPage,
  { kind, sides, resolve }: Contradiction,
): readonly string[] => {
  const width = Math.floor((Math.min(setting.page.width, widest) - 7) / 2)
  const [left = [], right = []] = sides.map(({ says, statements }) =>
    [says, ...statements.map((id) => `  ${id} ${tellGrade(setting, id)}`)].flatMap((line) =>
      wrapToWidth(toPlain(line), width),
    ),
  )
  const lines = Array.from(
    { length: Math.max(left.length, right.length) },
    (_, at) => `  ${padToWidth(left[at] ?? '', width, 'left')} | ${right[at] ?? ''}`,
  )
  const named = `  ${setting.page.paint('warning', kind.replaceAll('_', ' '))}`
  return [
    named,
    ...lines,
    ...(resolve ? wrap(setting, 4, `it would be resolved if ${resolve}`) : []),
  ]
}

const tellGrade = ({ byId }: StatusPage, id: string): string => {
  const statement = byId.get(id)
  return statement ? `${gradeOf(statement)} ${statement.origin}` : ''
}

const showFlips = (setting: StatusPage, { value }: Cell<readonly Flip[]>): readonly string[] => [
  '',
  setting.page.paint('heading', 'what one new fact would change'),
  ...(value.length === 0 ? ['  no single fact'] : []),
  ...value.flatMap(({ add, label }) => [
    ...wrap(setting, 2, `${label}: if ${add.text}`),
    ...wrap(setting, 6, `${sourceOf(add)}, ${add.prop}${add.validTo ? `, ${add.validTo}` : ''}`),
  ]),
]

/** What is said and bears on nothing here; what was learned later is not told. */
export const showIdle = (setting: StatusPage, idle: readonly Idle[]): readonly string[] => {
  const told = idle.filter(({ why }) => why !== 'learned later')
  if (told.length === 0) return []
  return [
    '',
    `${setting.page.paint('heading', 'said, and bearing on nothing above')}  ${told.length}`,
    ...told.flatMap(({ id, why }) => showStatement(setting, { id, indent: 2, note: why })),
  ]
}

/** Lines of a text that is indented and wrapped. */
export const wrap = ({ page }: StatusPage, indent: number, text: string): readonly string[] =>
  wrapToWidth(toPlain(text), Math.min(page.width, widest) - indent).map(
    (line) => `${' '.repeat(indent)}${line}`,
  )
