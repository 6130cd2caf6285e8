/**
 * Why a value is what it is: a sentence, the statements it rests on, and the steps below it. Every step
 * that was taken to the value is there, those that found nothing too, so a statement that is in no step
 * cannot change it.
 */
export type Proof = {
  readonly says: string
  readonly statements: readonly string[]
  readonly parts: readonly Proof[]
}

/** A step; ids in the order in which they count. */
export const step = (
  says: string,
  statements: readonly string[] = [],
  parts: readonly Proof[] = [],
): Proof => ({ says, statements, parts })

/** Every statement that a proof rests on, once, in code-point order of the ids. */
export const statementsOf = (...proofs: readonly Proof[]): readonly string[] => {
  const ids = new Set<string>()
  const walk = ({ statements, parts }: Proof): void => {
    for (const id of statements) ids.add(id)
    for (const part of parts) walk(part)
  }
  for (const proof of proofs) walk(proof)
  return [...ids].sort()
}

/** A value with its proof. */
export type Cell<T> = { readonly value: T; readonly proof: Proof }
