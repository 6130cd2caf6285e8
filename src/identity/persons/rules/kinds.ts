import { foldName, isForm } from '../../../names/index.ts'

/** What a record is of. Records of two kinds are never of one, and each kind is linked by itself. */
export type RecordKind = 'person' | 'organisation' | 'thing'

const words: Readonly<Record<RecordKind, string>> = {
  person: 'person people individual human naturalperson private privateperson',
  organisation:
    'organisation organization company business firm corporation corporate enterprise publicbody entity legalperson institution partnership association',
  thing: 'vessel ship airplane aircraft vehicle asset cryptowallet wallet address',
}

const kinds: ReadonlyMap<string, RecordKind> = new Map(
  (Object.keys(words) as RecordKind[]).flatMap((kind) =>
    words[kind].split(' ').map((word) => [word, kind] as const),
  ),
)

/** The kind that a text names, FollowTheMoney's schemas among them; undefined where it names none. */
export const toRecordKind = (text: string): RecordKind | undefined =>
  kinds.get(text.toLowerCase().replace(/[^a-z]+/g, ''))

/** Letters from which a legal form at the end of a name is no syllable of a person's: `Ltd`, not `Co`. */
const fewestLetters = 3

/** Whether a name ends in a legal form. */
export const endsInForm = (name: string): boolean => {
  const last = /\p{L}+$/u.exec(name.replace(/[.)\s]+$/, ''))?.[0] ?? ''
  return last.length >= fewestLetters && isForm(foldName(name).at(-1) ?? '')
}
