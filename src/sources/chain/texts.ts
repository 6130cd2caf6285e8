/** Milliseconds since 1970 of the text in a column: ISO 8601, in UTC where it names no zone, or seconds, milliseconds or microseconds since 1970; null of any other text. */
export const millisecondsOf = (column: string): string => `
  case when ${column} like '____-__-__%' then
      case when length(${column}) = 19 then epoch_ms(try_cast(${column} as timestamp))
        else epoch_ms(try_cast(${column} as timestamptz)) end
    when regexp_full_match(${column}, '[0-9]{1,11}') then cast(${column} as bigint) * 1000
    when regexp_full_match(${column}, '[0-9]{12,14}') then cast(${column} as bigint)
    when regexp_full_match(${column}, '[0-9]{15,17}') then cast(${column} as bigint) // 1000 end`

/** What a chain writes in hexadecimal means the same in either case and is compared in the lower. */
export const hexOf = (column: string): string =>
  `case when starts_with(${column}, '0x') or starts_with(${column}, '0X') then lower(${column}) else ${column} end`

/** An asset, which is the same in either case where it is an EVM contract. */
export const contractOf = (column: string): string =>
  `case when strlen(${column}) = 42 and (starts_with(${column}, '0x') or starts_with(${column}, '0X')) then lower(${column}) else ${column} end`

/** The address whose tokens nobody has: they come from it when they are made and go to it when they end. */
export const zeroAddress: string = `0x${'0'.repeat(40)}`

/**
 * The whole number that 64 hexadecimal digits in a column stand for; null beyond `largestAmount`.
 */
export const wordOf = (column: string): string => `
  case when left(${column}, 32) = '${'0'.repeat(32)}' and substr(${column}, 33, 1) < '8' then
    cast(try_cast('0x' || substr(${column}, 33, 16) as ubigint) as hugeint) * 18446744073709551616
      + try_cast('0x' || substr(${column}, 49, 16) as ubigint) end`
