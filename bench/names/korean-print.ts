import { readTable } from './tables.ts'

/** Initial, vowel and final of a syllable; the final is empty in an open one. */
export type Letters = readonly [initial: string, vowel: string, final: string]

const initials = [...'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ']
const vowels = [...'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ']
const finals = ['', ...'ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ']

export const lettersOf = (syllable: string): Letters => {
  const code = syllable.charCodeAt(0) - 0xac00
  return [
    initials[Math.floor(code / 588)] ?? '',
    vowels[Math.floor(code / 28) % 21] ?? '',
    finals[code % 28] ?? '',
  ]
}

const start = 'name start'
const voiced = 'after vowel or ㄴㅁㅇ(ㄹ)'

/** What a letter is printed as: by system, position, context and letter; the first is the most common. */
const outputs = new Map<string, string[]>()

for (const { position, context, letter, system, output } of readTable('tables', 'ko_letters.tsv')) {
  const key = [system, position, context, letter].join(' ')
  const known = outputs.get(key)
  if (known) known.push(output ?? '')
  else outputs.set(key, [output ?? ''])
}

const junctions = new Map(
  readTable('tables', 'ko_junctions.tsv').map(({ system, final_before, initial_after, output }) => [
    [system, final_before, initial_after].join(' '),
    output ?? '',
  ]),
)

/** Every output of a letter in the table, the most common first. */
export const outputsOf = (
  system: string,
  position: 'initial' | 'vowel' | 'final',
  context: string,
  letter: string,
): readonly string[] =>
  letter === '' ? [''] : (outputs.get([system, position, context, letter].join(' ')) ?? [''])

/** How a system prints: the systems of its letters, and what happens between syllables. */
export type Style = {
  readonly consonants: string
  readonly vowels: string
  /** Whether later syllables of a given name are voiced, or run by the table of junctions. */
  readonly inside: 'apart' | 'voiced' | 'joined'
  readonly between: string
}

const isSonorous = (final: string): boolean => ['', 'ㄴ', 'ㅁ', 'ㅇ', 'ㄹ'].includes(final)

/** Prints the syllables of one part of a name by the tables. */
export const printPart = (part: string, style: Style): string => {
  const syllables = [...part].map(lettersOf)
  let text = ''
  syllables.forEach(([initial, vowel, final], i) => {
    const before = syllables[i - 1]?.[2]
    const next = syllables[i + 1]?.[0]
    const isVoiced = style.inside !== 'apart' && before !== undefined && isSonorous(before)
    const context = isVoiced ? voiced : start
    const joined = (a: string | undefined, b: string | undefined): string | undefined =>
      style.inside === 'joined' && a !== undefined && b !== undefined
        ? junctions.get([style.consonants, a === '' ? 'vowel' : a, b].join(' '))
        : undefined
    // A junction prints both the final and the initial that meet.
    if (joined(before, initial) === undefined) {
      if (i > 0) text += style.between
      text += outputsOf(style.consonants, 'initial', context, initial)[0]
    }
    text += outputsOf(style.vowels, 'vowel', 'any', vowel)[0]
    text += joined(final, next) ?? outputsOf(style.consonants, 'final', 'end', final)[0]
  })
  return text
}
