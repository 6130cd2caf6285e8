import type { Entity } from '../model/index.ts'
import {
  type ListUsed,
  type Screener,
  type ScreenOptions,
  toAnswer,
  toProfile,
} from '../screening/index.ts'
import { toPlainJson } from './output/value.ts'

/** What answers depend on beside the subjects. */
export type Screening = { readonly options: ScreenOptions; readonly used: readonly ListUsed[] }

/** Answers to a piece of the subjects: a line of JSON each. */
export type Answered = { readonly text: string; readonly asked: number; readonly found: number }

/** Screens subjects in order. */
export const answerPiece = (
  screener: Screener,
  { options, used }: Screening,
  subjects: readonly Entity[],
): Answered => {
  let [text, found] = ['', 0]
  for (const subject of subjects) {
    const screened = screener.screen(toProfile(subject), options)
    if (screened.matches.length > 0) found++
    text += `${toPlainJson(toAnswer(screened, used))}\n`
  }
  return { text, asked: subjects.length, found }
}
