import type { Paint } from './terminal/colour.ts'

/** What `muster` says when nothing is asked of it. */
export const welcome = (
  paint: Paint,
): string => `${paint('heading', 'muster')} musters evidence of DPRK sanctions evasion.

It reads official sanctions lists and your own records, compares them, and shows every
answer with its evidence: who is on a list, who is really one, where the money goes, who
must act. It ranks; people decide. Nothing leaves this machine.

Try first:
  ${paint('heading', 'muster demo')}                      the main job on a made-up organisation
  ${paint('heading', 'muster screen --name "Ri Example"')}  look up one name
  ${paint('heading', 'muster check people.csv')}          the main job on a file of your own

All commands: muster --help. One of them: muster check --help.
`
