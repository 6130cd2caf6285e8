import { northernTwins, southern } from '../hangul.ts'
import type { Position } from '../lattice/index.ts'
import { remember } from '../remember.ts'
import { compoundNames, isSurname, shares, surnameSyllables } from './frequency.ts'
import { toKana } from './kana.ts'
import { pinyinStyle, readPinyin } from './pinyin-style.ts'
import { type Place, type Spelled, type SpelledScript, Spelling, type Style } from './spelling.ts'

/** A syllable in its northern form and how likely each style is to write the spelling for it. */
export type Meant = { readonly syllable: number; readonly joint: Float64Array }

/**
 * What a spelling means in a position: `total` is the chance, by style, that a name has this spelling
 * there at all.
 */
export type Meaning = {
  readonly meant: readonly Meant[]
  readonly total: Float64Array
  /** Whether it can be a family name that anyone bears. */
  readonly heads: boolean
}

const placeOf: Readonly<Record<Position, Place>> = {
  surname: 'surname',
  first: 'first',
  second: 'second',
  single: 'first',
}

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

const toMeaning = (meant: ReadonlyMap<number, Float64Array>, styles: readonly Style[]): Meaning => {
  const total = new Float64Array(styles.length)
  const mixed = [...meant].map(([syllable, joint]) => ({
    syllable,
    joint: mixStyles(joint, styles),
  }))
  for (const { joint } of mixed)
    for (let s = 0; s < styles.length; s++) total[s] = (total[s] as number) + (joint[s] as number)
  return { meant: mixed, total, heads: mixed.some(({ syllable }) => isSurname(syllable)) }
}

/** Reads the syllables of Korean names written in one script; remembers what it read. */
export class Syllables {
  readonly styles: readonly Style[]
  readonly #spelling: Spelling
  readonly #withPinyin: boolean
  readonly #voiced: boolean
  readonly #spelled = new Map<string, boolean>()
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
  show(letters: string): string {
    return this.#voiced ? toKana(letters) : letters
  }

  /** Whether a stretch of letters spells a syllable at all. */
  spells(text: string): boolean {
    return remember(
      this.#spelled,
      text,
      () =>
        this.#spelling.spells(text) || (this.#withPinyin && readPinyin(text, 'first').length > 0),
    )
  }

  /** Whether spellings, one or two, can be a family name that anyone bears. */
  heads([first = '', second]: readonly string[]): boolean {
    return second === undefined
      ? this.meaning(first, 'surname').heads
      : this.compound(first, second).heads
  }

  meaning(text: string, position: Position): Meaning {
    return remember(this.#remembered[position], text, () => this.#read(text, position))
  }

  #read(text: string, position: Position): Meaning {
    // Kana voices every plain consonant but that of the family name.
    const inner = position === 'second' || (this.#voiced && position !== 'surname')
    const spelled = this.#spelling.read(text, inner)
    const meant = toNorthern(spelled, this.styles, position)
    if (this.#withPinyin) this.#addPinyin(meant, text, position)
    return toMeaning(meant, this.styles)
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
    return toMeaning(meant, this.styles)
  }
}
