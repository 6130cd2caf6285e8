import names from '../../../data/chinese-names.json' with { type: 'json' }
import {
  foldHan,
  hasKoreanForm,
  pinyinReadings,
  pinyinSurname,
  type Readings,
} from '../han/index.ts'
import { type Choice, type Path, toChoice } from '../lattice/index.ts'
import { isSurname, toId } from './syllables.ts'

const way = 'Mandarin reading'
const han = /^\p{Script=Han}+$/u
/** Signs that may stand between the characters of a name. */
const separators = /[\s·・･,，]/g
const surnames: ReadonlySet<string> = new Set(names.surnames + names.others)

/** How likely a name in characters is Chinese: by its first, and where one is of the simplified set alone. */
const beliefs = { simplified: 0.98, surname: 0.55, other: 0.03 }
const compoundShare = 0.9

const choiceOf = (written: string, readings: Readings): Choice | undefined => {
  const weighed = readings
    .map(([reading, weight]) => ({ syllable: toId(reading), weight, way }))
    .filter(({ syllable }) => syllable >= 0)
  return weighed.length > 0 ? toChoice(written, weighed) : undefined
}

const pathOf = (surname: Choice | undefined, given: readonly string[]): Path | undefined => {
  const choices = given.map((char) => choiceOf(char, pinyinReadings(char)))
  if (!surname || choices.length === 0 || choices.length > 2) return undefined
  return choices.every((choice) => choice !== undefined)
    ? { share: 1, surname, given: choices }
    : undefined
}

/** Reads two to four Han characters as a Chinese name; undefined where they cannot be one. */
export const readHanName = (
  text: string,
): { readonly paths: readonly Path[]; readonly belief: number } | undefined => {
  const joined = text.replace(separators, '')
  if (joined.length > 8 || !han.test(joined)) return undefined
  const chars = [...joined]
  if (chars.length < 2 || chars.length > 4) return undefined
  const [first = '', second = '', ...rest] = chars
  const single = choiceOf(first, pinyinSurname(first))
  const headed = surnames.has(foldHan(first)) && single?.syllables.some(isSurname) === true
  const simple = pathOf(single, [second, ...rest])
  const compound = pathOf(choiceOf(first + second, pinyinSurname(first + second)), rest)
  const belief = beliefOf(chars, headed || compound !== undefined)
  if (!compound) return simple && { paths: [simple], belief }
  if (!simple) return { paths: [compound], belief }
  return {
    paths: [
      { ...compound, share: compoundShare },
      { ...simple, share: 1 - compoundShare },
    ],
    belief,
  }
}

const beliefOf = (chars: readonly string[], headed: boolean): number => {
  if (!headed) return beliefs.other
  return chars.every(hasKoreanForm) ? beliefs.surname : beliefs.simplified
}
