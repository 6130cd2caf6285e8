import { moveKinds, nobody } from '../flow/flow.ts'

const mint = moveKinds.indexOf('mint')

/** Whom a move takes from: a mint, whatever it names, takes from nobody. */
export const sourceOf = (src: number, kind: number): number => (kind === mint ? nobody : src)

/** Whether a move changes nothing: it goes from an address to itself. */
export const isIdle = (from: number, to: number): boolean => from === to && from !== nobody
