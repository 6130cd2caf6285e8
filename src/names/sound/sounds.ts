import { longestToken } from '../edit-distance.ts'
import { remember } from '../remember.ts'
import { glide, soundTable, vowels } from './table.ts'

const isVowel = (letter: string | undefined): boolean =>
  letter !== undefined && letter !== '' && vowels.includes(letter)

const spellingsByLetter = new Map<string, (readonly [letters: string, sounds: string])[]>()
for (const entry of Object.entries(soundTable.spellings)) {
  const first = entry[0].charAt(0)
  spellingsByLetter.set(first, [...(spellingsByLetter.get(first) ?? []), entry])
}
for (const entries of spellingsByLetter.values())
  entries.sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1))

const spelledAt = (token: string, at: number): readonly [string, string] | undefined =>
  spellingsByLetter.get(token.charAt(at))?.find(([letters]) => token.startsWith(letters, at))

/** `y`, `i` and `j` are vowels, glides or consonants by their neighbours: Sergej, Yuri, Ivan. */
const semivowelAt = (token: string, at: number): string => {
  const letter = token.charAt(at)
  const before = token.charAt(at - 1)
  const after = token.charAt(at + 1)
  const afterVowel = isVowel(before) || before === 'y'
  const beforeVowel = isVowel(after) || after === 'y'
  if (letter === 'j') {
    if (at === 0 || beforeVowel) return at > 0 && !afterVowel ? glide : 'j'
    return glide
  }
  if (letter === 'y') return afterVowel || beforeVowel ? glide : 'i'
  return afterVowel || (at === 0 && beforeVowel) ? glide : 'i'
}

const endings: readonly (readonly [ending: string, common: string])[] = Object.entries(
  soundTable.endings,
).sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1))
const lastLetters = new Set(endings.map(([ending]) => ending.charAt(ending.length - 1)))

const withoutEnding = (token: string): string => {
  if (!lastLetters.has(token.charAt(token.length - 1))) return token
  const found = endings.find(
    ([ending]) => token.length > ending.length + 1 && token.endsWith(ending),
  )
  return found ? token.slice(0, -found[0].length) + found[1] : token
}

const read = (whole: string): string => {
  const token = withoutEnding(whole)
  let sounds = ''
  const add = (more: string): void => {
    for (const sound of more) {
      const last = sounds.charAt(sounds.length - 1)
      // Doubled letters sound once, and a glide beside i is not heard: Dmitriy, Maria.
      if (sound === last || (sound === glide && last === 'i')) continue
      sounds = sound === 'i' && last === glide ? sounds.slice(0, -1) + sound : sounds + sound
    }
  }
  for (let at = 0; at < token.length; ) {
    const letter = token.charAt(at)
    const spelled = spelledAt(token, at)
    if (spelled) {
      add(spelled[1])
      at += spelled[0].length
      continue
    }
    const silent = letter === 'h' && at > 1 && at === token.length - 1
    if (letter === 'y' || letter === 'i' || letter === 'j') add(semivowelAt(token, at))
    else if (!silent) add(letter)
    at++
  }
  return sounds
}

const plain = /^[a-z0-9]*$/
const mostRemembered = 200_000
const remembered = new Map<string, string>()

/**
 * A folded token as sounds, one sign each (`data/name-sounds.json`), doubled ones once. Tokens that
 * are too long to compare by letters have none.
 */
export const soundsOf = (token: string): string => {
  if (token.length > longestToken || !plain.test(token)) return ''
  return remember(remembered, token, () => read(token), mostRemembered)
}
