import type { Command, Example } from './command.ts'

const showExamples = (examples: readonly Example[]): string => {
  const lines = examples.map(({ run, does }) => `  $ ${run}\n      ${does}`)
  return `\nExamples:\n${lines.join('\n')}`
}

/** What the help of a command says after its options. */
export const helpAfter = ({ examples, exits }: Command): string => {
  const codes = Object.entries(exits ?? {}).map(([code, when]) => `  ${code}  ${when}`)
  const exitText = codes.length > 0 ? `\n\nExit codes besides 0, 1 and 2:\n${codes.join('\n')}` : ''
  return `${showExamples(examples)}${exitText}`
}

/** What `muster --help` says after the list of commands. */
export const overview: string = `${showExamples([
  { run: 'muster init evidence', does: 'makes a workspace in the folder evidence' },
  {
    run: 'muster lists update --from DIR --workspace evidence',
    does: 'takes the official lists that lie in a folder',
  },
  {
    run: 'muster check people.csv --workspace evidence',
    does: 'compares your people with the lists and opens cases',
  },
  { run: 'muster screen --help', does: 'explains one command, with examples of its own' },
])}

Answers go to standard output, narration and errors to standard error.
Exit codes: 0 done, 1 failed, 2 not understood, 3 findings and 4 a stale list where asked for.`
