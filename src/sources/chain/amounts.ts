/** Largest amount that a table holds: what a signed integer of 128 bits does. */
export const largestAmount: bigint = 2n ** 127n - 1n

/** Whether a number is written as the engine would write it: most are, and patterns are slow. */
const isWritten = (column: string, type: 'bigint' | 'hugeint'): string =>
  `${column} >= '0' and cast(try_cast(${column} as ${type}) as varchar) = ${column}`

/**
 * The whole number in a column of texts, also where zeros at its end are written as an exponent
 * (`199e17`); null of any other text and of one beyond `largestAmount`.
 */
export const wholeOf = (column: string): string => `
  case when ${isWritten(column, 'hugeint')} then try_cast(${column} as hugeint)
    when regexp_full_match(${column}, '[0-9]+') then try_cast(${column} as hugeint)
    when regexp_full_match(${column}, '[0-9]+[eE]\\+?[0-9]{1,2}') then
      try_cast(split_part(lower(${column}), 'e', 1)
        || repeat('0', cast(split_part(lower(${column}), 'e', 2) as bigint)) as hugeint) end`

/** A count, index or block number in a column of texts; null of any other text. */
export const countOf = (column: string): string =>
  `
  case when ${isWritten(column, 'bigint')} then try_cast(${column} as bigint)
    when regexp_full_match(${column}, '[0-9]{1,18}') then cast(${column} as bigint) end`

export type Scale = {
  /** Places that the asset has; without, amounts are whole base units. */
  readonly decimals?: number | undefined
  /** Rounds what has more places, half to even, rather than reject it. */
  readonly round?: boolean | undefined
}

/**
 * Base units of the amount in a column of texts, exact; null of what is no amount, has more places
 * than the scale, or passes `largestAmount`.
 */
export const unitsOf = (column: string, { decimals, round = false }: Scale): string => {
  if (decimals === undefined) return wholeOf(column)
  const places = `split_part(${column}, '.', 2)`
  const units = `try_cast(split_part(${column}, '.', 1) || rpad(left(${places}, ${decimals}), ${decimals}, '0')
    as hugeint)`
  const rest = `substr(${places}, ${decimals + 1})`
  const isUp = `
    case when left(${rest}, 1) < '5' then 0 when not regexp_full_match(${rest}, '50*') then 1
      else abs(${units} % 2) end`
  const rounded = round ? `try(${units} + ${isUp})` : 'null'
  return `
    case when regexp_full_match(${column}, '[0-9]+(\\.[0-9]+)?') then
      case when length(${places}) <= ${decimals} then ${units} else ${rounded} end end`
}

/** Why the text in a column gave no amount. */
export const noUnits = (column: string, { decimals, round = false }: Scale): string => `
  case when ${column} is null then 'the amount is missing'
    when starts_with(${column}, '-') then ${column} || ' is below zero'
    when not regexp_full_match(${column}, '[0-9]+(\\.[0-9]+)?') then ${column} || ' is no amount'
    ${
      decimals === undefined
        ? `when contains(${column}, '.') then ${column} || ' is no whole number of base units; say with --decimals how many places they are'`
        : ''
    }
    ${
      decimals === undefined || round
        ? ''
        : `when length(split_part(${column}, '.', 2)) > ${decimals} then ${column} || ' has more than ${decimals} places; --round rounds it'`
    }
    else ${column} || ' passes 2^127' end`
