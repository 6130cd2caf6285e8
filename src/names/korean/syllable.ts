import { lazily } from '../han/index.ts'
import { northernTwins, southern, syllableCount } from '../hangul.ts'
import {
  type Meaning,
  type Meant,
  type Position,
  type Speller,
  toMeaning,
} from '../lattice/index.ts'
import { remember } from '../remember.ts'
import { compoundNames, isSurname, shares, surnameSyllables } from './frequency.ts'
import { toKana } from './kana.ts'
import { pinyinStyle, readPinyin } from './pinyin-style.ts'
import { type Place, type Spelled, type SpelledScript, Spelling, type Style } from './spelling.ts'

const placeOf: Readonly<Record<Position, Place>> = {
  surname: 'surname',
  first: 'first',
  second: 'second',
  single: 'first',
}

/** Slips are thought of in syllables that one name in so many has in a place. */
const leastCommon = 3e-4

const commonSyllables = lazily((): readonly number[] => {
  const { surname, first, second } = shares
  const found = new Set<number>()
  for (let s = 0; s < syllableCount; s++)
    if ([surname, first, second].some((each) => (each[s] as number) >= leastCommon))
      found.add(s).add(southern(s))
  return [...found]
})

/** Share of syllables that another hand than that of the rest of the name has spelled. */
const otherHand = 0.06

/** Lets each syllable now and then be spelled in another style than the rest of the name. */
const mixStyles = (joint: Float64Array, styles: readonly Style[]): Float64Array => {
  let mixed = 0
  styles.forEach((style, s) => {
    if (style !== pinyinStyle) mixed += style.share * (joint[s] as number)
  })
  return joint.map((own) => (1 - otherHand) * own + otherHand * mixed)
}

/** Adds, to what is written, the syllables that the North writes for it. */
const toNorthern = (
  spelled: readonly Spelled[],
  styles: readonly Style[],
  position: Position,
): Map<number, Float64Array> => {
  const place = placeOf[position]
  const meant = new Map<number, Float64Array>()
  const add = (syllable: number, written: Float64Array, fallen: boolean, falls: boolean): void => {
    let joint = meant.get(syllable)
    if (!joint) {
      joint = new Float64Array(styles.length)
      meant.set(syllable, joint)
    }
    const common = shares[position][syllable] as number
    for (let s = 0; s < styles.length; s++) {
      const rule = (styles[s] as Style).initialRule[place]
      const kept = falls ? 1 - rule : 1
      joint[s] = (joint[s] as number) + (written[s] ?? 0) * common * (fallen ? rule : kept)
    }
  }
  for (const { syllable, shares: written } of spelled) {
    add(syllable, written, false, southern(syllable) !== syllable)
    for (const twin of northernTwins(syllable)) add(twin, written, true, true)
  }
  return meant
}

const mixed = (meant: ReadonlyMap<number, Float64Array>, styles: readonly Style[]): Meaning => {
  const all = [...meant].map(
    ([syllable, joint]): Meant => ({ syllable, joint: mixStyles(joint, styles) }),
  )
  const heads = all.some(({ syllable }) => isSurname(syllable))
  return toMeaning(all, styles.length, heads)
}

/** Reads the syllables of Korean names written in one script; remembers what it read. */
export class Syllables implements Speller {
  readonly styles: readonly Style[]
  readonly #spelling: Spelling
  readonly #withPinyin: boolean
  readonly #voiced: boolean
  readonly #remembered: Readonly<Record<Position | 'compound', Map<string, Meaning>>> = {
    surname: new Map(),
    first: new Map(),
    second: new Map(),
    single: new Map(),
    compound: new Map(),
  }

  constructor(script: SpelledScript) {
    this.#spelling = new Spelling(script)
    this.#withPinyin = script === 'Latn'
    this.#voiced = script === 'Kana'
    this.styles = this.#withPinyin ? [...this.#spelling.styles, pinyinStyle] : this.#spelling.styles
  }

  /** Letters as the name writes them: kana are read by Latin ones. */
  readonly show = (letters: string): string => (this.#voiced ? toKana(letters) : letters)

  readonly spells = (text: string): boolean =>
    this.#spelling.spells(text) || (this.#withPinyin && readPinyin(text, 'first').length > 0)

  /** Kana are typed as whole syllables, in which hands do not slip by letters. */
  readonly common = (): Iterable<string> =>
    this.#voiced ? [] : this.#spelling.spellingsOf(commonSyllables())

  meaning(text: string, position: Position): Meaning {
    return remember(this.#remembered[position], text, () => this.#read(text, position))
  }

  #read(text: string, position: Position): Meaning {
    // Kana voices every plain consonant but that of the family name.
    const inner = position === 'second' || (this.#voiced && position !== 'surname')
    const spelled = this.#spelling.read(text, inner)
    const meant = toNorthern(spelled, this.styles, position)
    if (this.#withPinyin) this.#addPinyin(meant, text, position)
    return mixed(meant, this.styles)
  }

  #addPinyin(meant: Map<number, Float64Array>, text: string, position: Position): void {
    const last = this.styles.length - 1
    for (const { syllable, joint } of readPinyin(text, position)) {
      const joints = meant.get(syllable) ?? new Float64Array(this.styles.length)
      joints[last] = joint
      meant.set(syllable, joints)
    }
  }

  /** Family names of two syllables that two spellings write. */
  compound(first: string, second: string): Meaning {
    const both = `${first} ${second}`
    return remember(this.#remembered.compound, both, () => this.#readCompound(first, second))
  }

  #readCompound(first: string, second: string): Meaning {
    const meant = new Map<number, Float64Array>()
    const [starts, ends] = [this.#spelling.read(first, false), this.#spelling.read(second, true)]
    for (const id of compoundNames) {
      const [a, b] = surnameSyllables(id)
      const start = starts.find(({ syllable }) => syllable === a)
      const end = ends.find(({ syllable }) => syllable === b)
      if (!start || !end) continue
      const common = shares.surname[id] as number
      meant.set(
        id,
        Float64Array.from(
          this.styles,
          (_, s) => (start.shares[s] ?? 0) * (end.shares[s] ?? 0) * common,
        ),
      )
    }
    return mixed(meant, this.styles)
  }
}
