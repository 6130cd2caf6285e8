/**
 * Writes data/phone-lines.json: what the numbering plans of the world tell of the line behind a phone
 * number. From the metadata of libphonenumber, as libphonenumber-js packs it. A plan keeps the pattern
 * of fixed lines only where a drawn number shows that the others overlap it. `bench/phone-lines.ts`
 */
import { writeFileSync } from 'node:fs'
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import metadata from 'libphonenumber-js/metadata.max.json' with { type: 'json' }
import lock from '../node_modules/libphonenumber-js/package.json' with { type: 'json' }

type Pattern = readonly [pattern: string, lengths?: readonly number[]]
type Plan = readonly unknown[]

/** Where a packed plan holds what: libphonenumber-js, metadata.js. */
const at = { national: 2, trunk: 5, types: 11, fixed: 0, mobile: 1, voip: 8 } as const

const plansOf = (code: string): Plan[] => {
  const {
    countries,
    country_calling_codes: callers,
    nonGeographic,
  } = metadata as unknown as {
    countries: Record<string, Plan>
    country_calling_codes: Record<string, string[]>
    nonGeographic: Record<string, Plan>
  }
  const found = (callers[code] ?? []).map((country) => countries[country] as Plan)
  return found.length > 0 ? found : [nonGeographic[code] as Plan]
}

const patternOf = (plan: Plan, type: number): string | undefined =>
  ((plan[at.types] as readonly (Pattern | 0)[] | undefined)?.[type] || undefined)?.[0]

const union = (patterns: readonly (string | undefined)[]): string | undefined =>
  [...new Set(patterns.filter((pattern) => pattern !== undefined))].join('|') || undefined

const isWhole = (pattern: string | undefined, digits: string): boolean =>
  pattern !== undefined && new RegExp(`^(?:${pattern})$`).test(digits)

export type Lines = {
  readonly national: string
  readonly trunk?: string
  readonly fixed?: string
  readonly mobile?: string
  readonly voip?: string
}

let seed = 1
const draw = (below: number): number => {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
  return Math.floor((seed / 2 ** 32) * below)
}

const overlaps = (code: string, lines: Lines): boolean => {
  for (let i = 0; i < 4_000; i++) {
    const digits = Array.from({ length: 6 + draw(7) }, () => draw(10)).join('')
    const found = parsePhoneNumberFromString(`+${code}${digits}`)
    if (!found || found.nationalNumber !== digits) continue
    const isFixed = /^FIXED/.test(found.getType() ?? '')
    if (isFixed && (isWhole(lines.mobile, digits) || isWhole(lines.voip, digits))) return true
  }
  return false
}

const codes: Record<string, Lines> = {}
const all = [
  ...Object.keys(metadata.country_calling_codes),
  ...Object.keys(metadata.nonGeographic),
].sort()
for (const code of all) {
  const plans = plansOf(code)
  const each = (type: number): string | undefined =>
    union(plans.map((plan) => patternOf(plan, type)))
  const [fixed, mobile, voip] = [each(at.fixed), each(at.mobile), each(at.voip)]
  const trunk = plans[0]?.[at.trunk]
  const lines: Lines = {
    national: union(plans.map((plan) => plan[at.national] as string)) as string,
    ...(typeof trunk === 'string' && { trunk }),
    ...(mobile && mobile !== fixed && { mobile }),
    ...(voip && { voip }),
  }
  codes[code] = fixed && overlaps(code, lines) ? { ...lines, fixed } : lines
}

const table = {
  about:
    'Numbering plans by country calling code: the national numbers there are, the trunk prefix that is dropped behind the code, and which are mobile or voice over IP. Written by bench/phone-lines.ts.',
  source: `libphonenumber metadata (Apache-2.0) in libphonenumber-js ${lock.version} (MIT)`,
  codes,
}
writeFileSync('data/phone-lines.json', `${JSON.stringify(table, null, 2)}\n`)
console.log(`${all.length} calling codes, ${JSON.stringify(table).length} characters`)
for (const kind of ['mobile', 'voip', 'fixed'] as const)
  console.log(`${Object.values(codes).filter((lines) => lines[kind]).length} with ${kind}`)
