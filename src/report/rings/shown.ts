import type { Step } from '../../figures/index.ts'
import type { CaseValue, RingCase } from '../../identity/index.ts'
import { type Finding, MusterError, sumMillibits, toMillibits } from '../../model/index.ts'
import { counted, toLabel } from '../words.ts'

/** A shared value with the number that tells it from others of the same look. */
export type ShownValue = CaseValue & { readonly number: number; readonly label: string }

/** A value of whom two hold one has a number, since values that are not shown in full can look alike. */
export const toShown = ({ values }: RingCase): readonly ShownValue[] =>
  values
    .map((value, at) => ({ value, at }))
    .sort((a, b) => b.value.bits - a.value.bits || a.at - b.at)
    .map(({ value }, i) => ({
      ...value,
      number: i + 1,
      label: `${i + 1} ${toLabel(value.kind)} ${value.value}`,
    }))

/** Most values that a waterfall shows one by one. */
const mostSteps = 16

const labels: Readonly<Record<string, string>> = {
  size: 'Size of the group',
  common: 'What nearly all share',
}

/**
 * The parts of a ring's weight in order: its size, what accounts state, what they share, value by value
 * or, where these are many, by channel. Error: `internal` where prior and parts are not the total.
 */
export const toSteps = (
  { weight, evidence }: Finding,
  values: readonly ShownValue[],
): readonly Step[] => {
  const own = evidence.slice(0, evidence.length - values.length)
  const steps = [
    ...own.map(({ feature, group, millibits }) => ({
      label:
        labels[feature] ??
        (group === 'stated' ? `Stated ${toLabel(feature).toLowerCase()}` : toLabel(feature)),
      millibits,
    })),
    ...valueSteps(values),
  ].filter(({ millibits }) => millibits !== 0)
  const sum = steps.reduce((total, step) => total + step.millibits, 0)
  const said = weight.kind === 'bits' ? weight.total - weight.prior : Number.NaN
  if (sum !== said || sum !== sumMillibits(evidence))
    throw new MusterError('internal', `a ring of ${said} millibits has parts that sum to ${sum}`)
  return steps
}

const valueSteps = (values: readonly ShownValue[]): readonly Step[] => {
  const weighing = values.filter(({ bits }) => bits !== 0)
  if (weighing.length <= mostSteps)
    return weighing.map(({ label, bits }) => ({ label, millibits: toMillibits(bits) }))
  return channelsOf(values).map(({ channel, values: own, millibits }) => ({
    label: `${toLabel(channel)}, ${counted(own.length, 'value')}`,
    millibits,
  }))
}

/** What is shared in one channel. */
export type SharedChannel = {
  readonly channel: string
  readonly values: readonly ShownValue[]
  readonly accounts: number
  readonly millibits: number
}

/** Values by channel, the weightiest channel first. */
export const channelsOf = (values: readonly ShownValue[]): readonly SharedChannel[] =>
  [...new Set(values.map(({ channel }) => channel))]
    .map((channel) => {
      const own = values.filter((value) => value.channel === channel)
      const holders = own.flatMap(({ seen }) => seen.map(({ account }) => account))
      return {
        channel,
        values: own,
        accounts: new Set(holders).size,
        millibits: own.reduce((sum, { bits }) => sum + toMillibits(bits), 0),
      }
    })
    .sort((a, b) => b.millibits - a.millibits)
