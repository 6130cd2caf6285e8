import { citedFrom, type FoundTrail } from './found.ts'
import type { CasePattern, CaseTrail } from './funds-case.ts'
import type { HeldMoney } from './held.ts'
import {
  countPatterns,
  findPatternsOf,
  type PatternAnswer,
  toPatternAnswers,
} from './patterns/index.ts'

/** Most patterns of a trail, and most transfers of a pattern, that are told one by one. */
const most = { patterns: 20, transfers: 50 }

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
    const patternsLeft = countPatterns(all.slice(most.patterns))
    told.push({ ...trail, patterns: all.slice(0, most.patterns).map(toCasePattern), patternsLeft })
  }
  return told
}

const toCasePattern = (pattern: PatternAnswer): CasePattern => ({
  ...pattern,
  transfers: pattern.transfers.slice(0, most.transfers),
  transfersLeft: Math.max(0, pattern.transfers.length - most.transfers),
})

/** What nobody has counted among ordinary people stands last. */
const rarity = ({ score }: PatternAnswer): number =>
  score.ordinary_per_million ?? Number.POSITIVE_INFINITY
