export { lightWords } from './light.ts'
