export { drawMoney, drawWallets, headMoney } from './money.ts'
export { type FundsReport, renderFunds } from './render.ts'
export { readingTrails } from './trail.ts'
