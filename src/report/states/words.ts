/** `overdue_admitted` is `overdue admitted`. */
export const showWord = (value: string): string => value.replaceAll('_', ' ')
