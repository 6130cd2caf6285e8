/** What a ring was in an earlier run: the name it had, and the part of that one's evidence it rests on. */
export type Was = { readonly ring: string; readonly share: number }
