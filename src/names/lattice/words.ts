/** A stretch of letters, what parts it from the one before, and whether it stands in capitals beside words that do not. */
export type Word = {
  readonly text: string
  readonly before: 'start' | 'space' | 'hyphen' | 'comma'
  readonly capitals: boolean
}
