import { chanceOf, type Language, type Reading } from './lattice/index.ts'

const han = /\p{Script=Han}/u
/** Where a name in characters is read at all by its surname, it is a name of one of the languages. */
const known = 0.5

/**
 * Shares the belief in a name in Han characters out between the languages that read it, by how common
 * the name is in each: 王芳 is read in Korean as well, but hardly anybody in Korea is called so. Names
 * in other scripts stay as they are.
 */
export const shareOutHan = (
  text: string,
  languages: readonly { readonly language: Language; readonly rate: number }[],
  readings: readonly (Reading | undefined)[],
): readonly (Reading | undefined)[] => {
  if (!han.test(text)) return readings
  const sum = readings.reduce((total, reading) => total + (reading?.belief ?? 0), 0)
  const odds = readings.map((reading, id) => {
    const each = languages[id]
    return reading && each ? reading.belief * each.rate * chanceOf(each.language, reading) : 0
  })
  const all = odds.reduce((total, each) => total + each, 0)
  if (all === 0) return readings
  const total = sum >= known ? 1 : sum
  return readings.map(
    (reading, id) => reading && { ...reading, belief: (total * (odds[id] as number)) / all },
  )
}
