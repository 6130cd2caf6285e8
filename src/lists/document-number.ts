/** The number alone where the element says more: `Libyan passport No. 513519`, `… (Expires 2016)`. */
export const documentNumber = (text: string): string => {
  const bare = text
    .replace(/\s*\([^)]*\)$/, '')
    .replace(/\s+/g, ' ')
    .trim()
  const labelled = /(?:\bnumber|\bno|\bn[°º]|:)[\s.:]+(\S.*)$/i.exec(bare)?.[1]
  const worded = /^(?:\p{L}{3,}[\s()“”"]+)+(?:ID\s+)?([A-Z]{0,4}\s?\d.*)$/u.exec(bare)?.[1]
  const number = labelled ?? worded ?? bare
  return /\d/.test(number) ? number : bare
}
