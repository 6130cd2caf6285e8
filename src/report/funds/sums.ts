import { type Markup, markup } from '../../figures/index.ts'
import { MusterError } from '../../model/index.ts'
import type { Told } from './telling.ts'

/** The sums of a trail as numbers. */
type Sums = Readonly<Record<keyof Told['trail']['summary'], bigint>>

export const toSums = ({ trail: { summary } }: Told): Sums => {
  const { seeded, held, stopped, fees, gaps, unfunded } = summary
  return {
    seeded: BigInt(seeded),
    held: BigInt(held),
    stopped: BigInt(stopped),
    fees: BigInt(fees),
    gaps: BigInt(gaps),
    unfunded: BigInt(unfunded),
  }
}

/** What came to the ends in all, those that are not shown included. */
export const hereOf = ({ trail: { ends, endsLeft } }: Told): bigint =>
  ends.reduce((sum, { amount }) => sum + BigInt(amount), BigInt(endsLeft.amount))

type Row = readonly [name: string, amount: bigint, says: string]

/** What was traced and its parts, which must make it up: a sum that does not add up is worth nothing. */
export const drawSums = (told: Told): Markup => {
  const { trail, write, telling } = told
  const { seeded, held, stopped, fees, gaps, unfunded } = toSums(told)
  const bound = telling.policy === 'poison'
  if (!bound && seeded !== held + stopped + fees + gaps)
    throw new MusterError(
      'internal',
      `${seeded} of ${trail.asset} traced is not ${held} + ${stopped} + ${fees} + ${gaps}`,
    )
  const back = trail.backward
  const here = hereOf(told)
  const parts: readonly Row[] = telling.partial
    ? [
        [back ? 'From here' : 'Came here', here, 'at the ends in the table'],
        ['Elsewhere', seeded - here, 'everywhere else, not shown'],
      ]
    : [
        [
          'Held',
          held,
          back ? 'began there, as far as the data reaches' : 'at addresses that are no stops',
        ],
        ['At stops', stopped, 'where it is not followed further'],
        ['Fees', fees, 'paid on the way'],
        ['Gaps', gaps, 'bridges and swaps whose other side is not in the data'],
      ]
  const row = ([name, amount, says]: Row): Markup =>
    markup`<tr><th scope="row">${name} <small>${says}</small></th><td class="number">${write.exact(amount)}</td></tr>`
  const caption = bound
    ? 'All that was touched: upper bounds, which do not add up'
    : 'The whole and its parts, to the last digit'
  const whole: Row = ['Traced', seeded, back ? 'came to the seeds' : 'sent by the seeds']
  const beside =
    unfunded > 0n && !telling.partial
      ? markup`<p class="beside"><b>${write.exact(unfunded)} unfunded.</b> So much was sent anywhere in the data by addresses that were never seen receiving it. It is in none of the sums above; where it mixes with traced value, it is parted last.</p>\n`
      : undefined
  return markup`<table class="sums"><caption>${caption}</caption><tbody>${parts.map(row)}</tbody><tfoot>${row(whole)}</tfoot></table>
${beside}`
}
