import type { TruthRow } from '../../src/example/index.ts'
import type { DecidedGroup, Rings, Rival } from '../../src/identity/index.ts'
import { sha256 } from '../../src/model/index.ts'

/** What a person who knows an honest group would say explains it. */
const explanations: Readonly<Record<string, Rival>> = {
  household: 'household',
  mixed_family: 'household',
  shared_house: 'household',
  translator_couple: 'household',
  name_change: 'person',
  new_papers: 'person',
  same_person: 'person',
  succession: 'successor',
  expatriates: 'cohort',
  agency: 'workplace',
  employer_of_record: 'workplace',
  boot_camp: 'cohort',
  co_working: 'cohort',
  office: 'workplace',
  hackathon: 'cohort',
  public_computer: 'cohort',
  family_business: 'workplace',
  bookkeeper: 'workplace',
}

/** Whether an account is of the half that people decide about: whole rings and whole honest groups. */
export const isDecided = ({ ring, groups, account }: TruthRow): boolean =>
  Number.parseInt(sha256(ring || groups || account).slice(0, 2), 16) % 2 === 0

type Case = Omit<DecidedGroup, 'until'>

/** Found groups of the deciding half, each as what most of its accounts are. */
export const decideFound = (
  { ground, rings }: Rings,
  truth: ReadonlyMap<string, TruthRow>,
): readonly Case[] =>
  rings.flatMap(({ accounts }, i) => {
    const rows = [...accounts].map(
      (place) => truth.get(ground.platform.accounts[place] as string) as TruthRow,
    )
    const half = rows.filter(isDecided)
    if (2 * half.length <= rows.length) return []
    const inRings = rows.filter(({ ring }) => ring !== '').length
    const honest = rows.find((row) => row.honest !== '')?.honest.split(';')[0] ?? ''
    return [
      {
        group: `found ${i}`,
        accounts: rows.map(({ account }) => account),
        explanation: 2 * inRings > rows.length ? null : (explanations[honest] ?? 'chance'),
      },
    ]
  })

/** Honest groups of the deciding half that somebody looked at, whatever they share. */
export const decideHonest = (truth: Iterable<TruthRow>, most: number): readonly Case[] => {
  const groups = new Map<string, { kind: string; accounts: string[] }>()
  for (const row of truth) {
    if (row.ring !== '' || row.groups === '' || !isDecided(row)) continue
    const [name, kind] = [row.groups.split(';')[0] as string, row.honest.split(';')[0] as string]
    const group = groups.get(name) ?? { kind, accounts: [] }
    group.accounts.push(row.account)
    groups.set(name, group)
  }
  return [...groups]
    .filter(([, { accounts }]) => accounts.length > 1)
    .sort(([a], [b]) => (sha256(a) < sha256(b) ? -1 : 1))
    .slice(0, most)
    .map(([group, { kind, accounts }]) => ({
      group,
      accounts,
      explanation: explanations[kind] as Rival,
    }))
}
