/**
 * A value is a number of its family. Numbers of what groups have in common count from 1, an account's own
 * and popular ones stand far above: none of this shows in a text.
 */
const firstOwn = 0x4000_0000
const firstPopular = 0x7000_0000

/** Number of the value that is an account's own, one of sixteen of a family. */
export const ownNumber = (account: number, which: number): number => firstOwn + 16 * account + which

/** Number of a popular value by its place among them. */
export const popularNumber = (place: number): number => firstPopular + place

/** Place of a popular value among them; undefined of a value that is not popular. */
export const popularPlace = (number: number): number | undefined =>
  number < firstPopular ? undefined : number - firstPopular
