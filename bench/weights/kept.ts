/** Weights that pairs of listed people cannot tell of subjects, and why; they stay as reasoned. */
export const keptWeights: Readonly<Record<string, string>> = {
  'birthDate.firstOfJanuary':
    'Lists write the year alone where registers of subjects put 1 January, so that listed people share it far less often by chance than subjects do.',
  'gender.agree': 'Nine in ten listed people are men, of subjects half: one bit at most.',
  'gender.differ':
    'Nine in ten listed people are men, of subjects half; no pair of one person differs.',
  'document.agree':
    'Entries of one list that share a number are most often one party that the list states twice: what they show is the least.',
  'document.differ': 'Documents are renewed and of several kinds: another number is no sign.',
  'vessel.agree':
    'A number is given to one hull, and entries of one list that share one are one ship listed twice. What a misprint can hit is reasoned.',
  'contact.agree':
    'Too few parties whose contacts two lists state; whole groups of firms that are listed together share them, so that what is counted is taken.',
  'contact.differ': 'People have several.',
  'wallet.agree': 'Hardly any two entries state addresses; those of one key are one holder.',
  'wallet.differ': 'People have several.',
}

/** Weights held within bounds whatever the data say, in millibits. */
export const boundsOf = (feature: string): readonly [least: number, most: number] =>
  feature === 'nationality' ? [-1000, 1000] : [-30_000, 30_000]

/** Outcomes in which two values of one party do not agree: lists that copy each other show too few. */
export const isDisagreement = (outcome: string): boolean => disagreements.has(outcome)

const disagreements: ReadonlySet<string> = new Set([
  'dayMonthSwapped',
  'oneDigit',
  'oneDigitOfYear',
  'otherDay',
  'nextYear',
  'differ',
  'otherYear',
])
