export * from './country.ts'
