/** What the UN reader does not store, with the reason. */
export const left: Readonly<Record<string, string>> = {
  '/CONSOLIDATED_LIST/INDIVIDUALS/INDIVIDUAL/VERSIONNUM': 'a number of the record format',
  '/CONSOLIDATED_LIST/ENTITIES/ENTITY/VERSIONNUM': 'a number of the record format',
  '/CONSOLIDATED_LIST/INDIVIDUALS/INDIVIDUAL/SORT_KEY': 'for the printed order only',
  '/CONSOLIDATED_LIST/ENTITIES/ENTITY/SORT_KEY': 'for the printed order only',
  '/CONSOLIDATED_LIST/INDIVIDUALS/INDIVIDUAL/SORT_KEY_LAST_MOD': 'for the printed order only',
  '/CONSOLIDATED_LIST/ENTITIES/ENTITY/SORT_KEY_LAST_MOD': 'for the printed order only',
}
