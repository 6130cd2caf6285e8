import {
  type DutyStatus,
  groupBy,
  isReport,
  type Owing,
  showParagraph,
} from '../obligations/index.ts'
import { showAct } from './duty-text.ts'
import { type StatusPage, showProof, sourceOf, wrap } from './status-text.ts'

const indent = 2

/**
 * Where a state stands under its other duties, in lines: reports and what rests on statements one by
 * one, the others by what would make them owed.
 */
export const showDutyStatuses = (
  duties: readonly DutyStatus[],
  setting: StatusPage,
): readonly string[] => {
  const { paint } = setting.page
  const counts = groupBy(duties, ({ status }) => showWord(status.value))
  const told = [...counts].map(([word, { length }]) => `${length} ${word}`).join(', ')
  if (duties.length === 0) return ['', `${paint('heading', 'other duties')}  none on this day`]
  const [single, rest] = [duties.filter(isSingle), duties.filter((one) => !isSingle(one))]
  const owed = rest.filter(({ bound, status }) => isPlain(bound, status.value))
  const open = groupBy(
    rest.filter(({ bound, status }) => !isPlain(bound, status.value)),
    ({ bound: { trigger = 'the state gave it' }, status, flips }) =>
      `${showWord(status.value)}, and ${showWord(flips[0]?.status ?? '')} if ${trigger}`,
  )
  return [
    '',
    `${paint('heading', 'other duties')}  ${told}`,
    ...wrap(
      setting,
      indent,
      'None of these says that a duty is kept or broken; only a must can be owed.',
    ),
    ...single.flatMap((one) => showSingle(one, setting)),
    ...wrap(setting, indent, `owed, as by every member: ${owed.map(paragraphOf).join(', ')}`),
    ...[...open].flatMap(([says, all]) =>
      wrap(setting, indent, `${says}: ${all.map(paragraphOf).join(', ')}`),
    ),
  ]
}

const isPlain = ({ trigger }: DutyStatus['bound'], status: Owing): boolean =>
  trigger === undefined && status === 'owed'

const showWord = (value: string): string => value.replaceAll('_', ' ')

const paragraphOf = ({ bound }: DutyStatus): string => showParagraph(bound.duty)

/** What has a day of its own to say, or rests on statements. */
const isSingle = ({ bound: { duty, due }, status }: DutyStatus): boolean =>
  (isReport(duty) && due !== undefined) || status.proof.parts.length > 0

const showSingle = (one: DutyStatus, setting: StatusPage): readonly string[] => {
  const { bound, status, flips } = one
  const { duty, due } = bound
  const force = showWord(duty.force)
  const day = status.value === 'report_due' ? ' by' : ', due'
  const by = due ? `${day} ${due}` : ''
  const head = `${paragraphOf(one)}  ${showWord(status.value)}${by}  (${force}; ${duty.id})`
  return [
    ...wrap(setting, indent, head),
    ...wrap(setting, indent + 4, showAct(duty)),
    ...status.proof.parts.flatMap((part) => showProof(setting, part, indent + 4)),
    ...flips.flatMap(({ add, status: to }) =>
      wrap(setting, indent + 4, `${showWord(to)} if ${add.text} (${sourceOf(add)})`),
    ),
  ]
}
