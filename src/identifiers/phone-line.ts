import table from '../../data/phone-lines.json' with { type: 'json' }
import { parsePhone } from './phone.ts'

/** A phone number with what its numbering plan tells of it. */
export type PhoneLine = {
  /** ITU-T E.164 where the number names its country, else its digits. */
  readonly number: string
  readonly line?: 'mobile' | 'voip'
  readonly flaw?: string
}

type Plan = {
  readonly trunk?: string
  readonly isNumber: (digits: string) => boolean
  readonly isFixed: (digits: string) => boolean
  readonly isMobile: (digits: string) => boolean
  readonly isVoip: (digits: string) => boolean
}

const whole = (pattern: string | undefined): ((digits: string) => boolean) => {
  if (pattern === undefined) return () => false
  const form = new RegExp(`^(?:${pattern})$`)
  return (digits) => form.test(digits)
}

type Packed = Readonly<Record<'national', string>> &
  Readonly<Partial<Record<'trunk' | 'fixed' | 'mobile' | 'voip', string>>>

const packed: Readonly<Record<string, Packed>> = table.codes
/** Patterns are made when the first number of their country comes. */
const plans = new Map<string, Plan>()

const planOf = (code: string): Plan | undefined => {
  const known = plans.get(code)
  const plan = packed[code]
  if (known || !plan) return known
  const made: Plan = {
    ...(plan.trunk !== undefined && { trunk: plan.trunk }),
    isNumber: whole(plan.national),
    isFixed: whole(plan.fixed),
    isMobile: whole(plan.mobile),
    isVoip: whole(plan.voip),
  }
  plans.set(code, made)
  return made
}

/**
 * Reads a phone number by the numbering plans of the world (`data/phone-lines.json`): the trunk prefix
 * behind a country's code is dropped (+44 020 … is +44 20 …), the kind of line told where its range
 * has one kind only. A number that no plan has is kept and flagged. Undefined of what is no number.
 */
export const readPhone = (text: string): PhoneLine | undefined => {
  const number = parsePhone(text)
  if (!number?.startsWith('+')) return number === undefined ? undefined : { number }
  for (const length of [1, 2, 3]) {
    const code = number.slice(1, 1 + length)
    const plan = planOf(code)
    if (plan) return readNational(code, number.slice(1 + length), plan)
  }
  return { number, flaw: 'no country has this calling code' }
}

const readNational = (code: string, written: string, plan: Plan): PhoneLine => {
  const { trunk } = plan
  const isLong = trunk !== undefined && written.startsWith(trunk) && !plan.isNumber(written)
  const digits = isLong ? written.slice(trunk.length) : written
  if (!plan.isNumber(digits))
    return { number: `+${code}${written}`, flaw: `+${code} has no number of this form` }
  const number = `+${code}${digits}`
  if (plan.isFixed(digits)) return { number }
  if (plan.isMobile(digits)) return { number, line: 'mobile' }
  return plan.isVoip(digits) ? { number, line: 'voip' } : { number }
}
