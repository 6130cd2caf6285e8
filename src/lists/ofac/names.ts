import type { Description, Placed } from '../../model/index.ts'

const suffixes = /^(?:jr|sr|ii|iii|iv)\.?$/i

/** A person's name in its parts, as OFAC prints them. */
export type PersonName = {
  readonly last: string
  readonly first: string
  readonly suffix: string | undefined
}

/**
 * Splits `LAST, First`, where the last name or the first names may carry a suffix (`KNOWLES, JR.,
 * Samuel`; `LAVILLA, Ruben Pestano, Jr.`). A name without a comma is one name: undefined.
 */
export const splitName = (printed: string): PersonName | undefined => {
  const [last = '', ...rest] = printed.split(/,\s*/)
  const suffix = rest.find((part) => suffixes.test(part))
  const first = rest.filter((part) => part !== suffix).join(' ')
  return first ? { last, first, suffix } : undefined
}

/** A name in the order in which it is spoken: first names, last name, suffix. */
export const spokenName = (printed: string): string => {
  const folded = printed.replace(/\s+/g, ' ').trim()
  const name = splitName(folded)
  return name ? [name.first, name.last, name.suffix].filter(Boolean).join(' ') : folded
}

/** Says a name of a party: persons' names are turned, all others stay as printed. */
export const sayName = (
  entry: Description,
  prop: string,
  placed: Placed | undefined,
): Description => {
  if (!placed) return entry
  const { value } = placed
  return entry.say(
    prop,
    placed,
    entry.schema === 'Person' ? spokenName(value) : value.replace(/\s+/g, ' '),
  )
}

/** Says the parts of a person's main name, where they stand: both in one cell, or in two elements. */
export const sayNameParts = (
  entry: Description,
  printed: string,
  stand: { readonly last: Placed; readonly first: Placed },
): void => {
  const name = splitName(printed.replace(/\s+/g, ' ').trim())
  if (entry.schema !== 'Person' || !name) return
  entry.say('firstName', within(stand.first, name.first))
  entry.say('lastName', within(stand.last, name.last))
  if (name.suffix) {
    const holder = stand.first.text.includes(name.suffix) ? stand.first : stand.last
    entry.say('nameSuffix', within(holder, name.suffix))
  }
}

/** A part of a placed text, where the text holds it as it is. */
const within = (placed: Placed, value: string): Placed => ({
  ...placed,
  text: placed.text.includes(value) ? value : placed.text,
  value,
})

/** Says both names that an alias is, where it is weak and former at once. */
export const sayAlias = (
  entry: Description,
  placed: Placed | undefined,
  kind: { readonly former: boolean; readonly weak: boolean },
): void => {
  if (kind.weak) sayName(entry, 'weakAlias', placed)
  if (kind.former) sayName(entry, 'previousName', placed)
  if (!kind.weak && !kind.former) sayName(entry, 'alias', placed)
}
