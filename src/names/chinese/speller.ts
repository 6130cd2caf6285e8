import { lazily } from '../han/index.ts'
import {
  type Meaning,
  type Meant,
  type Position,
  type Speller,
  toMeaning,
} from '../lattice/index.ts'
import { remember } from '../remember.ts'
import { type Part, type Spelled, type Style, styles } from './spelling.ts'
import { isSurname, shares, syllableCount, syllables, toId, toPinyin } from './syllables.ts'

const spelledBy = (style: Style, part: Part, written: string): readonly Spelled[] =>
  style.spellings[part].flatMap(([spellings, share]) => {
    const found = spellings.get(written) ?? []
    return share === 1 ? found : found.map((each) => ({ id: each.id, share: each.share * share }))
  })

/** Sums, for each syllable, what each style spells. */
const collect = (spelled: (style: Style) => readonly Spelled[], position: Position): Meaning => {
  const all = styles()
  const joints = new Map<number, Float64Array>()
  all.forEach((style, s) => {
    for (const { id, share } of spelled(style)) {
      const joint = joints.get(id) ?? new Float64Array(all.length)
      joint[s] = (joint[s] as number) + share * (shares[position][id] as number)
      joints.set(id, joint)
    }
  })
  const meant = [...joints].map(([syllable, joint]): Meant => ({ syllable, joint }))
  return toMeaning(meant, all.length, meant.length > 0)
}

const remembered: Readonly<Record<Position | 'compound', Map<string, Meaning>>> = {
  surname: new Map(),
  first: new Map(),
  second: new Map(),
  single: new Map(),
  compound: new Map(),
}

const meaning = (written: string, position: Position): Meaning =>
  remember(remembered[position], written, () => {
    if (position !== 'surname')
      return collect((style) => spelledBy(style, 'given', written), position)
    const surnames = (style: Style): readonly Spelled[] =>
      spelledBy(style, 'surname', written).filter(({ id }) => isSurname(id))
    return collect(surnames, position)
  })

const compound = (first: string, second: string): Meaning =>
  remember(remembered.compound, `${first} ${second}`, () =>
    collect((style) => {
      const ends = spelledBy(style, 'given', second)
      return spelledBy(style, 'given', first).flatMap((start) =>
        ends.flatMap((end): Spelled[] => {
          const id = toId(`${toPinyin(start.id)} ${toPinyin(end.id)}`)
          return id < syllableCount ? [] : [{ id, share: start.share * end.share }]
        }),
      )
    }, 'surname'),
  )

const written = lazily(
  () =>
    new Set(
      styles().flatMap(({ spellings }) =>
        [...spellings.surname, ...spellings.given].flatMap(([each]) => [...each.keys()]),
      ),
    ),
)

/** How syllables of Chinese names are spelled in Latin letters. */
export const speller: Speller = {
  get styles() {
    return styles()
  },
  spells: (text) => written().has(text),
  // Of pinyin alone: a slip away from the habits of a region lie names of its other peoples.
  common: () => syllables.map((syllable) => syllable.replace('v', 'u')),
  meaning,
  compound,
  show: (letters) => letters,
}
