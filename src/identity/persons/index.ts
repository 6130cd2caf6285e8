export { type ColumnMap, type Gathered, Gatherer } from './gather.ts'
export { type Linked, linkRows, type Reach } from './link.ts'
