import { nameWeights } from '../weights.ts'
import { withoutArticle } from './skeleton.ts'
import { soundsOf } from './sounds.ts'
import { glide, vowels } from './table.ts'

const costs = nameWeights.sounds

/** Signs of sounds are ASCII. */
export const signs = 128

/** A token as it is heard, with what losing each of its sounds costs. */
export type Heard = {
  readonly letters: number
  /** A sign for each sound. */
  readonly sounds: string
  readonly codes: Uint8Array
  readonly consonants: number
  /** Whether it was written without its vowels, as Arabic and Hebrew are. */
  readonly bare: boolean
  /** What each sound costs that the other token lacks, and the same against one written without vowels. */
  readonly losses: Int32Array
  readonly lossesToBare: Int32Array
  /** The same token without an article that may be joined to it. */
  readonly rest: Heard | undefined
}

const lost = new Int32Array(signs).fill(costs.consonantLost)
for (const [sound, cost] of Object.entries(costs.lost)) lost[sound.charCodeAt(0)] = cost
lost[glide.charCodeAt(0)] = costs.glideLost

const lostAtEnd = new Int32Array(signs).fill(costs.vowelLost)
for (const [vowel, cost] of Object.entries(costs.finalVowelLost))
  lostAtEnd[vowel.charCodeAt(0)] = cost

const isVowel = new Uint8Array(signs)
for (const vowel of vowels) isVowel[vowel.charCodeAt(0)] = 1
/** Glides count as vowels for their neighbours only. */
const isOpen = new Uint8Array(isVowel)
isOpen[glide.charCodeAt(0)] = 1

const count = (codes: Uint8Array, kind: Uint8Array): number =>
  codes.reduce((sum, code) => sum + (kind[code] as number), 0)

const lossesOf = (codes: Uint8Array, toBare: boolean): Int32Array =>
  Int32Array.from(codes, (code, k) => {
    if (isVowel[code] === 0) return lost[code] as number
    const last = k === codes.length - 1
    const beside = isOpen[codes[k - 1] ?? 0] === 1 || isOpen[codes[k + 1] ?? 0] === 1
    const loss = last ? (lostAtEnd[code] as number) : costs.vowelLost
    const amongVowels = beside && !last ? Math.min(loss, costs.vowelBesideVowelLost) : loss
    return toBare ? Math.min(amongVowels, costs.bareVowelLost) : amongVowels
  })

const hearPart = (token: string, rest?: Heard): Heard => {
  const sounds = soundsOf(token)
  const codes = Uint8Array.from(sounds, (sound) => sound.charCodeAt(0))
  return {
    letters: token.length,
    sounds,
    codes,
    consonants: codes.length - count(codes, isOpen),
    bare: codes.length >= 3 && count(codes, isVowel) <= costs.bareShare * codes.length,
    losses: lossesOf(codes, false),
    lossesToBare: lossesOf(codes, true),
    rest,
  }
}

/** How a folded token is heard (`data/name-sounds.json`); one too long to compare has no sounds. */
export const hear = (token: string): Heard => {
  const rest = withoutArticle(token)
  return hearPart(token, rest === undefined ? undefined : hearPart(rest))
}
