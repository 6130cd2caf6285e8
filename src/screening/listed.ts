import type { Entity } from '../model/index.ts'
import { scriptOf } from '../names/index.ts'
import { comparedProperties, type Profile, type StatedName, toProfile } from './profile.ts'

/** A designation as screening holds it: its profile and what its list says of the listing. */
export type Listed = {
  readonly profile: Profile
  readonly list: string
  readonly reference: string
  readonly caption: string
  readonly programs: readonly string[]
  /** ISO date of the listing, undefined where the list gives none. */
  readonly listingDate: string | undefined
}

/** Every property that a listed designation is made of; nothing else need be read to screen. */
export const listedProperties: readonly string[] = [
  ...comparedProperties,
  'program',
  'listingDate',
  'startDate',
]

/** First primary name in Latin letters, else the first name, else the reference. */
const captionOf = (names: readonly StatedName[], reference: string): string => {
  const primary = names.filter((name) => name.kind === 'name')
  const latin = primary.find((name) => scriptOf(name.value) === 'Latn')
  return (latin ?? primary[0] ?? names[0])?.value ?? reference
}

export const toListed = (list: string, entity: Entity): Listed => {
  const profile = toProfile(entity)
  const values = (prop: string): string[] =>
    entity.statements.filter((said) => said.prop === prop).map((said) => said.value)
  const dates = [...values('listingDate'), ...values('startDate')].filter((date) =>
    /^\d{4}/.test(date),
  )
  return {
    profile,
    list,
    reference: entity.key,
    caption: captionOf(profile.names, entity.key),
    programs: [...new Set(values('program'))].sort(),
    listingDate: dates.sort()[0],
  }
}
