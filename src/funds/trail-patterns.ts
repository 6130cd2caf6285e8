import { citedFrom, type FoundTrail } from './found.ts'
import type { CaseTrail } from './funds-case.ts'
import type { HeldMoney } from './held.ts'
import {
  countPatterns,
  findPatternsOf,
  type PatternAnswer,
  toPatternAnswers,
} from './patterns/index.ts'

/** Most patterns of a trail that are told one by one. */
const most = 20

/** Trails with the patterns of addresses on their way beside them, the rarest among ordinary people first. */
export const withPatterns = async (
  money: HeldMoney,
  trails: readonly FoundTrail[],
): Promise<readonly CaseTrail[]> => {
  const { engine, ground, assets } = money
  const sets = trails.map(({ touched }) => touched)
  const { found } = await findPatternsOf(engine, { ...ground, assets }, sets)
  const told: CaseTrail[] = []
  for (const [i, { touched: _touched, ...trail }] of trails.entries()) {
    const all: PatternAnswer[] = []
    const own = { found: found[i] ?? [] }
    for await (const pattern of toPatternAnswers(engine, citedFrom(money), own)) all.push(pattern)
    all.sort((a, b) => rarity(a) - rarity(b))
    const patternsLeft = countPatterns(all.slice(most))
    told.push({ ...trail, patterns: all.slice(0, most), patternsLeft })
  }
  return told
}

/** What nobody has counted among ordinary people stands last. */
const rarity = ({ score }: PatternAnswer): number =>
  score.ordinary_per_million ?? Number.POSITIVE_INFINITY
