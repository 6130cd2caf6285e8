import type { Entity, NewStatement } from '../model/index.ts'

/** An entry that one edition has and the other has not. */
export type Entry = { readonly reference: string; readonly name: string }

/** What was said of one property before and is said now; a part's property as `Address:full`. */
export type PropChange = {
  readonly prop: string
  readonly before: readonly string[]
  readonly after: readonly string[]
}

export type Change = Entry & { readonly props: readonly PropChange[] }

export type ListDiff = {
  readonly added: readonly Entry[]
  readonly removed: readonly Entry[]
  readonly changed: readonly Change[]
  readonly unchanged: number
}

type Props = ReadonlyMap<string, ReadonlySet<string>>
type Said = { readonly name: string; readonly props: Props }

/**
 * Compares two editions of a list by reference: which entries came and went, in the order of their
 * references, and which properties of the others say something else. Where in the file it is said
 * plays no part.
 */
export const diffLists = async (
  before: AsyncIterable<Entity> | Iterable<Entity>,
  after: AsyncIterable<Entity> | Iterable<Entity>,
): Promise<ListDiff> => {
  const old = await collect(before)
  const fresh = await collect(after)
  const added: Entry[] = []
  const changed: Change[] = []
  let unchanged = 0
  for (const [reference, said] of fresh) {
    const was = old.get(reference)
    if (!was) added.push({ reference, name: said.name })
    else {
      const props = changesOf(was.props, said.props)
      if (props.length > 0) changed.push({ reference, name: said.name, props })
      else unchanged++
    }
  }
  const removed = [...old].flatMap(([reference, { name }]) =>
    fresh.has(reference) ? [] : [{ reference, name }],
  )
  return {
    added: added.sort(byReference),
    removed: removed.sort(byReference),
    changed: changed.sort(byReference),
    unchanged,
  }
}

/** `KPe.9` before `KPe.10`. */
const byReference = (a: Entry, b: Entry): number => {
  const [x, y] = [a, b].map(({ reference }) =>
    reference.replace(/\d+/g, (n) => n.padStart(12, '0')),
  )
  return Number((x as string) > (y as string)) - Number((x as string) < (y as string))
}

/** What is said by reference; an entry that an edition has twice is one. */
const collect = async (
  entities: AsyncIterable<Entity> | Iterable<Entity>,
): Promise<ReadonlyMap<string, Said>> => {
  const entries = new Map<string, { name: string; props: Map<string, Set<string>> }>()
  for await (const entity of entities) {
    const name = entity.statements.find(({ prop }) => prop === 'name')?.value ?? entity.key
    const entry = entries.get(entity.key) ?? { name, props: new Map<string, Set<string>>() }
    entries.set(entity.key, entry)
    for (const said of entity.statements) {
      if (isLink(said, entity)) continue
      const prop = said.entity === entity.id ? said.prop : `${said.schema}:${said.prop}`
      const values = entry.props.get(prop)
      if (values) values.add(said.value)
      else entry.props.set(prop, new Set([said.value]))
    }
  }
  return entries
}

/** Statements that only tie a part to its owner; their values are ids made of the part's content. */
const isLink = ({ value }: NewStatement, owner: Entity): boolean =>
  value === owner.id || value.startsWith(`${owner.id}#`)

const nothing: ReadonlySet<string> = new Set()

const changesOf = (before: Props, after: Props): readonly PropChange[] =>
  [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((prop) => {
    const [was, is] = [before.get(prop) ?? nothing, after.get(prop) ?? nothing]
    const gone = [...was].filter((value) => !is.has(value)).sort()
    const come = [...is].filter((value) => !was.has(value)).sort()
    return gone.length + come.length > 0 ? [{ prop, before: gone, after: come }] : []
  })
