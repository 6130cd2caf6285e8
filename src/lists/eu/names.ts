import type { XmlElement } from '../../formats/index.ts'
import type { Description } from '../../model/index.ts'
import { readRemark } from './remark.ts'

const genders: Readonly<Record<string, string>> = { M: 'male', F: 'female' }

/**
 * The list marks no name as the main one: the first strong name is taken for it, the other strong
 * ones are aliases, and those that are not strong are weak aliases.
 */
export const readNames = (names: readonly XmlElement[], entry: Description): void => {
  const main = names.find(isStrong) ?? names[0]
  for (const name of names) {
    const strong = isStrong(name)
    const kind = strong ? 'alias' : 'weakAlias'
    const language = name.attribute('nameLanguage')?.value.toLowerCase()
    const whole = name.attribute('wholeName')
    const prop = name === main ? 'name' : kind
    entry.say(prop, whole, whole?.value.replace(/\s+/g, ' '), language)
    for (const part of ['firstName', 'middleName', 'lastName'])
      entry.say(part, name.attribute(part), undefined, language)
    const gender = name.attribute('gender')
    entry.say('gender', gender, gender && (genders[gender.value] ?? gender.value))
    entry.say('position', name.attribute('function'))
    entry.say('title', name.attribute('title'))
    for (const remark of name.values('remark')) readRemark(remark, entry)
  }
}

const isStrong = (name: XmlElement): boolean => name.attribute('strong')?.value === 'true'
