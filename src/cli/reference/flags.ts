import { flagCards } from '../../identity/index.ts'
import { page } from './markdown.ts'

/** `docs/account-flags.md`: the anchor of each heading is the name that a ring gives the flag. */
export const flagsPage = (): string =>
  page(
    '# Flags beside rings',
    '',
    'Signs that public reports name and that what accounts were seen with can show. They stand beside a ring,',
    'are in none of its bits, and honest people show each of them. A ring names a flag as below and counts the',
    'accounts that show it, that were looked at and do not, and of which the data says too little. A flag that',
    'the data of a platform can tell of no account is named once and in no ring: that is no clean result.',
    '',
    flagCards.flatMap(({ flag, name, needs, looks_for, why, sources, innocent, clears }) => [
      `## ${flag}`,
      '',
      `**${name}.** ${looks_for} ${why}`,
      '',
      `- **Needs:** ${needs}`,
      `- **Innocent:** ${innocent.join('; ')}.`,
      `- **What clears it:** ${clears}`,
      `- **Source:** ${sources.map(({ who, date, as }) => `${who}, ${date}${as === 'text' ? '' : ` (read ${as === 'summaries' ? 'in summaries' : as})`}`).join('; ')}.`,
      '',
    ]),
  )
