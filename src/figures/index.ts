export * from './bits.ts'
export * from './markup.ts'
export * from './pair-table.ts'
export * from './waterfall.ts'
