const greek = /\p{Script=Greek}/u
const runs = /\p{Script=Greek}+/gu
const marks = /[\u0300-\u036f]/g
const groups = /ου|[αεη]υ|μπ|ντ|γ[κγξχ]|./gsu

/** Letters and pairs of ELOT 743 (ISO 843), as names are written. */
const spelling: Readonly<Record<string, string>> = Object.fromEntries(
  'α:a β:v γ:g δ:d ε:e ζ:z η:i θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s ς:s τ:t υ:y φ:f χ:ch ψ:ps ω:o ου:ou αυ:av ευ:ev ηυ:iv μπ:mp ντ:nt γκ:gk γγ:ng γξ:nx γχ:nch'
    .split(' ')
    .map((pair) => pair.split(':')),
)
/** Pairs that begin a word sound as one letter. */
const atStart: Readonly<Record<string, string>> = { μπ: 'b', ντ: 'd', γκ: 'g' }
/** Before these the pairs with υ end in f. */
const voiceless = /^[θκξπσςτφχψ]/

const transliterate = (run: string): string => {
  const plain = run.normalize('NFD').replace(marks, '').toLowerCase()
  return plain.replace(groups, (group, at: number) => {
    if (at === 0 && group in atStart) return atStart[group] as string
    const latin = spelling[group] ?? group
    return latin.endsWith('v') && group.length === 2 && voiceless.test(plain.slice(at + 2))
      ? `${latin.charAt(0)}f`
      : latin
  })
}

/** Latin spelling of Greek by ELOT 743. */
export const fromGreek = (text: string): string =>
  greek.test(text) ? text.replace(runs, transliterate) : text
