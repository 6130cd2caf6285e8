/** Kana of one syllable in the spelling of Hepburn (ANSI Z39.11) and, where it differs, of Kunrei (ISO 3602). */
const syllables: ReadonlyMap<string, readonly [hepburn: string, kunrei: string]> = new Map(
  `ア:a イ:i ウ:u エ:e オ:o カ:ka キ:ki ク:ku ケ:ke コ:ko ガ:ga ギ:gi グ:gu ゲ:ge ゴ:go
  サ:sa シ:shi:si ス:su セ:se ソ:so ザ:za ジ:ji:zi ズ:zu ゼ:ze ゾ:zo
  タ:ta チ:chi:ti ツ:tsu:tu テ:te ト:to ダ:da デ:de ド:do
  ナ:na ニ:ni ヌ:nu ネ:ne ノ:no ハ:ha ヒ:hi フ:fu:hu ヘ:he ホ:ho
  バ:ba ビ:bi ブ:bu ベ:be ボ:bo マ:ma ミ:mi ム:mu メ:me モ:mo
  ヤ:ya ユ:yu ヨ:yo ラ:ra リ:ri ル:ru レ:re ロ:ro ワ:wa ン:n
  キャ:kya キュ:kyu キョ:kyo シャ:sha:sya シュ:shu:syu ショ:sho:syo ジャ:ja:zya ジュ:ju:zyu ジョ:jo:zyo
  チャ:cha:tya チュ:chu:tyu チョ:cho:tyo リョ:ryo リュ:ryu リャ:rya ヒョ:hyo ミョ:myo ニョ:nyo`
    .split(/\s+/)
    .map((row) => {
      const [kana = '', hepburn = '', kunrei = hepburn] = row.split(':')
      return [kana, [hepburn, kunrei]]
    }),
)

/** How a system writes a syllable and the long vowels. */
const styles = {
  hepburn: { column: 0, o: 'ō', u: 'ū' },
  passport: { column: 0, o: 'o', u: 'u' },
  typed: { column: 0, o: 'ou', u: 'uu' },
  h: { column: 0, o: 'oh', u: 'u' },
  kunrei: { column: 1, o: 'ô', u: 'û' },
} as const

/** A system of writing Japanese in Latin letters; `h` is Hepburn as some passports have it, Satoh. */
export type RomajiStyle = keyof typeof styles

/** A word of kana in Latin letters with a capital. */
export const toRomaji = (kana: string, style: RomajiStyle): string => {
  const { column, o, u } = styles[style]
  const word = (kana.match(/.[ャュョ]?/gu) ?? [])
    .map((syllable) => syllables.get(syllable)?.[column] ?? '')
    .join("'")
    .replace(/n'(?=[aiueoy])/g, 'n-')
    .replace(/o'[uo](?='|$)/g, o)
    .replace(/u'u(?='|$)/g, u)
    .replace(/'/g, '')
    .replace('-', style === 'hepburn' || style === 'kunrei' ? "'" : '')
  return word.charAt(0).toUpperCase() + word.slice(1)
}
