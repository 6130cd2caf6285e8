/** Spellings with their shares; `-` stands for nothing. */
type Row = readonly (readonly [spelling: string, share: number])[]

const read = (cell: string): Row => {
  const parts = cell.split(' ').map((part) => part.split(':'))
  const given = parts.slice(1).reduce((sum, [, share]) => sum + Number(share ?? 0.1), 0)
  return parts.map(([spelling = '', share], at) => [
    spelling === '-' ? '' : spelling,
    at === 0 ? 1 - given : Number(share ?? 0.1),
  ])
}

const rows = (cells: Readonly<Record<string, string>>): ReadonlyMap<string, Row> =>
  new Map(Object.entries(cells).map(([sound, cell]) => [sound, read(cell)]))

/** Initials of jyutping as Hong Kong spells them; the first takes what the others leave. */
const initials = rows({
  ng: 'ng -:.3',
  gw: 'kw gw:.05',
  kw: 'kw k:.1',
  b: 'p b:.05',
  p: 'p',
  m: 'm',
  f: 'f',
  d: 't d:.05',
  t: 't',
  n: 'n l:.1',
  l: 'l',
  g: 'k g:.03',
  k: 'k',
  h: 'h',
  w: 'w',
  z: 'ch ts:.2 tz:.02 j:.05',
  c: 'ch ts:.25',
  s: 's sh:.15',
  j: 'y',
  '': '-',
})

const finals = rows({
  aa: 'a ah:.1',
  aai: 'ai',
  aau: 'au',
  aam: 'am',
  aan: 'an',
  aang: 'ang',
  aap: 'ap',
  aat: 'at',
  aak: 'ak',
  ai: 'ai',
  au: 'au ow:.15',
  am: 'am um:.15',
  an: 'an un:.25',
  ang: 'ang',
  ap: 'ap up:.1',
  at: 'at ut:.05',
  ak: 'ak',
  e: 'e eh:.05',
  ei: 'ei i:.2 ee:.2 ay:.02',
  eng: 'eng ing:.2',
  ek: 'ek ik:.1',
  i: 'i ee:.25',
  iu: 'iu',
  im: 'im',
  in: 'in',
  ing: 'ing',
  ip: 'ip',
  it: 'it',
  ik: 'ik',
  o: 'o or:.05',
  oi: 'oi oy:.15',
  ou: 'o ou:.05',
  on: 'on',
  ong: 'ong',
  ot: 'ot',
  ok: 'ok',
  u: 'u oo:.3',
  ui: 'ui',
  un: 'un oon:.3',
  ung: 'ung oong:.03',
  ut: 'ut',
  uk: 'uk',
  oe: 'eu',
  oeng: 'eung',
  oek: 'euk eok:.05',
  eoi: 'ui',
  eon: 'un',
  eot: 'ut',
  yu: 'yu ue:.4 u:.3',
  yun: 'uen yuen:.1 un:.25',
  yut: 'uet yut:.1 ut:.1',
  m: 'm',
  ng: 'ng',
})

/** Syllables that follow no rule of the two above. */
const whole = rows({
  zi: 'chi tsz:.15 tze:.05 tsze:.05 jee:.05',
  ci: 'chi tsz:.2 tze:.05',
  si: 'si sze:.4 see:.1 shi:.1 sz:.05',
  ji: 'yi yee:.35 i:.05',
  jyu: 'yu yue:.1 yuh:.02',
  jyun: 'yuen yun:.1 un:.05',
  jyut: 'yuet yut:.05',
  joeng: 'yeung young:.1 yeong:.03',
  jau: 'yau yao:.05',
  jip: 'yip ip:.1',
  jim: 'yim',
  ng: 'ng',
  m: 'm',
})

/**
 * Spellings of a Cantonese syllable (jyutping without tone) in Hong Kong, with their shares: `zoeng` is
 * Cheung, `wai` Wai. The government's system is not published; these are its rules as street names and
 * identity cards show them, and habits beside it.
 */
export const spellCantonese = (sound: string): Row => {
  const own = whole.get(sound)
  if (own) return own
  for (const [initial, starts] of initials) {
    if (!sound.startsWith(initial)) continue
    const ends = finals.get(sound.slice(initial.length))
    if (ends)
      return starts.flatMap(([start, a]) => ends.map(([end, b]) => [start + end, a * b] as const))
  }
  return []
}
