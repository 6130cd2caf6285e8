import { kinKeys } from '../../../names/index.ts'
import type { Kind } from './values.ts'

/**
 * A part of a value by which records are brought together. Whoever agrees in the value agrees in
 * each of its atoms, and they survive some slips that the value does not.
 */
export type AtomRule = { readonly name: string; readonly of: (text: string) => string }

const whole: AtomRule = { name: '', of: (text) => text }

const words = (text: string): readonly string[] => text.split(' ')

const codes: readonly AtomRule[] = [
  whole,
  { name: 'beginning', of: (text) => text.slice(0, Math.ceil(text.length / 2)) },
  { name: 'end', of: (text) => (text.length > 3 ? text.slice(Math.floor(text.length / 2)) : '') },
]

const texts: readonly AtomRule[] = [
  whole,
  { name: 'beginning', of: (text) => text.slice(0, 4) },
  { name: 'end', of: (text) => (text.length > 4 ? text.slice(-5) : '') },
]

const rules: Readonly<Record<Kind, readonly AtomRule[]>> = {
  name: [
    whole,
    { name: 'sound', of: (text) => kinKeys(words(text)[0] as string)[0] ?? '' },
    { name: 'beginning', of: (text) => text.slice(0, 3) },
    { name: 'end', of: (text) => (text.length > 3 ? text.slice(-4) : '') },
  ],
  title: texts,
  text: texts,
  date: [
    whole,
    { name: 'year', of: (text) => text.slice(0, 4) },
    { name: 'month and day', of: (text) => (text.endsWith('0000') ? '' : text.slice(4)) },
    { name: 'year and month', of: (text) => (text.slice(4, 6) === '00' ? '' : text.slice(0, 6)) },
  ],
  code: codes,
  number: codes,
  email: [whole, { name: 'mailbox', of: (text) => text.slice(0, Math.max(0, text.indexOf('@'))) }],
  phone: [whole, { name: 'end', of: (text) => text.slice(-5) }],
  category: [whole],
  country: [whole],
}

/** The atoms of a kind, the whole value first. */
export const atomRules = (kind: Kind): readonly AtomRule[] => rules[kind]
