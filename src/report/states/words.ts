import type { StateStatement } from '../../model/index.ts'

/** `overdue_admitted` is `overdue admitted`. */
export const showWord = (value: string): string => value.replaceAll('_', ' ')

const count = (number: number): string => String(number).replace(/\B(?=(\d{3})+$)/g, ',')

/** `511`, `3,000 to 4,500`, `at least 30,000`, `up to 50,000`; empty where there is no number. */
export const showRange = ({ lo, hi }: Pick<StateStatement, 'lo' | 'hi'>): string => {
  if (lo === undefined) return hi === undefined ? '' : `up to ${count(hi)}`
  if (hi === undefined) return `at least ${count(lo)}`
  return lo === hi ? count(lo) : `${count(lo)} to ${count(hi)}`
}

/** `2018-12-31`, `2019 to 2020`, `since 2024`. */
export const showTime = ({
  validFrom,
  validTo,
}: Pick<StateStatement, 'validFrom' | 'validTo'>): string => {
  if (validFrom === validTo) return validFrom ?? ''
  if (validFrom === undefined) return `until ${validTo}`
  return validTo === undefined ? `since ${validFrom}` : `${validFrom} to ${validTo}`
}
