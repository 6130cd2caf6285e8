type Values = Map<string, string[]>

/**
 * The texts of a JSON object by the names of its members. An object inside it, or inside a list of it,
 * gives its members by their own names, so that `{"contact":{"phone":"1"}}` has a `phone`, and the
 * `properties` of a FollowTheMoney entity are its columns. Undefined where the value is no object.
 */
export const flatten = (value: unknown): ReadonlyMap<string, readonly string[]> | undefined => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const values: Values = new Map()
  takeMembers(value, values)
  return values
}

const takeMembers = (value: object, values: Values): void => {
  for (const [name, member] of Object.entries(value)) take(name, member, values)
}

const take = (name: string, member: unknown, values: Values): void => {
  if (member === null || member === '') return
  if (Array.isArray(member)) for (const part of member) take(name, part, values)
  else if (typeof member === 'object') takeMembers(member, values)
  else {
    const texts = values.get(name)
    const text = String(member)
    if (!texts) values.set(name, [text])
    else if (!texts.includes(text)) texts.push(text)
  }
}
