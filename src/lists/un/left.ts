const number = 'a number of the record format'
const order = 'for the printed order only'
const listType = 'the same words in every entry: it is on the list'

/** What the UN reader does not store, with the reason. */
export const left: Readonly<Record<string, string>> = {
  '/CONSOLIDATED_LIST/INDIVIDUALS/INDIVIDUAL/VERSIONNUM': number,
  '/CONSOLIDATED_LIST/ENTITIES/ENTITY/VERSIONNUM': number,
  '/CONSOLIDATED_LIST/INDIVIDUALS/INDIVIDUAL/LIST_TYPE/VALUE': listType,
  '/CONSOLIDATED_LIST/ENTITIES/ENTITY/LIST_TYPE/VALUE': listType,
  '/CONSOLIDATED_LIST/INDIVIDUALS/INDIVIDUAL/SORT_KEY': order,
  '/CONSOLIDATED_LIST/ENTITIES/ENTITY/SORT_KEY': order,
  '/CONSOLIDATED_LIST/INDIVIDUALS/INDIVIDUAL/SORT_KEY_LAST_MOD': order,
  '/CONSOLIDATED_LIST/ENTITIES/ENTITY/SORT_KEY_LAST_MOD': order,
}
