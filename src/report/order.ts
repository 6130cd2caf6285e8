import type { Entity, NewStatement } from '../model/index.ts'
import { toLabel } from './words.ts'

/** Headings under which the parts of an entry stand, in the order of the page. */
export const sections = [
  'Names',
  'Identity',
  'Documents',
  'Contact',
  'Listing',
  'Links',
  'Notes',
] as const

export type Section = (typeof sections)[number]

/** One line of an entry: a statement, or all that is said of one address, document or link. */
export type Line = {
  readonly section: Section
  readonly label: string
  readonly said: readonly [NewStatement, ...NewStatement[]]
}

const words = (text: string): readonly string[] => text.split(/\s+/)

/** Whole names before their parts, the kinds of alias in order of weight. */
const names = words(
  'name alias weakAlias previousName title firstName secondName middleName thirdName fatherName fourthName lastName',
)

const props: readonly (readonly [Section, readonly string[]])[] = [
  ['Names', names],
  [
    'Documents',
    words(
      'passportNumber idNumber registrationNumber taxNumber vatCode innCode ogrnCode leiCode swiftBic dunsCode imoNumber mmsi callSign publicKey currency',
    ),
  ],
  ['Contact', words('address email phone website')],
  ['Listing', words('program programId topics sourceUrl modifiedAt createdAt')],
  ['Notes', words('notes summary description keywords')],
]

const sectionOfProp: ReadonlyMap<string, Section> = new Map(
  props.flatMap(([section, own]) => own.map((prop) => [prop, section] as const)),
)

const sectionOfSchema: Readonly<Record<string, Section>> = {
  Address: 'Contact',
  Passport: 'Documents',
  Identification: 'Documents',
  CryptoWallet: 'Documents',
  Sanction: 'Listing',
}

/** What says most of a part; the rest follows it in small letters. */
const heads = words('full number publicKey name object subject organization role street city')

const rankIn = (order: readonly string[], prop: string): number => {
  const at = order.indexOf(prop)
  return at < 0 ? order.length : at
}

/** A statement that only ties a part to its owner: the page shows the part under its owner anyway. */
const isTie = (said: NewStatement, owner: string): boolean =>
  said.value === owner || (said.entity === owner && said.value.startsWith(`${owner}#`))

const toLine = ([first, ...rest]: readonly NewStatement[], owner: string): Line | undefined => {
  if (!first) return undefined
  if (first.entity === owner)
    return {
      section: sectionOfProp.get(first.prop) ?? 'Identity',
      label: toLabel(first.prop),
      said: [first],
    }
  const section = sectionOfSchema[first.schema] ?? 'Links'
  const label = toLabel(first.schema === 'Sanction' ? first.prop : first.schema)
  return { section, label, said: [first, ...rest] }
}

/** All lines of an entity, sorted for reading; none of its statements is left out but ties. */
export const linesOf = (entity: Entity): readonly Line[] => {
  const parts = new Map<string, NewStatement[]>()
  entity.statements.forEach((said, i) => {
    if (isTie(said, entity.id)) return
    const single = said.entity === entity.id || said.schema === 'Sanction'
    const key = single ? `${i}` : said.entity
    parts.set(key, [...(parts.get(key) ?? []), said])
  })
  const lines = [...parts.values()].flatMap((said) => {
    const sorted = [...said].sort((a, b) => rankIn(heads, a.prop) - rankIn(heads, b.prop))
    return toLine(sorted, entity.id) ?? []
  })
  return lines.sort(
    (a, b) =>
      sections.indexOf(a.section) - sections.indexOf(b.section) ||
      rankIn(names, a.said[0].prop) - rankIn(names, b.said[0].prop),
  )
}
