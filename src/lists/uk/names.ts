import type { XmlElement, XmlValue } from '../../formats/index.ts'
import type { Description } from '../../model/index.ts'

/** Given names come first, `Name6` is the family name, or the whole name of a body or ship. */
const parts = ['Name1', 'Name2', 'Name3', 'Name4', 'Name5', 'Name6'] as const

/** Kinds of names, which the list writes in several cases, and the property of each. */
const kinds: Readonly<Record<string, string>> = {
  'primary name': 'name',
  'primary name variation': 'alias',
  alias: 'alias',
}

/** Names of the languages of names in other scripts, as the list prints them, and their codes. */
const languages: Readonly<Record<string, string>> = {
  arabic: 'ar',
  belarusian: 'be',
  burmese: 'my',
  chinese: 'zh',
  dari: 'prs',
  farsi: 'fa',
  hebrew: 'he',
  korean: 'ko',
  pashto: 'ps',
  persian: 'fa',
  russian: 'ru',
  serbian: 'sr',
  ukrainian: 'uk',
  urdu: 'ur',
}

/** Reads all names of an entry, those in other scripts with their language. */
export const readNames = (record: XmlElement, entry: Description): void => {
  for (const name of record.all('Names').flatMap((names) => names.all('Name')))
    readName(name, entry)
  for (const name of record.all('NonLatinNames').flatMap((names) => names.all('NonLatinName'))) {
    const language = name.value('NonLatinScriptLanguage')
    const printed = language?.value.toLowerCase() ?? ''
    entry.say('alias', name.value('NameNonLatinScript'), undefined, languages[printed] ?? printed)
  }
}

const readName = (name: XmlElement, entry: Description): void => {
  const told = parts.flatMap((part) => name.value(part) ?? [])
  const weak = /^low/i.test(name.value('AliasStrength')?.value ?? '')
  const kind = kinds[name.value('NameType')?.value.toLowerCase() ?? ''] ?? 'alias'
  const prop = weak && kind === 'alias' ? 'weakAlias' : kind
  const full = told.map((part) => part.value.replace(/\s+/g, ' ')).join(' ')
  if (full === '') return
  entry.say(prop, told.length === 1 ? told[0] : wholeName(name, told), full)
  if (entry.schema !== 'Person' || prop !== 'name' || told.length < 2) return
  const given = ['firstName', 'secondName', 'middleName', 'middleName', 'middleName', 'lastName']
  parts.forEach((part, i) => {
    entry.say(given[i] as string, name.value(part))
  })
}

/** The parts stand in the element in no fixed order, so the whole text of it is told. */
const wholeName = (name: XmlElement, told: readonly XmlValue[]): XmlValue => {
  const inOrder = name.children.map((child) => child.text.trim()).filter((text) => text !== '')
  const text = inOrder.join(' ')
  return { text, value: told.map((part) => part.value).join(' '), place: name.place }
}
