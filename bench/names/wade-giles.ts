import { remember } from './skeleton.ts'

/** Pinyin initials in Wade–Giles without apostrophes, as lists print them; longer ones first. */
const initials: readonly (readonly [RegExp, string])[] = [
  [/^zhi$/, 'chih'],
  [/^chi$/, 'chih'],
  [/^shi$/, 'shih'],
  [/^ri$/, 'jih'],
  [/^[zc]i$/, 'tzu'],
  [/^si$/, 'ssu'],
  [/^(zh|ch)/, 'ch'],
  [/^[jq]/, 'ch'],
  [/^x/, 'hs'],
  [/^[zc](?!h)/, 'ts'],
  [/^r/, 'j'],
  [/^b/, 'p'],
  [/^d/, 't'],
  [/^g/, 'k'],
]

const finals: readonly (readonly [RegExp, string])[] = [
  [/^yan$/, 'yen'],
  [/^you$/, 'yu'],
  [/^yi$/, 'i'],
  [/ian$/, 'ien'],
  [/ong$/, 'ung'],
  [/iong$/, 'iung'],
  [/uo$/, 'o'],
  [/^(k|h)e$/, '$1o'],
  [/ui$/, 'ui'],
]

/** Finals that keep uo. */
const kept = /^(kuo|shuo|huo)$/

/** A pinyin syllable in Wade–Giles. */
export const toWade: (syllable: string) => string = remember((syllable) => {
  let text = syllable
  for (const [from, to] of initials)
    if (from.test(text)) {
      text = text.replace(from, to)
      break
    }
  if (kept.test(text)) return text
  return finals.reduce((word, [from, to]) => word.replace(from, to), text)
})
