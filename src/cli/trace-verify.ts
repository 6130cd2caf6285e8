import { readJsonLines } from '../formats/index.ts'
import { MusterError } from '../model/index.ts'
import type { Context } from './context.ts'
import { toJson } from './output/value.ts'
import { type MadeFrom, runTrace, toLines } from './trace-run.ts'

/**
 * Traces an answer again from the recipe that it holds and compares it line by line. Errors:
 * `answer-differs` with the first line that does, or the file that is not what it was;
 * `file-malformed` where the answer holds no recipe.
 */
export const verifyAnswer = async (context: Context, path: string): Promise<undefined> => {
  const lines: string[] = []
  let madeFrom: MadeFrom | undefined
  for await (const line of readJsonLines(await context.open(path))) {
    if (!line.ok)
      throw new MusterError('file-malformed', `${path} line:${line.line}: ${line.reason}`)
    lines.push(line.text)
    madeFrom = (line.value as { made_from?: MadeFrom }).made_from ?? madeFrom
  }
  if (!madeFrom)
    throw new MusterError('file-malformed', `${path} does not say what it was made from`, {
      hint: 'Give an answer of muster trace --format jsonl.',
    })
  const { recipe, used } = madeFrom
  await runTrace(context, recipe, {}, async (ran) => {
    ran.used.forEach((file, i) => {
      if (file.sha256 !== used[i]?.sha256)
        throw new MusterError('answer-differs', `${file.path} is not the file it was`)
    })
    let at = 0
    for await (const line of toLines(ran, { recipe, used: ran.used })) {
      if (toJson(line) !== lines[at])
        throw new MusterError('answer-differs', `${path} line:${at + 1} is not what follows`, {
          hint: `What follows is: ${toJson(line).slice(0, 400)}`,
        })
      at++
    }
    if (at !== lines.length)
      throw new MusterError('answer-differs', `${path} has ${lines.length} lines, and ${at} follow`)
  })
  await context.output.text(
    `${path}: ${lines.length} lines, each as it follows from ${used.length} files\n`,
  )
  return undefined
}
