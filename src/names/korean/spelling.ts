import table from '../../../data/korean-spelling.json' with { type: 'json' }
import { finalOf, finals, initialOf, initials, syllableOf, vowelOf, vowels } from '../hangul.ts'
import { remember } from '../remember.ts'

/** Letters that Korean names are spelled in, beside Hangul and Han. */
export type SpelledScript = 'Latn' | 'Cyrl' | 'Kana'
export type Place = 'surname' | 'first' | 'second'

/** A system or habit of spelling: how common it is, and whether it writes northern or southern forms. */
export type Style = {
  readonly id: string
  readonly name: string
  readonly share: number
  readonly initialRule: Readonly<Record<Place, number>>
}

/** A syllable that a spelling may stand for, with the share of each style that spells it so. */
export type Spelled = { readonly syllable: number; readonly shares: Float64Array }

type Letter = { readonly letter: number; readonly shares: Float64Array }
type Letters = ReadonlyMap<string, readonly Letter[]>
type Row = (typeof table.styles)[number]

type Cell = readonly (readonly [spelling: string, share: number])[]

const defaultShare = 0.1
/** Spellings of a style that are rarer than this are not usual. */
const leastUsual = 0.1
const longestLetter = 4
const longestSyllable = 9

/** `k/g:.1` → [k .9, g .1]: the first takes what the others leave. */
const alternatives = (cell: string): [spelling: string, share: number][] => {
  const parts = cell.split('/').map((part): [string, number | undefined] => {
    const [spelling = '', share] = part.split(':')
    return [spelling === '-' ? '' : spelling, share === undefined ? undefined : Number(share)]
  })
  const others = parts.slice(1).reduce((sum, [, share]) => sum + (share ?? defaultShare), 0)
  return parts.map(([spelling, share], i) => [
    spelling,
    i === 0 ? 1 - others : (share ?? defaultShare),
  ])
}

const toCells = (cells: string): readonly Cell[] => cells.split(' ').map(alternatives)

const join = (starts: Cell, ends: Cell): Cell =>
  starts.flatMap(([start, a]) => ends.map(([end, b]) => [start + end, a * b] as const))

const readLetters = (
  rows: readonly Row[],
  of: 'initial' | 'inner' | 'vowel' | 'final',
): Letters => {
  const letters = new Map<string, Letter[]>()
  rows.forEach((row, style) => {
    row[of].split(' ').forEach((cell, letter) => {
      for (const [spelling, share] of alternatives(cell)) {
        const known = letters.get(spelling) ?? []
        if (known.length === 0) letters.set(spelling, known)
        let entry = known.find((each) => each.letter === letter)
        if (!entry) {
          entry = { letter, shares: new Float64Array(rows.length) }
          known.push(entry)
        }
        entry.shares[style] = (entry.shares[style] as number) + share
      }
    })
  })
  return letters
}

/** The other spelling that one style writes for the start of a syllable. */
const respellingOf = (text: string): (typeof table.respelled)[number] | undefined =>
  table.respelled.find(({ written }) => text.startsWith(written))

