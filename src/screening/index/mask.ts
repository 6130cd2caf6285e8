/** Positions of tokens that a mask tells apart; later ones count as covered, which only loosens a bound. */
export const positions = 31

export const bit = (position: number): number => (position < positions ? 1 << position : 0)

export const isCovered = (mask: number, position: number): boolean =>
  position >= positions || (mask & (1 << position)) !== 0
