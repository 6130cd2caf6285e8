import table from '../../../data/lattice-weights.json' with { type: 'json' }

/** Weights of lattices; log2 ratios in bits, reasons in `data/lattice-weights.json`. */
export const latticeWeights: Readonly<Record<keyof typeof table.weights, number>> = table.weights
