const offices =
  'minister|president|chair(?:man|woman|person)?|vice-chair(?:man|person)|director|manager|commander|' +
  'governor|general|brigadier|colonel|lieutenant|major|admiral|marshal|captain|head|chief|secretary|' +
  'member|representative|delegate|ambassador|envoy|judge|magistrate|prosecutor|attorney|speaker|' +
  'spokes(?:man|person)|officer|official|advis[eo]r|counsel(?:l?or)?|leader|founder|co-founder|owner|' +
  'treasurer|deputy|mayor|senator|rector|commissioner|employee|ceo|professor|aide|inspector|' +
  'coordinator|registrar|constituent|negotiator|figure|mufti|mullah|sheikh|shaykh|maulana|maulawi|' +
  'mulawi|moulana|ustadz?|qari|haji|hojjatoleslam|ayatollah|doctor|dr|engineer|businessman|diplomat|' +
  'partner|ombudsman|superintendent|second-in-command|lt|mp'
const office = new RegExp(`\\b(?:${offices})\\b`, 'i')

/** Openings of sentences, which tell of something else than an office. */
const sentence =
  /^(?:this|these|possibly|believed|currently|wanted|arrested|named|oversaw|led|holder|from|in|on|also|assoc|following|operations|the)\b/i

/** Longer clauses tell a story. */
const longestPosition = 250

/** Whether a clause of a person's remarks that has no label names an office that it holds or held. */
export const isPosition = (text: string): boolean =>
  text.length <= longestPosition && office.test(text) && !sentence.test(text)
