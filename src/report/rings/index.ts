export { drawFlagCards } from './flag-cards.ts'
export { drawRing } from './ring.ts'
