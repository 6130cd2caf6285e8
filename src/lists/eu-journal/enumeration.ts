/** Parts a text at its enumerators: `(a) A 1 (Iraq), (b) B 2`; brackets of more than a letter stay. */
export const enumerated = (text: string): readonly string[] =>
  text
    .split(/(?:^|[\s,;])\(?[a-h]\)\s/)
    .map((part) => part.replace(/^[\s,;]+|[\s,;]+$/g, ''))
    .filter((part) => part !== '')
