/** What a made-up file of the UN list holds. */
export type UnShape = {
  /** Left out where the file shall not tell its date. */
  readonly date?: string
  /** Numbers of the entries: `KPi.001` is number 1. */
  readonly numbers: readonly number[]
  /** Name of an entry by its number. */
  readonly name?: (number: number) => string
}

/** 1 to `count`. */
export const upTo = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, i) => i + 1)

const unEntry = (number: number, name: string): string => `  <INDIVIDUAL>
    <DATAID>${690_000 + number}</DATAID>
    <VERSIONNUM>1</VERSIONNUM>
    <FIRST_NAME>${name}</FIRST_NAME>
    <SECOND_NAME>EXAMPLE ${number}</SECOND_NAME>
    <UN_LIST_TYPE>DPRK</UN_LIST_TYPE>
    <REFERENCE_NUMBER>KPi.${String(number).padStart(3, '0')}</REFERENCE_NUMBER>
    <LISTED_ON>2016-03-02</LISTED_ON>
    <NATIONALITY><VALUE>Democratic People's Republic of Korea</VALUE></NATIONALITY>
    <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Zhōu ${number}</ALIAS_NAME></INDIVIDUAL_ALIAS>
    <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1962-10-0${(number % 9) + 1}</DATE></INDIVIDUAL_DATE_OF_BIRTH>
    <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>${60_000_000 + number}</NUMBER></INDIVIDUAL_DOCUMENT>
  </INDIVIDUAL>
`

/** A made-up file of the UN consolidated list in its official shape. */
export const unFile = ({ date, numbers, name = () => 'ANN' }: UnShape): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<CONSOLIDATED_LIST xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"${date ? ` dateGenerated="${date}"` : ''}>
 <INDIVIDUALS>
${numbers.map((number) => unEntry(number, name(number))).join('')} </INDIVIDUALS>
</CONSOLIDATED_LIST>
`

/** Tables of a made-up OFAC legacy set: parties, and one alias of each. */
export const ofacSet = (
  numbers: readonly number[],
  alias = 'BEA',
): { sdn: string; alt: string } => ({
  sdn: numbers
    .map(
      (n) =>
        `${n},"EXAMPLE ${n}, Ann","individual","DPRK3",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 05 Mar 1948; nationality Korea, North."\r\n`,
    )
    .join(''),
  alt: numbers.map((n) => `${n},${n + 10_000},"aka","EXAMPLE ${n}, ${alias}",-0- \r\n`).join(''),
})
