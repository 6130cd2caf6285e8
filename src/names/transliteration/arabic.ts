import { arabicNames } from './vocalised.ts'

const arabic = /\p{Script=Arabic}/u
const runs = /[\p{Script=Arabic}\p{M}\u0640\u200c]+/gu
/** Short vowels, doublings and the stretching of letters. */
const unspoken = /[\u200c\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/g

const pairs = (text: string): ReadonlyMap<string, string> =>
  new Map(text.split(' ').map((pair) => [pair.charAt(0), pair.slice(2)]))

/** Letters that are written for each other. */
const levelled = pairs(
  'أ:ا إ:ا ٱ:ا آ:ا ى:ي ې:ي ی:ي ئ:ي ؤ:و ة:ه ۀ:ه ہ:ه ە:ه ھ:ه ک:ك ڪ:ك ګ:گ ں:ن ٹ:ت ڈ:د ڑ:ر ے:ي ښ:ش ړ:ر ډ:د ټ:ت ځ:ز څ:س',
)

/** Consonants; و and ي are read by their neighbours. */
const consonants = pairs(
  'ب:b ت:t ث:th ج:j ح:h خ:kh د:d ذ:dh ر:r ز:z س:s ش:sh ص:s ض:d ط:t ظ:z غ:gh ف:f ق:q ك:k ل:l م:m ن:n ه:h پ:p چ:ch ژ:zh گ:g ڤ:v ڭ:ng',
)
/** The same as Persian, Dari and Urdu speak them. */
const persian = pairs('ث:s ذ:z ض:z')
/** Letters, or forms of letters, that Arabic does not write. */
const persianLetters = /[پچژگکیےہټډړښ]/

const vowelSigns = 'اويع'
const openSigns = 'اع'
const article = /^ال(?=..)/
const servant = /^عبد(?=ال..)/

/** A letter that is a vowel or a consonant by its neighbours; undefined for plain consonants. */
const semivowel = (word: string, k: number, isPersian: boolean): string | undefined => {
  const letter = word.charAt(k)
  const before = word.charAt(k - 1)
  const after = word.charAt(k + 1)
  const last = k === word.length - 1
  const between = k > 0 && !vowelSigns.includes(before) && (last || !openSigns.includes(after))
  if (letter === 'ا') return 'a'
  if (letter === 'ع') return k === 0 && after !== 'ا' ? 'a' : ''
  if (letter === 'ي') return between ? 'i' : 'y'
  if (letter === 'و' && between && after !== 'ي') return 'u'
  if (letter === 'و') return isPersian ? 'v' : 'w'
  if (letter === 'ه' && k > 1 && last) return before === 'ا' ? 'h' : 'a'
  return undefined
}

const spell = (word: string, isPersian: boolean): string => {
  let latin = ''
  for (let k = 0; k < word.length; k++) {
    const letter = word.charAt(k)
    const spoken = semivowel(word, k, isPersian) ?? (isPersian ? persian.get(letter) : undefined)
    latin += spoken ?? consonants.get(letter) ?? ''
  }
  return latin
}

const readWord = (word: string, isPersian: boolean): string => {
  const known = arabicNames().get(word)
  if (known !== undefined) return known
  if (servant.test(word)) return `abd ${readWord(word.slice(3), isPersian)}`
  if (article.test(word)) return `al ${readWord(word.slice(2), isPersian)}`
  return spell(word, isPersian)
}

/**
 * Latin spelling of Arabic and Persian: names that readers know with their vowels, others by their
 * consonants and the vowels that are written, the article apart.
 */
export const fromArabic = (text: string): string => {
  if (!arabic.test(text)) return text
  const isPersian = persianLetters.test(text)
  return text.replace(runs, (run) => {
    const plain = run
      .replace(unspoken, '')
      .replace(/./gsu, (letter) => levelled.get(letter) ?? letter)
    return ` ${readWord(plain, isPersian)} `
  })
}
