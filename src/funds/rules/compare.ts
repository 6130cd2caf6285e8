/** Which of two amounts is greater, for sorting the least first. */
export const compareAmounts = (a: bigint, b: bigint): number => {
  if (a === b) return 0
  return a < b ? -1 : 1
}
