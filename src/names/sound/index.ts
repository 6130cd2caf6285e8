export { soundCost } from './cost.ts'
export { skeletons } from './skeleton.ts'
export { soundsOf } from './sounds.ts'
