import { getFlagCard, type RingAnswer, type ValueAnswer } from '../identity/index.ts'
import { maskValue } from './mask.ts'

const signed = (bits: number): string => `${bits < 0 ? '−' : '+'}${Math.abs(bits).toFixed(1)}`

const many = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

export type RingTextOptions = {
  /** Values as they are, not masked. */
  readonly open: boolean
  /** How many of a ring's accounts and values are listed. */
  readonly most: number
}

/** A ring in words: accounts, each part of its weight, what would be left without it, its neighbours. */
export const showRing = (ring: RingAnswer, { open, most }: RingTextOptions): readonly string[] => {
  const name = ({ kind, value }: { kind: string; value: string }): string =>
    `${kind} ${open ? value : maskValue(value)}`
  const values = [...ring.values].sort((a, b) => b.bits - a.bits)
  const shown = ring.accounts.slice(0, most)
  return [
    `${ring.ring}: ${many(ring.accounts.length, 'account')}, ${signed(ring.bits)} bits (${signed(ring.low)} to ${signed(ring.high)} as rings are rarer or commoner) over ${ring.channels.join(', ')}`,
    `  ${shown.join(' ')}${cut(ring.accounts.length - shown.length)}`,
    `  prior ${signed(ring.prior)}; best innocent explanation ${ring.rival.kind}: group size ${signed(ring.rival.bits)}`,
    ...ring.stated
      .filter(({ agree, conflict }) => agree + conflict > 0)
      .map(
        ({ field, agree, conflict, bits }) =>
          `  ${field}: ${many(agree, 'pair')} agree, ${conflict} conflict ${signed(bits)}`,
      ),
    ...values.slice(0, most).map((value) => `  ${name(value)}: ${showValue(value, ring)}`),
    ...(values.length > most ? [`  and ${many(values.length - most, 'value')} more`] : []),
    ring.weakest
      ? `  weakest necessary value: ${name(ring.weakest)} (without it ${showRest(ring.weakest.without)})`
      : '  no single value is necessary',
    ...ring.links.map(
      ({ ring: other, values: list }) =>
        `  linked to ${other} by ${list.slice(0, 3).map(name).join(', ')}${cut(list.length - 3)}`,
    ),
    ...ring.was
      .filter(({ ring: name, share }) => name !== ring.ring || share < 1)
      .map(
        ({ ring: name, share }) =>
          `  has come of ${name}: ${(100 * share).toFixed(0)} % of its evidence`,
      ),
    ...ring.decided.map(
      ({ group, decision, explanation, accounts }) =>
        `  ${accounts} of its accounts are of ${group}, which was ${decision}${explanation ? ` as ${explanation}` : ''}`,
    ),
    ...(ring.new_bits === null ? [] : [`  shown again: ${signed(ring.new_bits)} bits are new`]),
    ...ring.flags
      .filter(({ accounts }) => accounts > 0)
      .map(
        ({ accounts, flag }) =>
          `  beside it, in none of the bits: ${accounts} of ${many(ring.accounts.length, 'account')} ${getFlagCard(flag).says}`,
      ),
  ]
}

const cut = (more: number): string => (more > 0 ? ` and ${more} more` : '')

const showValue = (value: ValueAnswer, { of }: RingAnswer): string =>
  `${signed(value.bits)}, ${value.in_ring} of the ring, held by ${value.held_by} of ${of.toLocaleString('en')} accounts; ${value.rival.kind} explains ${value.bits === 0 ? 'all of it' : value.rival.bits.toFixed(1)}; without it ${showRest(value.without)}`

const showRest = ({ bits, accounts, rings }: ValueAnswer['without']): string => {
  if (bits === null) return 'no ring is left'
  return `${signed(bits)} with ${many(accounts, 'account')}${rings > 1 ? ` in the largest of ${rings}` : ''}`
}
