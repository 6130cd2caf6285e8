import { showCount } from '../../model/index.ts'
import type { ChangeInterval } from './change-point.ts'
import type { Closure } from './closure.ts'
import type { Fall } from './fall.ts'
import type { Rise } from './rise.ts'
import type { Purpose } from './rules.ts'
import type { Panel, Point } from './series.ts'
import type { Transition } from './transition.ts'
import type { TroopMove } from './troops.ts'
import type { Visible } from './visible.ts'
import { levelOf } from './window.ts'
import {
  bitsText,
  changeText,
  classText,
  levelText,
  listText,
  periodText,
  pointText,
} from './words.ts'
import type { WorkersFall } from './workers.ts'

const innocentWords: Readonly<Record<Transition['innocent'], string>> = {
  growth: 'that the classes grew by themselves or all together',
  return: 'that traffic came back to its level before a closure',
  redefinition: 'that one class took the name of another',
}

/** One figure as it stands, several as the level that they make together. */
const sideText = (points: readonly Point[], kind: Panel['kind']): string => {
  const [first, ...others] = points
  const period = periodText({ from: first?.from ?? 0, to: points.at(-1)?.to ?? 0 })
  return first && others.length === 0
    ? `${pointText(first)} (${period})`
    : `${levelText(levelOf(points, kind), kind)} (${period})`
}

const risersText = ({ panel, risers }: Transition): string =>
  listText(
    risers.map(({ purpose, before, after }) => {
      const [old, now] = [sideText(before, panel.kind), sideText(after, panel.kind)]
      return `${classText(purpose as Purpose, panel.measure)} rose from ${old} to ${now}`
    }),
  )

const workersText = ({ panel, peak, latest }: WorkersFall): string =>
  `${classText('work', panel.measure)} fell from ${pointText(peak)} (${periodText(peak)}) to ${pointText(latest)} (${periodText(latest)})`

const notPersons = (panel: Panel): string =>
  panel.kind === 'flow'
    ? ` ${panel.measure === 'visas' ? 'Visas' : 'Entries'} are not persons: one worker may have several.`
    : ''

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Why a rise is read as a switch, or why it is only a rise. */
export const sayRise = (
  { transition, workers, timing, bits }: Rise,
  change: ChangeInterval,
  setAside: readonly string[],
): string => {
  const weight = `a hidden group makes the figures likelier by ${bitsText(bits)} than ${innocentWords[transition.innocent]}${workers ? ` (of these ${bitsText(timing)} from the time of the rise)` : ''}`
  const aside = setAside.length > 0 ? ` Set aside: ${setAside.join('; ')}.` : ''
  const where = `${changeText(change)}; ${weight}.`
  const rose = capital(risersText(transition))
  if (workers) {
    return `${rose}, while ${workersText(workers)}. ${where}${aside}${notPersons(transition.panel)}`
  }
  return `${rose}. ${where}${aside} No figures show that workers fell, so nothing ties the rise to them.`
}

/** A closure: everything fell, so nothing follows about workers. */
export const sayClosure = ({ panel, change, levels, from, to, bits }: Closure): string =>
  `All ${panel.measure} fell together, from ${levelText(levels[0], 'flow')} to ${levelText(levels[1], 'flow')} (${periodText({ from, to })}). ${changeText(change)}; ${bitsText(bits)} against no change. This is a closed border: zero under it is no sign that workers were sent home.`

/** Troops: a class of their own; the period is set aside. */
export const sayTroops = ({ panel, points, why, event, bits, from, to }: TroopMove): string => {
  if (why === 'known') {
    const periods = [...new Set(points.map(periodText))]
    return `Figures on ${panel.measure} of ${listText(periods)} are set aside: ${event?.says ?? ''}. Soldiers are a class of their own; no claim rests on these figures.`
  }
  const what =
    why === 'military'
      ? `entries of the military jumped to ${pointText(points[0] as Closure['points'][number])}`
      : `${pointText(points[0] as Closure['points'][number])} ${panel.measure} appeared that no class explains`
  return `${capital(what)} in ${periodText({ from, to })} (${bitsText(bits)} against no jump). The period is set aside: troops would do this, and no claim rests on it.`
}

/** A relabelling: the sum stayed. */
export const sayRenaming = ({ panel, relabelling, relabellingBits, cut }: Transition): string => {
  if (!relabelling) return ''
  const { from, to, vanished } = relabelling
  const [old, now] = [classText(from, panel.measure), classText(to, panel.measure)]
  const lost = vanished ? `${old} are no longer in the tables` : `what ${old} lost, ${now} gained`
  const workers =
    from === 'work'
      ? ' A complete change of visas would look the same: ask the host which it is.'
      : ''
  return `${capital(lost)}, and with ${now} the sum is as it was (from ${periodText({ from: cut.start, to: cut.end })}; ${bitsText(relabellingBits)} over growth). The classes were redefined; this is no sign of a switch.${workers}`
}

/** A fall: what it does not show. */
export const sayFall = ({ panel, purposes, levels, change, bits }: Fall): string => {
  const names = purposes.map((purpose) => classText(purpose, panel.measure))
  const surest = names.length > 1 ? `, ${names[0]}` : ''
  const [old, now] = levels.map((level) => levelText(level, panel.kind))
  return `${capital(listText(names))} fell${surest} from ${old} to ${now}. ${changeText(change)}; ${bitsText(bits)} against no change. A fall does not show that workers went home: they may be there by another class, or stay without one.`
}

/** Nothing found, and how much could have been missed. */
export const sayNothing = (
  panel: Panel,
  visible: Visible | undefined,
  tooSmall: boolean,
): string => {
  if (!visible) {
    return `Too few to tell: no class of ${panel.measure} other than work has two figures of its own that can be compared.`
  }
  const least = `a hidden group of fewer than about ${showCount(Math.round(visible.group))} a year among ${classText(visible.purpose, panel.measure)} (usually ${levelText(visible.usual, panel.kind)}) would not be seen`
  if (tooSmall) return `Too few to tell: ${least}, and no more workers than that fell away.`
  return `No class rose by more than it could by itself; ${least}.`
}
