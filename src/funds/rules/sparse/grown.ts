/** The same numbers with room for twice as many. */
export const grown = <List extends Uint32Array | Float64Array>(list: List): List => {
  const more = new (list.constructor as new (length: number) => List)(2 * list.length)
  more.set(list)
  return more
}
