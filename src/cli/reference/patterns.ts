import { busyFrom, depositCard, limitCards, patternCards } from '../../funds/index.ts'
import { page } from './markdown.ts'

type Card = {
  readonly source: string
  readonly innocent: readonly string[]
  readonly clears: string
}

/** `docs/patterns.md`: the anchor of each heading is the name that a line of `muster trace --patterns` gives. */
export const patternsPage = (): string =>
  page(
    '# Patterns beside a trace',
    '',
    'Forms of laundering that public cases show, looked for at the addresses that traced value came through',
    '(`muster trace --patterns FILE`). They are **in no amount** of a trace: the answer is the same to the byte with',
    'and without. Each line names its addresses and the rows that prove it, so that it can be counted again, and says',
    'what else explains it and what would clear it. Stops (labelled services, mixers, bridges, swaps, burns, hubs) are the',
    `subject of no pattern, nor are addresses with more than ${busyFrom} transfers in an asset. Transfers without a time take part in none; how many those are is told. Patterns are no`,
    'evidence about a person by themselves: honest people show each of them. `muster check` tells them beside the trails of a',
    'case, the rarest first; none opens a case.',
    '',
    '**Score.** `ordinary_per_million`: of a million ordinary addresses at most so many show the pattern at least as',
    'strongly, with 95 % confidence (where k of n were seen, k + 3 + 1.65 √k are allowed for). It is no probability that',
    'somebody launders money. Where the addresses that were looked at are made up, it says how often our picture of ordinary',
    'life shows the pattern; no wallets of bitcoin were among them.',
    '',
    patternCards.flatMap(({ id, name, says, why, strength, ordinary, ...card }) => [
      `## ${id}`,
      '',
      `**${capital(name)}.** ${says} ${why}`,
      '',
      `- **Strength:** ${strength}.`,
      `- **Ordinary addresses:** ${ordinary}`,
      ...told(card),
      '',
    ]),
    '## Limits of reports',
    '',
    'For `below-limit`; amounts of files are taken for smallest units of the currency, such as cents:',
    '',
    limitCards.map((limit) => `- ${limit}`),
    '',
    '## Deposit addresses',
    '',
    `${depositCard.says} ${depositCard.why}`,
    '',
    'With `--deposits N`, an address that forwarded N times or more is a stop of kind `service`, and its label says that it',
    'is inferred and from how many forwards. A label is never overridden and a seed never a stop by it. It is not done',
    'unless asked: value goes on to the labelled wallet of the service anyway, and a launderer who sends all to one',
    'account at an exchange looks the same. On a theft that people traced by hand (Harmony, 2022) 86.7 % of the value is found at',
    'the true ends without it, and 58.8 % with `--deposits 3`, the other 27.9 % being at 15 addresses before those ends.',
    '',
    told(depositCard),
  )

const told = ({ innocent, clears, source }: Card): readonly string[] => [
  `- **Innocent:** ${innocent.join('; ')}.`,
  `- **What clears it:** ${clears}`,
  `- **Source:** ${source}`,
]

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
