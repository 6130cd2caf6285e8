import type { Paint } from './terminal/colour.ts'

/** What a newcomer may try, in this order. */
const first: readonly (readonly [run: string, does: string])[] = [
  ['muster demo', 'the main job on a made-up organisation'],
  ['muster screen --name "Jonas Example"', 'look up one name'],
  ['muster check people.csv', 'the main job on a file of your own'],
]

/** What `muster` says when nothing is asked of it. */
export const welcome = (
  paint: Paint,
): string => `${paint('heading', 'muster')} musters evidence of DPRK sanctions evasion.

It reads official sanctions lists and your own records, compares them, and shows every
answer with its evidence: who is on a list, who is really one, where the money goes, who
must act. It ranks; people decide. Nothing leaves this machine.

Try first:
${first.map(([run, does]) => `  ${paint('heading', run.padEnd(36))}  ${does}`).join('\n')}

All commands: muster --help. One of them: muster check --help.
`
