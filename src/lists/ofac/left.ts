const number = 'a number of the database; the part is found again by its place'
const present = 'a present name, which is an alias as FollowTheMoney has it'
const order = 'tells the first of several values, which are all kept'

/** What the XML reader does not store, with the reason. */
export const xmlLeft: Readonly<Record<string, string>> = {
  '/sdnList/publshInformation/Publish_Date': 'the date of the list, kept with its source',
  '/sdnList/publshInformation/Record_Count': 'compared with the entries when the list is taken',
  '/sdnList/sdnEntry/akaList/aka/uid': number,
  '/sdnList/sdnEntry/akaList/aka/type: n.k.a.': present,
  '/sdnList/sdnEntry/addressList/address/uid': number,
  '/sdnList/sdnEntry/idList/id/uid': number,
  '/sdnList/sdnEntry/nationalityList/nationality/uid': number,
  '/sdnList/sdnEntry/nationalityList/nationality/mainEntry': order,
  '/sdnList/sdnEntry/citizenshipList/citizenship/uid': number,
  '/sdnList/sdnEntry/citizenshipList/citizenship/mainEntry': order,
  '/sdnList/sdnEntry/dateOfBirthList/dateOfBirthItem/uid': number,
  '/sdnList/sdnEntry/dateOfBirthList/dateOfBirthItem/mainEntry': order,
  '/sdnList/sdnEntry/placeOfBirthList/placeOfBirthItem/uid': number,
  '/sdnList/sdnEntry/placeOfBirthList/placeOfBirthItem/mainEntry': order,
}

/** What the CSV reader does not store, by table and column, with the reason. */
export const csvLeft: Readonly<Record<string, string>> = {
  'alt/alt_num': number,
  'alt/alt_type: nka': present,
  'add/add_num': number,
  'sdn/Remarks: alt.': order,
  'U+001A': 'the mark of the end of a file',
  '-0-': 'says that a cell is empty',
}