/** Reads spelled syllables of one script; each reading is remembered. */
export class Spelling {
  readonly styles: readonly Style[]
  readonly #rows: readonly Row[]
  readonly #initial: Letters
  readonly #inner: Letters
  readonly #vowel: Letters
  readonly #final: Letters
  readonly #remembered = {
    start: new Map<string, Spelled[]>(),
    inner: new Map<string, Spelled[]>(),
  }

  constructor(script: SpelledScript) {
    const rows = table.styles.filter((row) => row.script === script)
    this.#rows = rows
    this.styles = rows.map(({ id, name, share, spelling }) => ({
      id,
      name,
      share,
      initialRule: table.initialRule[spelling as keyof typeof table.initialRule],
    }))
    this.#initial = readLetters(rows, 'initial')
    this.#inner = readLetters(rows, 'inner')
    this.#vowel = readLetters(rows, 'vowel')
    this.#final = readLetters(rows, 'final')
  }

  /** Syllables, as written, that a spelling may stand for; `inner` where another stands before it in the given name. */
  read(text: string, inner: boolean): readonly Spelled[] {
    if (text.length > longestSyllable) return []
    const remembered = inner ? this.#remembered.inner : this.#remembered.start
    const letters = inner ? this.#inner : this.#initial
    return remember(
      remembered,
      text,
      () => this.#respell(text, letters) ?? this.#parse(text, letters),
    )
  }

  /** Whether letters can be parted into an initial, a vowel and a final of any styles: no syllable where not. */
  spells(text: string): boolean {
    if (text.length > longestSyllable) return false
    const respelled = this.#respell(text, this.#initial)
    if (respelled) return respelled.length > 0
    for (let i = 0; i <= Math.min(longestLetter, text.length - 1); i++) {
      const start = text.slice(0, i)
      if (!this.#initial.has(start) && !this.#inner.has(start)) continue
      for (let v = i + 1; v <= Math.min(i + longestLetter, text.length); v++)
        if (this.#vowel.has(text.slice(i, v)) && this.#final.has(text.slice(v))) return true
    }
    return false
  }

  /** How any style writes syllables, without what it seldom writes. */
  spellingsOf(syllables: readonly number[]): ReadonlySet<string> {
    const found = this.#rows.flatMap((row) => {
      const [vowels, finals] = [toCells(row.vowel), toCells(row.final)]
      return [toCells(row.initial), toCells(row.inner)].flatMap((initials) =>
        syllables.flatMap((syllable) =>
          join(
            join(initials[initialOf(syllable)] ?? [], vowels[vowelOf(syllable)] ?? []),
            finals[finalOf(syllable)] ?? [],
          ),
        ),
      )
    })
    return new Set(found.filter(([, share]) => share >= leastUsual).map(([text]) => text))
  }

  /** Syllables of a spelling that only one style writes so; undefined where it is none. */
  #respell(text: string, letters: Letters): Spelled[] | undefined {
    const respelling = respellingOf(text)
    const style = this.styles.findIndex(({ id }) => id === respelling?.style)
    if (!respelling || style < 0) return undefined
    const usual = respelling.for + text.slice(respelling.written.length)
    return this.#parse(usual, letters).flatMap(({ syllable, shares }) => {
      const only = shares.map((share, s) => (s === style ? share : 0))
      return only.some((share) => share > 0) ? [{ syllable, shares: only }] : []
    })
  }

  #parse(text: string, initialLetters: Letters): Spelled[] {
    const found = new Map<number, Float64Array>()
    for (let i = 0; i <= Math.min(longestLetter, text.length); i++) {
      const starts = initialLetters.get(text.slice(0, i))
      if (!starts) continue
      for (let v = i + 1; v <= Math.min(i + longestLetter, text.length); v++) {
        const middles = this.#vowel.get(text.slice(i, v))
        const ends = middles && this.#final.get(text.slice(v))
        if (ends) combine(starts, middles, ends, found)
      }
    }
    return [...found].map(([syllable, shares]) => ({ syllable, shares }))
  }

  /** The likeliest spelling of a syllable in a style: how the style writes it. */
  write(
    syllable: { initial: number; vowel: number; final: number },
    style: string,
    inner: boolean,
  ): string {
    const row = table.styles.find(({ id }) => id === style)
    if (!row) throw new RangeError(`no style of spelling ${style}`)
    const first = (cells: string, at: number): string =>
      (alternatives(cells.split(' ')[at] as string)[0] as [string, number])[0]
    return (
      first(inner ? row.inner : row.initial, syllable.initial) +
      first(row.vowel, syllable.vowel) +
      first(row.final, syllable.final)
    )
  }
}

const combine = (
  starts: readonly Letter[],
  middles: readonly Letter[],
  ends: readonly Letter[],
  found: Map<number, Float64Array>,
): void => {
  for (const start of starts)
    for (const middle of middles)
      for (const end of ends) {
        const syllable = syllableOf(start.letter, middle.letter, end.letter)
        let shares = found.get(syllable)
        for (let s = 0; s < start.shares.length; s++) {
          const share =
            (start.shares[s] as number) * (middle.shares[s] as number) * (end.shares[s] as number)
          if (share === 0) continue
          if (!shares) {
            shares = new Float64Array(start.shares.length)
            found.set(syllable, shares)
          }
          shares[s] = (shares[s] as number) + share
        }
      }
}

if (
  initials.join('') !== table.order.initial ||
  vowels.join('') !== table.order.vowel ||
  `-${finals.join('')}` !== table.order.final
)
  throw new RangeError('data/korean-spelling.json lists the letters in another order')
