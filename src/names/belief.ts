import { chanceOf, type Language, type Reading } from './lattice/index.ts'

const han = /\p{Script=Han}/u
/** Where a name in characters is read at all by its surname, it is a name of one of the languages. */
const known = 0.5

/** No reading is so sure that its odds cannot be told. */
const surest = 1 - 1e-8

/** Each language believes in its reading against all other names; together they share one belief by their odds. */
const shareByOdds = (readings: readonly (Reading | undefined)[]): (Reading | undefined)[] => {
  const odds = readings.map((reading) => {
    const belief = Math.min(surest, reading?.belief ?? 0)
    return belief / (1 - belief)
  })
  const all = odds.reduce((sum, each) => sum + each, 1)
  return readings.map(
    (reading, id) => reading && { ...reading, belief: (odds[id] as number) / all },
  )
}

/**
 * Shares the belief in a name out between the languages that read it. For a name in Han characters by
 * how common it is in each: 王芳 is read in Korean as well, but hardly anybody in Korea is called so.
 */
export const shareOut = (
  text: string,
  languages: readonly { readonly language: Language; readonly rate: number }[],
  readings: readonly (Reading | undefined)[],
): readonly (Reading | undefined)[] => {
  if (readings.every((reading) => !reading)) return readings
  if (!han.test(text)) return shareByOdds(readings)
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
