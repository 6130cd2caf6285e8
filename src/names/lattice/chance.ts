import type { Choice, Language, Path, Position, Reading } from './reading.ts'

const shareOf = (language: Language, choice: Choice, position: Position): number => {
  let sum = 0
  for (let k = 0; k < choice.main; k++)
    sum += (choice.shares[k] as number) * language.share(choice.syllables[k] as number, position)
  return sum
}

const chanceOfPath = (language: Language, { share, surname, given }: Path): number => {
  const family = surname ? shareOf(language, surname, 'surname') : 1
  return given.reduce((product, choice, k) => {
    const inside: Position = k === 0 ? 'first' : 'second'
    return product * shareOf(language, choice, given.length === 1 ? 'single' : inside)
  }, share * family)
}

/** How common the name is among the names of the language, by its syllables. */
export const chanceOf = (language: Language, { paths }: Reading): number =>
  paths.reduce((sum, path) => sum + chanceOfPath(language, path), 0)
