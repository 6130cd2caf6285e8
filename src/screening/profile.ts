import type { Entity, NewStatement, Schema } from '../model/index.ts'
import { type Name, readName } from '../names/index.ts'
import type { Fact, Identifier } from './fact.ts'
import { identifying, readIdentifier } from './identifier.ts'

/** What kind of name a source calls it, in FollowTheMoney properties. */
export type NameKind = 'name' | 'alias' | 'weakAlias' | 'previousName'

export type StatedName = Fact & { readonly kind: NameKind; readonly name: Name }

/** What an entity, on a list or asked about, states of itself, sorted by what can be compared. */
export type Profile = {
  readonly entity: Entity
  readonly schema: Schema
  readonly names: readonly StatedName[]
  readonly identifiers: readonly Identifier[]
  readonly birthDates: readonly Fact[]
  readonly birthPlaces: readonly Fact[]
  readonly nationalities: readonly Fact[]
  readonly genders: readonly Fact[]
}

const nameKinds: ReadonlySet<string> = new Set(['name', 'alias', 'weakAlias', 'previousName'])

/** Properties that feed a feature, beside names and identifiers. */
const features: Readonly<
  Record<string, 'birthDates' | 'birthPlaces' | 'nationalities' | 'genders'>
> = {
  birthDate: 'birthDates',
  birthPlace: 'birthPlaces',
  nationality: 'nationalities',
  citizenship: 'nationalities',
  gender: 'genders',
}

const parts = ['firstName', 'secondName', 'middleName', 'fatherName', 'lastName']

/** Every property that a profile is made of. */
export const comparedProperties: readonly string[] = [
  ...nameKinds,
  ...parts,
  ...Object.keys(features),
  ...identifying,
]

/** Sorts the statements of an entity and its parts into what screening compares. */
export const toProfile = (entity: Entity): Profile => {
  const names: StatedName[] = []
  const identifiers: Identifier[] = []
  const facts = {
    birthDates: [] as Fact[],
    birthPlaces: [] as Fact[],
    nationalities: [] as Fact[],
    genders: [] as Fact[],
  }
  for (const said of entity.statements) {
    const own = said.entity === entity.id
    const feature = own ? features[said.prop] : undefined
    if (own && nameKinds.has(said.prop)) addName(names, said, said.value)
    else if (feature) facts[feature].push({ value: said.value, said })
    else {
      const identifier = readIdentifier(said, entity.statements)
      if (identifier) identifiers.push(identifier)
    }
  }
  if (names.length === 0) addName(names, ...nameFromParts(entity))
  return { entity, schema: entity.schema, names, identifiers, ...facts }
}

const addName = (names: StatedName[], said: NewStatement | undefined, value: string): void => {
  if (!said) return
  const kind = nameKinds.has(said.prop) ? (said.prop as NameKind) : 'name'
  const name = toName(value)
  if (name.tokens.length > 0) names.push({ value, said, kind, name })
}

/** Form fields of a name stand in for a full name that was not given. */
const nameFromParts = (entity: Entity): [NewStatement | undefined, string] => {
  const told = parts.flatMap((part) =>
    entity.statements.filter((said) => said.entity === entity.id && said.prop === part),
  )
  return [told[0], told.map((said) => said.value).join(' ')]
}

const mostRemembered = 20_000
const remembered = new Map<string, Name>()

/** Files name one party many times, so that names of late are remembered. */
const toName = (text: string): Name => {
  const known = remembered.get(text)
  if (known) return known
  const name = readName(text)
  if (remembered.size >= mostRemembered) remembered.clear()
  remembered.set(text, name)
  return name
}
