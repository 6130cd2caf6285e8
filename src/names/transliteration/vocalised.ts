import table from '../../../data/vocalised-names.json' with { type: 'json' }

/** Written forms of names to Latin with vowels (`data/vocalised-names.json`), unpacked when first asked. */
const lexicon = (packed: string): (() => ReadonlyMap<string, string>) => {
  let unpacked: ReadonlyMap<string, string> | undefined
  return () => {
    unpacked ??= new Map(
      packed.split(' ').map((pair) => {
        const at = pair.indexOf(':')
        return [pair.slice(0, at), pair.slice(at + 1).replaceAll('-', ' ')]
      }),
    )
    return unpacked
  }
}

export const arabicNames: () => ReadonlyMap<string, string> = lexicon(table.Arab)
export const hebrewNames: () => ReadonlyMap<string, string> = lexicon(table.Hebr)
