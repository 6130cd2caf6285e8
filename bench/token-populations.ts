import { foldName } from '../src/names/index.ts'
import { type Row, readTable } from './names/tables.ts'
import { toPassport } from './people/passport.ts'

/** Names borne by ordinary people of a country, with what the figures are. */
type Source = {
  readonly source: string
  readonly file: string
  readonly keep?: (row: Row) => boolean
  /** Whether a name has one spelling there, so that another spelling is another name. */
  readonly spelling?: 'fixed'
  /** Spellings of a name beside its own. */
  readonly spell?: (name: string) => readonly string[]
}

/** Some items of Wikidata stand without a name. */
const isName = ({ name }: Row): boolean => name !== undefined && !name.includes('/')

const isFamily = ({ part }: Row): boolean => part === 'family'
const isGiven = ({ part }: Row): boolean => part === 'given'
const passport = (name: string): string[] => [name, toPassport(name)]
const wikidata = (countries: string, file: string): Source[] =>
  [isGiven, isFamily].map((keep) => ({
    source: `Wikidata (CC0), items on people of ${countries}, ${keep === isGiven ? 'given' : 'family'} names`,
    file,
    keep,
  }))

const sources: readonly Source[] = [
  {
    source: 'US Census Bureau, surnames of the census of 2000',
    file: 'en_family.tsv',
    spelling: 'fixed',
  },
  {
    source: 'US Social Security Administration, births 1930-2024',
    file: 'en_given.tsv.gz',
    spelling: 'fixed',
  },
  { source: 'INE Spain, bearers by first surname', file: 'es_family.tsv', spelling: 'fixed' },
  { source: 'INE Spain, bearers by given name', file: 'es_given.tsv', spelling: 'fixed' },
  { source: 'INSEE France, births 1900-2019', file: 'fr_given.tsv', spelling: 'fixed' },
  {
    source: 'Wikidata (CC0), items on people of France, family names',
    file: 'fr_family.tsv',
    spelling: 'fixed',
  },
  {
    source: 'EGRUL register of Russian firms by datacoon/russiannames (BSD-3), entries',
    file: 'ru_given.tsv',
    spell: passport,
  },
  ...['M', 'F'].map((sex) => ({
    source: `Zhuravlev 2005 by nobus-1967/faker_persons_ru (MIT), share among the 503 commonest Russian surnames, ${sex}`,
    file: 'ru_family_zhuravlev.tsv',
    keep: (row: Row) => row.sex === sex,
    spell: passport,
  })),
  ...['M', 'F'].map((sex) => ({
    source: `nobus-1967/faker_persons_ru (MIT), share among the 50 commonest Russian patronymics, ${sex}`,
    file: 'ru_patronymic.tsv',
    keep: (row: Row) => row.sex === sex,
    spell: passport,
  })),
  ...wikidata('17 Arab countries', 'ar_wikidata.tsv'),
  ...wikidata('Iran and Afghanistan', 'fa_wikidata.tsv'),
  ...wikidata('South Asia', 'in_wikidata.tsv'),
  ...wikidata('Indonesia, Malaysia, Singapore and the Philippines', 'id_my_wikidata.tsv'),
  { source: 'Wikidata (CC0), items on people of Turkey, family names', file: 'tr_wikidata.tsv' },
  {
    source: 'duyet/vietnamese-namedb (MIT), 8,734 members of a forum, family names',
    file: 'vi.tsv',
    keep: isFamily,
  },
  {
    source: 'duyet/vietnamese-namedb (MIT), 8,734 members of a forum, other names',
    file: 'vi.tsv',
    keep: (row) => !isFamily(row),
  },
]

/** Tokens rarer than this, in quarters of a bit, say as much as a token that no table knows. */
const leastShare = 2 ** -12

/** Fewer bearers than this in a source are no share. */
const fewest = 4

/** Shares of tokens in a population, as tokens by quarters of a bit. */
export type Population = {
  readonly source: string
  readonly spelling?: 'fixed'
  readonly quarters: Readonly<Record<string, string>>
}

const populationOf = ({
  source,
  file,
  spelling,
  keep = () => true,
  spell = (n) => [n],
}: Source): Population => {
  const held = new Map<string, number>()
  let all = 0
  for (const row of readTable(file).filter((each) => isName(each) && keep(each))) {
    const count = Number(row.count_or_share || 0)
    all += count
    const tokens = new Set(spell(row.name ?? '').flatMap((name) => foldName(name)))
    if (count >= fewest || count % 1 !== 0 || row.source?.startsWith('Zhuravlev'))
      for (const token of tokens) held.set(token, (held.get(token) ?? 0) + count)
  }
  const quarters = new Map<number, string[]>()
  for (const [token, count] of held) {
    if (count / all < leastShare || token.length < 2) continue
    const quarter = Math.round(-4 * Math.log2(count / all))
    quarters.set(quarter, [...(quarters.get(quarter) ?? []), token])
  }
  return {
    source,
    ...(spelling && { spelling }),
    quarters: Object.fromEntries(
      [...quarters].sort(([a], [b]) => a - b).map(([q, tokens]) => [q, tokens.sort().join(' ')]),
    ),
  }
}

/** Shares of the tokens of ordinary people's names, by official statistics and permissive sources. */
export const populations = (): Population[] => sources.map(populationOf)
