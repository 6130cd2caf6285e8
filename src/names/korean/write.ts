import { finalOf, finals, initialOf, initials, southern, toSyllable, vowelOf } from '../hangul.ts'
import { remember } from '../remember.ts'
import { toKana } from './kana.ts'
import { soundTogether } from './sound-change.ts'
import { type SpelledScript, Spelling } from './spelling.ts'

/** A way to write Korean names: which letters, and how given names are put together. */
type System = {
  readonly style: string
  readonly script: SpelledScript
  /** Between given syllables. */
  readonly joint: string
  readonly capitals: 'every' | 'first'
  readonly southern: boolean
  readonly soundChange: boolean
}

const system = (
  style: string,
  joint: string,
  more: Partial<Omit<System, 'style' | 'joint'>> = {},
): System => ({
  style,
  joint,
  script: 'Latn',
  capitals: joint === ' ' ? 'every' : 'first',
  southern: false,
  soundChange: false,
  ...more,
})

export type KoreanSystem =
  | 'dprk'
  | 'dprk-marked'
  | 'mr'
  | 'mr-marked'
  | 'ics'
  | 'rr'
  | 'press'
  | 'yale'
  | 'french'
  | 'czech'
  | 'russian-latin'
  | 'kontsevich'
  | 'soviet'
  | 'kana'

/** Systems by the names that `writeKorean` takes. */
const systems: Readonly<Record<KoreanSystem, System>> = {
  dprk: system('dprk', ' '),
  'dprk-marked': system('dprk-marked', ' '),
  mr: system('mr', '-', { soundChange: true }),
  'mr-marked': system('mr-marked', '-', { soundChange: true }),
  ics: system('ics', '-'),
  rr: system('rr', '', { southern: true }),
  press: system('press', '-', { southern: true }),
  yale: system('yale', '-'),
  french: system('french', ' '),
  czech: system('czech', ' '),
  'russian-latin': system('russian-latin', ' '),
  kontsevich: system('kontsevich', '', { script: 'Cyrl' }),
  soviet: system('soviet', ' ', { script: 'Cyrl' }),
  kana: system('kana', '', { script: 'Kana' }),
}

/** Ids of all systems that `writeKorean` knows. */
export const koreanSystems: readonly KoreanSystem[] = Object.keys(systems) as KoreanSystem[]

const spellings = new Map<string, Spelling>()
const spellingOf = (script: SpelledScript): Spelling =>
  remember(spellings, script, () => new Spelling(script))

const marks: Readonly<Record<string, (text: string) => string>> = {
  ics: (text) => text.replaceAll('ŏ', "o'").replaceAll('ŭ', "u'"),
}

/** ㄹ after ㄹ is ll. */
const isDoubled = (before: number | undefined, syllable: number): boolean =>
  before !== undefined && finals[finalOf(before)] === 'ㄹ' && initials[initialOf(syllable)] === 'ㄹ'

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/**
 * Writes a Korean name, family and given name in Hangul, in a system of romanisation or another
 * script, in its commonest form. `RangeError` where a character is no Hangul syllable.
 */
export const writeKorean = (family: string, given: string, to: KoreanSystem): string => {
  const { style, script, joint, capitals, southern: south, soundChange } = systems[to]
  const spelling = spellingOf(script)
  const spell = (syllable: number, inner: boolean): string => {
    const letters = {
      initial: initialOf(syllable),
      vowel: vowelOf(syllable),
      final: finalOf(syllable),
    }
    return spelling.write(letters, style, inner)
  }
  const read = (text: string): number[] => {
    const syllables = [...text].map(toSyllable)
    if (syllables.includes(-1)) throw new RangeError(`${text} is not written in Hangul syllables`)
    return south ? syllables.map((each, k) => (k === 0 ? southern(each) : each)) : syllables
  }
  const surname = read(family)
    .map((syllable, k) => spell(syllable, k > 0))
    .join('')
  const syllables = read(given)
  const sounded = soundChange ? soundTogether(syllables) : syllables
  const parts = sounded.map((syllable, k) => {
    const spelled = spell(syllable, k > 0 || script === 'Kana')
    return soundChange && isDoubled(sounded[k - 1], syllable) ? spelled.replace(/^r/, 'l') : spelled
  })
  if (script === 'Kana') return `${toKana(surname)}・${parts.map(toKana).join('')}`
  const named = parts.map((part, k) => (k === 0 || capitals === 'every' ? capital(part) : part))
  return (marks[to] ?? ((text: string) => text))(`${capital(surname)} ${named.join(joint)}`)
}
