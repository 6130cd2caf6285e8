/** Entries of a version, in the order of versions. */
export type Size = { readonly version: string; readonly entries: number }

/**
 * Why an edition is too small to be believed, undefined where it is not: it holds less than `shrink`
 * (0 to 1) of the entries of another version, or of those that it says it holds.
 */
export const explainShrunk = (
  edition: Size & { readonly declared?: number | undefined },
  shrink: number,
  before?: Size,
): string | undefined => {
  const { entries, declared } = edition
  if (entries === 0) return 'it holds no entry'
  if (declared !== undefined && entries < declared * shrink)
    return `it holds ${entries} entries and says that it holds ${declared}`
  if (before && entries < before.entries * shrink)
    return `it holds ${entries} entries, far fewer than the ${before.entries} of version ${before.version}`
  return undefined
}
