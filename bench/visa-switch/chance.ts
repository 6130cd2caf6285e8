import { type Dice, dice } from '../dice.ts'

/** Draws of made figures; the same seed gives the same figures. */
export type Chance = {
  /** Between 0 and 1, both left out. */
  readonly share: () => number
  readonly between: (least: number, most: number) => number
  /** A whole number, both ends included. */
  readonly whole: (least: number, most: number) => number
  readonly normal: () => number
  readonly pick: <T>(values: readonly T[]) => T
  /** A count with that mean and variance mean + dispersion · mean². */
  readonly count: (mean: number, dispersion: number) => number
}

const sides = 2 ** 30

/** Marsaglia and Tsang (2000), for a shape of 1 or more. */
const gamma = (shape: number, share: () => number, normal: () => number): number => {
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normal()
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(share()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}

/** Exact below 60 by products of shares, normal above. */
const poisson = (mean: number, share: () => number, normal: () => number): number => {
  if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()))
  const limit = Math.exp(-mean)
  let [product, count] = [share(), 0]
  while (product > limit) {
    product *= share()
    count++
  }
  return count
}

/** Chance from a seed. */
export const chanceOf = (seed: number): Chance => {
  const die: Dice = dice(seed)
  for (let i = 0; i < 8; i++) die(2)
  const share = (): number => (die(sides) + 0.5) / sides
  const normal = (): number => Math.sqrt(-2 * Math.log(share())) * Math.cos(2 * Math.PI * share())
  return {
    share,
    normal,
    between: (least, most) => least + share() * (most - least),
    whole: (least, most) => least + Math.floor(share() * (most - least + 1)),
    pick: (values) => values[Math.floor(share() * values.length)] as (typeof values)[number],
    count: (mean, dispersion) => {
      if (mean <= 0) return 0
      return poisson(mean * gamma(1 / dispersion, share, normal) * dispersion, share, normal)
    },
  }
}
