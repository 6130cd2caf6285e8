/** Initials of pinyin with those of Wade-Giles; longer ones first. */
const initials: readonly (readonly [pinyin: string, wadeGiles: string])[] = [
  ['zh', 'ch'],
  ['ch', "ch'"],
  ['sh', 'sh'],
  ['b', 'p'],
  ['p', "p'"],
  ['m', 'm'],
  ['f', 'f'],
  ['d', 't'],
  ['t', "t'"],
  ['n', 'n'],
  ['l', 'l'],
  ['g', 'k'],
  ['k', "k'"],
  ['h', 'h'],
  ['j', 'ch'],
  ['q', "ch'"],
  ['x', 'hs'],
  ['r', 'j'],
  ['z', 'ts'],
  ['c', "ts'"],
  ['s', 's'],
]

/** Finals that Wade-Giles writes otherwise. */
const finals: Readonly<Record<string, string>> = {
  ian: 'ien',
  ie: 'ieh',
  ong: 'ung',
  iong: 'iung',
  uo: 'o',
  e: 'e',
  v: 'ü',
  ve: 'üeh',
}

/** Whole syllables that follow no rule above: those without a consonant, and buzzing vowels. */
const whole: Readonly<Record<string, string>> = {
  er: 'erh',
  zhi: 'chih',
  chi: "ch'ih",
  shi: 'shih',
  ri: 'jih',
  zi: 'tzu',
  ci: "tz'u",
  si: 'ssu',
  yi: 'i',
  yan: 'yen',
  ye: 'yeh',
  yong: 'yung',
  you: 'yu',
  yu: 'yü',
  yuan: 'yüan',
  yue: 'yüeh',
  yun: 'yün',
  gui: 'kuei',
  kui: "k'uei",
  ge: 'ko',
  ke: "k'o",
  he: 'ho',
  guo: 'kuo',
  kuo: "k'uo",
  huo: 'huo',
  shuo: 'shuo',
}

const palatal = new Set(['j', 'q', 'x'])
/** After j, q and x pinyin leaves out the dots of ü. */
const dotted: Readonly<Record<string, string>> = { u: 'ü', uan: 'üan', un: 'ün', ue: 'üeh' }

/**
 * A syllable of pinyin in Wade-Giles with all its marks: `bing` ping, `ping` p'ing, `xu` hsü. Source:
 * H. A. Giles, A Chinese-English Dictionary, 2nd edition 1912, and the tables made after it.
 */
export const toWadeGiles = (pinyin: string): string => {
  const own = whole[pinyin]
  if (own !== undefined) return own
  const found = initials.find(([initial]) => pinyin.startsWith(initial))
  if (!found) return pinyin
  const [initial, written] = found
  const final = pinyin.slice(initial.length)
  if (palatal.has(initial)) return written + (dotted[final] ?? finals[final] ?? final)
  return written + (finals[final] ?? final)
}
