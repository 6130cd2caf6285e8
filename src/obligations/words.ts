import { type StateStatement, showCount } from '../model/index.ts'

/** `511`, `3,000 to 4,500`, `at least 30,000`, `up to 50,000`; empty where there is no number. */
export const showRange = ({ lo, hi }: Pick<StateStatement, 'lo' | 'hi'>): string => {
  if (lo === undefined) return hi === undefined ? '' : `up to ${showCount(hi)}`
  if (hi === undefined) return `at least ${showCount(lo)}`
  return lo === hi ? showCount(lo) : `${showCount(lo)} to ${showCount(hi)}`
}

/** `2018-12-31`, `2019 to 2020`, `since 2024`; empty where there is no time. */
export const showTime = ({
  validFrom,
  validTo,
}: Pick<StateStatement, 'validFrom' | 'validTo'>): string => {
  if (validFrom === validTo) return validFrom ?? ''
  if (validFrom === undefined) return `until ${validTo}`
  return validTo === undefined ? `since ${validFrom}` : `${validFrom} to ${validTo}`
}
