import table from '../../../data/screening-weights.json' with { type: 'json' }

/** Weights in millibits; the reason of each stands beside it in `data/screening-weights.json`. */
export const weights: typeof table.weights = table.weights
