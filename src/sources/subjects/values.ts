import { parseCountry } from '../../identifiers/index.ts'
import type { NumericOrder } from '../../model/index.ts'
import { readDate } from './dates.ts'
import { kindOf, type PropertyKind } from './properties.ts'

const genders: ReadonlyMap<string, string> = new Map(
  Object.entries({
    male: ['m', 'male', 'man', 'mr', 'м', 'муж', 'мужской', '남', '남자', '남성', '男', '男性'],
    female: ['f', 'female', 'woman', 'ж', 'жен', 'женский', '여', '여자', '여성', '女', '女性'],
  }).flatMap(([gender, words]) => words.map((word) => [word, gender] as const)),
)

type Reader = (text: string, order: NumericOrder | undefined) => string | undefined

/** How values of a kind are written alike; undefined keeps the text. */
const readers: Partial<Record<PropertyKind, Reader>> = {
  date: readDate,
  // A moment keeps its time of day: only a plain date is written alike.
  moment: (text, order) => (/\d[T ]\d{1,2}:/.test(text) ? undefined : readDate(text, order)),
  country: (text) => parseCountry(text),
  gender: (text) => genders.get(text.toLowerCase().replace(/\.$/, '')),
}

/** The value that a text stands for; the text itself where it cannot be read otherwise. */
export const toValue = (
  property: string,
  text: string,
  order: NumericOrder | undefined,
): string => {
  const kind = kindOf(property)
  return (kind && readers[kind]?.(text, order)) ?? text
}
