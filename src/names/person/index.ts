export { canonicalArabic as canonicalPersonTokens } from './arabic.ts'
export { lightWords } from './light.ts'
export { fatherStem, stemOf } from './patronymic.ts'
