export { drawEnded } from './ended.ts'
export { drawFlagCards } from './flag-cards.ts'
export { drawRing } from './ring.ts'
