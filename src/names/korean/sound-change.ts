import { finalOf, finals, initialOf, initials, syllableOf, vowelOf } from '../hangul.ts'

const byFinal: Readonly<Record<string, string>> = {
  ㄱ: 'ㅇ',
  ㅂ: 'ㅁ',
  ㅅ: 'ㄴ',
  ㄷ: 'ㄴ',
  ㅈ: 'ㄴ',
  ㅊ: 'ㄴ',
}
const nasals = 'ㄴㅁ'

type Border = readonly [final: string, initial: string]

/** How a final and the next initial sound together (Standard pronunciation of Korean, articles 18 to 20). */
const assimilate = (final: string, initial: string): Border => {
  if (final === 'ㄴ' && initial === 'ㄹ') return ['ㄹ', 'ㄹ']
  if (final === 'ㄹ' && initial === 'ㄴ') return ['ㄹ', 'ㄹ']
  if ((final === 'ㅁ' || final === 'ㅇ') && initial === 'ㄹ') return [final, 'ㄴ']
  const nasal = byFinal[final]
  if (nasal && initial === 'ㄹ') return [nasal, 'ㄴ']
  if (nasal && nasals.includes(initial)) return [nasal, initial]
  return [final, initial]
}

/** Syllables as they sound side by side: 석민 as 성민, 창룡 as 창뇽. A final before a vowel stays where it is. */
export const soundTogether = (syllables: readonly number[]): number[] => {
  const sounded = [...syllables]
  for (let k = 0; k + 1 < sounded.length; k++) {
    const [a, b] = [sounded[k] as number, sounded[k + 1] as number]
    const final = finals[finalOf(a)] as string
    const initial = initials[initialOf(b)] as string
    if (final === '') continue
    const [newFinal, newInitial] = assimilate(final, initial)
    sounded[k] = syllableOf(initialOf(a), vowelOf(a), finals.indexOf(newFinal))
    sounded[k + 1] = syllableOf(initials.indexOf(newInitial), vowelOf(b), finalOf(b))
  }
  return sounded
}
