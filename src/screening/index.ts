export * from './compare.ts'
export * from './listed.ts'
export * from './profile.ts'
export * from './screener.ts'
