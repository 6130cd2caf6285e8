import table from '../../../data/lattice-weights.json' with { type: 'json' }

/** Weights of lattices; log2 ratios in bits, reasons in `data/lattice-weights.json`. */
export const latticeWeights: Readonly<Record<keyof typeof table.weights, number>> = table.weights

/** How often a hand slips in a syllable, and how the slips share out by kind. */
export const slipShares: Readonly<Record<keyof typeof table.slips, number>> = table.slips
