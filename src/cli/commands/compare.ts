import { MusterError, toBits, toScore } from '../../model/index.ts'
import { sayConfusables } from '../../names/index.ts'
import { compareNames, toPart, weighNames } from '../../screening/index.ts'
import { type Command, defineCommand } from '../command.ts'
import type { Context } from '../context.ts'
import { readLines, readPairHeader, scorePairLine, showScore } from '../pairs.ts'
import { shownFaults } from '../rejects.ts'
import { watchFile } from '../watch.ts'

/** `muster compare` */
export const command: Command = defineCommand({
  name: 'compare',
  about:
    'Explains how alike two names are, in any script: a weight in bits, the sum of its parts. 0 bits are even odds; a score of 0.5 or more says that they are more likely the same name than not.',
  arguments: {
    a: { doc: 'a name' },
    b: { doc: 'another name' },
  },
  options: {
    schema: {
      value: 'SCHEMA',
      doc: 'what is named: Person, Company, Vessel, … (default: anything)',
    },
    pairs: {
      value: 'FILE',
      doc: 'compare many: a tab-separated file without quoting, with columns name_a, name_b and maybe schema; every line is kept and gets the columns bits and score; - is standard input',
    },
    encoding: { value: 'NAME', doc: 'encoding of the file of pairs (default: utf-8)' },
  },
  formats: ['table', 'json'],
  examples: [
    {
      run: 'muster compare "리병철" "Ri Pyong Chol"',
      does: 'shows what speaks for and against the two being one name',
    },
    {
      run: 'muster compare --pairs pairs.tsv -o scored.tsv',
      does: 'adds bits and score to each pair of a file',
    },
  ],
  run: async (context, { a, b, schema, pairs, encoding }) => {
    if (pairs !== undefined) {
      if (a !== undefined) throw new MusterError('usage', 'give two names or --pairs, not both')
      await comparePairs(context, { path: pairs, encoding: encoding ?? 'utf-8', schema })
    } else {
      if (a === undefined || b === undefined)
        throw new MusterError('usage', 'two names are needed', {
          hint: 'For example: muster compare "리병철" "Ri Pyong Chol"',
        })
      await explain(context, { a, b, schema })
    }
    return 0
  },
})

type Names = { readonly a: string; readonly b: string; readonly schema: string | undefined }

const explain = async ({ output }: Context, { a, b, schema = 'Thing' }: Names): Promise<void> => {
  const { prior, evidence, total, names } = compareNames(a, b)
  const score = toScore(total)
  const parts = names.parts.map(({ millibits, ...part }) => ({ ...part, bits: toBits(millibits) }))
  if (output.format === 'json') {
    await output.value({
      a,
      b,
      schema,
      prior: toBits(prior),
      bits: toBits(total),
      score,
      evidence: evidence.map(toPart),
      says: names.says,
      language: names.language ?? null,
      parts,
    })
    return
  }
  const warned = [a, b].flatMap((name) => sayConfusables(name) ?? [])
  await output.text(`${[`${a} / ${b}`, names.says, ...warned].join('\n')}\n\n`)
  await output.rows(
    ['left', 'right', 'bits', 'how'],
    [
      { how: 'before looking: even odds', bits: toBits(prior).toFixed(3) },
      ...parts.map(({ bits, ...part }) => ({ ...part, bits: bits.toFixed(3) })),
      { how: 'total', bits: toBits(total).toFixed(3) },
    ],
  )
  const verdict = score >= 0.5 ? 'rather the same name' : 'rather different names'
  await output.text(`\nscore ${showScore(score)}: ${verdict}\n`)
}

type PairsFile = {
  readonly path: string
  readonly encoding: string
  readonly schema: string | undefined
}

const comparePairs = async (context: Context, pairs: PairsFile): Promise<void> => {
  const { output, tell } = context
  const opened = await context.open(pairs.path)
  const { file, progress } = watchFile(context, opened, `comparing ${opened.name}`)
  const lines = readLines(file, pairs.encoding)
  const score = (a: string, b: string): number => weighNames(a, b)
  let faults = 0
  try {
    const header = (await lines.next()).value ?? ''
    const columns = readPairHeader(header, file.path)
    await output.text(`${header}\tbits\tscore\n`)
    let row = 0
    for await (const text of lines) {
      row++
      const { line, fault } = scorePairLine(text, columns, score)
      await output.text(`${line}\n`)
      if (fault && ++faults <= shownFaults) tell.warn(`${file.path} row:${row}: ${fault}`)
    }
  } finally {
    progress.end()
  }
  if (faults > 0) tell.warn(`rows of ${file.path} without an answer: ${faults}`)
}
