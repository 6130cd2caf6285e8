export { foldHan } from './fold.ts'
export { japaneseReadings } from './japanese.ts'
export {
  hasKoreanForm,
  koreanReadings,
  koreanSurnameReadings,
  readCompatibility,
} from './korean.ts'
export { toSouthern } from './north.ts'
export { koreanOfPinyin, koreanSurnameOfPinyin, pinyinReadings, pinyinSurname } from './pinyin.ts'
export { lazily, type Readings } from './readings.ts'
