/** Lists of numbers one after another: list i is `items` from `start[i]` to `start[i + 1]`. */
export type Lists = { readonly start: Uint32Array; readonly items: Uint32Array }

/** For each of `count` targets the lists that hold it, ascending. */
export const invert = ({ start, items }: Lists, count: number): Lists => {
  const turned = new Uint32Array(count + 1)
  for (const item of items) (turned[item + 1] as number)++
  for (let i = 0; i < count; i++) (turned[i + 1] as number) += turned[i] as number
  const next = turned.slice(0, count)
  const held = new Uint32Array(items.length)
  for (let list = 0; list + 1 < start.length; list++)
    for (let at = start[list] as number; at < (start[list + 1] as number); at++) {
      const item = items[at] as number
      held[next[item] as number] = list
      ;(next[item] as number)++
    }
  return { start: turned, items: held }
}
