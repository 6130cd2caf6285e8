const entity = '/export/sanctionEntity'
/** The element that tells which act brought a value; left as a whole. */
export const actElement = 'regulationSummary'

const number = 'a number of the file itself'
const act = 'the act that brought this value; the act of the entry is stored'
const named = 'the code beside it says the same'
const numbered = 'the number beside it says the same'

const values = ['nameAlias', 'citizenship', 'birthdate', 'address', 'identification', 'subjectType']
const ofValues: readonly [string, string][] = values.flatMap((value) => [
  [`${entity}/${value}/@logicalId`, number],
  [`${entity}/${value}/@regulationLanguage`, 'the language of the act'],
  [`${entity}/${value}/${actElement}`, act],
])

/** What the EU reader does not store, with the reason. */
export const left: Readonly<Record<string, string>> = {
  ...Object.fromEntries(ofValues),
  [`${entity}/subjectType/@classificationCode`]: named,
  [`${entity}/regulation/@logicalId`]: number,
  [`${entity}/identification/@identificationTypeCode`]: 'the description beside it says the same',
  [`${entity}/birthdate/@dayOfMonth`]: numbered,
  [`${entity}/birthdate/@monthOfYear`]: numbered,
}
