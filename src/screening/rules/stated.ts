import { foldName } from '../../names/index.ts'
import type { Fact } from '../fact.ts'
import { best, type Feature, observed, unknown } from './feature.ts'
import { weights } from './weights.ts'

/** Nationalities as stated values, within one bit either way; the best pair counts. */
export const nationality: Feature = ({ nationalities: lefts }, { nationalities: rights }) =>
  best(lefts, rights, (left, right) =>
    left.value === right.value
      ? observed('nationality', 'nationality', 'agree', weights.nationality.agree, { left, right })
      : observed('nationality', 'nationality', 'differ', weights.nationality.differ, {
          left,
          right,
          innocent: 'Many people hold or change several nationalities.',
        }),
  ) ?? unknown('nationality', 'nationality', lefts[0])

export const gender: Feature = ({ genders: lefts }, { genders: rights }) =>
  best(lefts, rights, (left, right) =>
    left.value === right.value
      ? observed('gender', 'gender', 'agree', weights.gender.agree, { left, right })
      : observed('gender', 'gender', 'differ', weights.gender.differ, { left, right }),
  )

/** Words that name no town. */
const commonWords: ReadonlySet<string> = new Set(
  'province city district village county region north south east west republic peoples democratic state of the and in near governorate'.split(
    ' ',
  ),
)

const townWords = (place: Fact): readonly string[] =>
  foldName(place.value.split(',').slice(0, -1).join(' ') || place.value).filter(
    (word) => word.length > 2 && !commonWords.has(word),
  )

/** A town named on both sides; another town says little, since lists name districts and villages. */
export const birthPlace: Feature = ({ birthPlaces: lefts }, { birthPlaces: rights }) =>
  best(lefts, rights, (left, right) => {
    const there = new Set(townWords(right))
    const shared = townWords(left).some((word) => there.has(word))
    return shared
      ? observed('birthPlace', 'place', 'agree', weights.birthPlace.agree, { left, right })
      : observed('birthPlace', 'place', 'differ', weights.birthPlace.differ, { left, right })
  })
