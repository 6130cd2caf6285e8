/**
 * Makes `data/token-frequency.json`: how many names hold a token, among the names of official lists,
 * among Korean names, and among ordinary people of several countries. `bench/token-frequency.ts > data/token-frequency.json`
 */
import { loadLists } from '../src/lists/index.ts'
import { toListed } from '../src/screening/index.ts'
import { dataFile } from '../tests/editions.ts'
import { populations } from './token-populations.ts'

/** Tokens of fewer names are left out: their share is not known better than that. */
const cut = 8
const koreanCut = 3
const companyCut = 20

/**
 * Share of the bearers of a family name in the Republic of Korea, census of 2015 (Statistics Korea,
 * KOSIS table DT_1IN15SD), under each usual spelling of the name, northern and southern.
 */
const families: readonly (readonly [share: number, spellings: string])[] = [
  [0.2156, 'kim gim'],
  [0.1474, 'ri lee yi rhee li i'],
  [0.0845, 'pak park bak'],
  [0.0486, 'jong jung jeong chung chong'],
  [0.0472, 'choe choi'],
  [0.0293, 'jo cho'],
  [0.0256, 'kang gang'],
  [0.0206, 'yun yoon'],
  [0.0206, 'jang chang'],
  [0.0205, 'rim im lim'],
  [0.0199, 'sin shin'],
  [0.0194, 'yu ryu yoo'],
  [0.0156, 'han'],
  [0.0154, 'o oh'],
  [0.0152, 'so seo suh'],
  [0.0151, 'jon jeon chon chun'],
  [0.0142, 'kwon gwon'],
  [0.0141, 'hwang'],
  [0.0138, 'an ahn'],
  [0.0138, 'song'],
]

const lists = []
for (const folder of ['un', 'ofac', 'eu-journal'])
  lists.push(...(await loadLists(dataFile('lists', folder))).lists)

const all = new Map<string, number>()
const korean = new Map<string, number>()
const companies = new Map<string, number>()
const count = { names: 0, korean: 0, companies: 0 }
const add = (to: Map<string, number>, tokens: readonly string[]): void => {
  for (const token of new Set(tokens)) to.set(token, (to.get(token) ?? 0) + 1)
}
for (const { id, entities } of lists)
  for (const { profile, programs } of entities.map((entity) => toListed(id, entity))) {
    const isKorean = profile.schema === 'Person' && programs.some((each) => /DPRK|PRK/.test(each))
    for (const {
      name: { tokens },
    } of profile.names) {
      // The journal prints EU designations, most of which the other two print as well.
      if (id !== 'eu-journal') {
        count.names++
        add(all, tokens)
        if (profile.schema !== 'Person' && profile.schema !== 'Vessel') {
          count.companies++
          add(companies, tokens)
        }
      }
      if (isKorean && tokens.length <= 4) {
        count.korean++
        add(korean, tokens)
      }
    }
  }

const table = (counts: Map<string, number>, least: number): Record<string, number> =>
  Object.fromEntries(
    [...counts]
      .filter(([, names]) => names >= least)
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)),
  )

const shares: Record<string, number> = {}
for (const [share, spellings] of families)
  for (const spelling of spellings.split(' ')) shares[spelling] = share

console.log(
  JSON.stringify(
    {
      about: `How many names hold a token, folded as src/names/fold.ts does. Made by bench/token-frequency.ts from ${lists.map(({ id, version }) => `${id} ${version}`).join(', ')}: counts only, of primary names and aliases; tokens in fewer than ${cut} names are left out.`,
      date: '2026-11-24',
      names: count.names,
      tokens: table(all, cut),
      korean: {
        about: `The same among the names of persons designated under the DPRK programmes of those lists (tokens in ${koreanCut} names or more), and the share of family names in the census of 2015 (Statistics Korea, KOSIS DT_1IN15SD) under each usual spelling. Who shares one Korean syllable mostly shares the language, so that the next one says less.`,
        names: count.korean,
        tokens: table(korean, koreanCut),
        families: shares,
      },
      companies: {
        about: `The same among the names of those parties of the two lists that are neither persons nor ships (tokens in ${companyCut} names or more): legal forms and trade words say nothing beyond being a company, which the schema says already.`,
        names: count.companies,
        tokens: table(companies, companyCut),
      },
      people: {
        about: `Names of ordinary people, folded in the same way: tokens by quarters of a bit of their share among the names of each source (4 is one in two, 40 one in 1,024); those rarer than one in 4,096 are left out.`,
        populations: populations(),
      },
    },
    null,
    2,
  ),
)
