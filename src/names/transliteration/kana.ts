const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u
const katakana = /[ァ-ヶ]/g
const runs = /[\u3041-\u3096ー・]+/g

const rows: Readonly<Record<string, string>> = {
  あいうえお: 'a i u e o',
  かきくけこ: 'ka ki ku ke ko',
  がぎぐげご: 'ga gi gu ge go',
  さしすせそ: 'sa shi su se so',
  ざじずぜぞ: 'za ji zu ze zo',
  たちつてと: 'ta chi tsu te to',
  だぢづでど: 'da ji zu de do',
  なにぬねの: 'na ni nu ne no',
  はひふへほ: 'ha hi fu he ho',
  ばびぶべぼ: 'ba bi bu be bo',
  ぱぴぷぺぽ: 'pa pi pu pe po',
  まみむめも: 'ma mi mu me mo',
  やゆよ: 'ya yu yo',
  らりるれろ: 'ra ri ru re ro',
  わゐゑをん: 'wa i e o n',
  ゔ: 'vu',
  ゕゖ: 'ka ke',
}
const syllables = new Map<string, string>()
for (const [signs, spelled] of Object.entries(rows))
  spelled.split(' ').forEach((latin, k) => {
    syllables.set(signs.charAt(k), latin)
  })
/** Small signs give the syllable before them another vowel. */
const small = new Map(
  'ぁ:a ぃ:i ぅ:u ぇ:e ぉ:o ゃ:ya ゅ:yu ょ:yo ゎ:wa'
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.slice(2)]),
)
const sibilant = /^(sh|ch|j)$/

const transliterate = (run: string): string => {
  let latin = ''
  let doubled = false
  for (const sign of run) {
    const glide = small.get(sign)
    if (sign === 'っ') doubled = true
    else if (sign === '・') latin += ' '
    else if (glide !== undefined) {
      const stem = latin.replace(/[aiueo]$/, '')
      latin =
        stem +
        (sibilant.test(stem.slice(-2).replace(/^[^sc]j$/, 'j')) ? glide.replace('y', '') : glide)
    } else {
      const own = syllables.get(sign) ?? ''
      latin += doubled ? own.charAt(0) + own : own
      doubled = false
    }
  }
  return latin
}

/** Latin spelling of kana by Hepburn, long vowels as the signs are written. */
export const fromKana = (text: string): string =>
  kana.test(text)
    ? text
        .replace(katakana, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x60))
        .replace(runs, transliterate)
    : text
