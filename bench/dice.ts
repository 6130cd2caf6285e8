/** Throws a die of so many sides, from 0. */
export type Dice = (sides: number) => number

/** A linear congruential sequence (Numerical Recipes): fixed, so that runs compare. */
export const dice = (seed: number): Dice => {
  let state = seed >>> 0
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * sides)
  }
}
