export { soundCost } from './cost.ts'
export { type Heard, hear } from './heard.ts'
export { skeletons } from './skeleton.ts'
export { soundsOf } from './sounds.ts'
