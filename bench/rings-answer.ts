/**
 * Scores an answer of `muster rings --format csv` against the truth of the example that it was given:
 * `npm run bench -- rings-answer TRUTH.csv ANSWER.csv`.
 */
import { openFile, readCsv } from '../src/formats/index.ts'
import { printColumns, printKinds, printScore } from './rings/print.ts'
import { score } from './rings/score.ts'
import { readTruth } from './rings/truth.ts'

const [truthPath, answerPath] = process.argv.slice(2)
if (truthPath === undefined || answerPath === undefined)
  throw new Error('name two files: TRUTH.csv ANSWER.csv')
const groups = new Map<string, string>()
for await (const row of (await readCsv(await openFile(answerPath))).rows) {
  if (!row.ok) throw new Error(`${answerPath}, row ${row.row}: ${row.reason}`)
  groups.set(row.value('account')?.value ?? '', row.value('ring')?.value ?? '')
}
const scored = score(await readTruth(truthPath), groups)
printColumns()
printScore('answer', { score: scored })
printKinds(scored)
