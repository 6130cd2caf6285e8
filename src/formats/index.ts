export * from './csv.ts'
export * from './file.ts'
export * from './text.ts'
export * from './xml.ts'
