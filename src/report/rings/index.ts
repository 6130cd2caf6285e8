export { drawRing } from './ring.ts'
