import type { Kind } from './values.ts'

/**
 * How alike two values are, from 1. `unknown` (0) where either side is silent. Three bits each, so
 * that the levels of ten fields fit one word.
 */
export const level = {
  unknown: 0,
  differ: 1,
  remote: 2,
  loose: 3,
  near: 4,
  same: 5,
  /** Given and family name exchanged; told at the family name, the given name then says nothing. */
  crossed: 6,
  /** Names in two scripts, weighed by how they are read; at the family name too. */
  read: 7,
} as const

export type Level = (typeof level)[keyof typeof level]

/** Levels that a field has a likelihood for: all but `unknown` and `read`. */
export const weighed: readonly Level[] = [1, 2, 3, 4, 5, 6]

const words: readonly string[] = [
  'not stated',
  'differ',
  'share words or their beginning',
  'a few slips apart',
  'one slip apart',
  'same',
]

/** What each level says, for a reader. */
export const levelWords: Readonly<Record<Kind, readonly string[]>> = {
  name: [
    'not stated',
    'differ',
    'one begins the other or shares a word',
    'sound alike or are linked names',
    'one or two slips apart',
    'same',
    'given and family name exchanged',
    'read in two scripts',
  ],
  title: words,
  text: words,
  date: [
    'not stated',
    'differ',
    'years at most one apart',
    'agree in two parts of three',
    'one digit apart, or day and month exchanged',
    'same',
  ],
  code: ['not stated', 'differ', 'begin alike', 'two slips apart', 'one slip apart', 'same'],
  number: ['not stated', 'differ', '', 'two slips apart', 'one slip apart', 'same'],
  email: [
    'not stated',
    'differ',
    'nearly the same mailbox',
    'same mailbox elsewhere',
    'one or two slips apart',
    'same',
  ],
  phone: ['not stated', 'differ', 'begin alike', 'two slips apart', 'one slip apart', 'same'],
  category: ['not stated', 'differ', '', '', '', 'same'],
  country: ['not stated', 'differ', '', '', '', 'same'],
}

/** A share for each level from `differ` to `crossed`. */
type Shares = readonly [number, number, number, number, number, number]

/**
 * Where learning begins: how the values of two records of one person are expected to compare, and
 * those of two persons. Judgement, of clerical data with some errors; records outweigh it from a few
 * dozen pairs on (`priorPairs`).
 */
export const expected: Readonly<Record<Kind, { readonly match: Shares; readonly other: Shares }>> =
  {
    name: {
      match: [0.08, 0.04, 0.03, 0.1, 0.74, 0.01],
      other: [0.93, 0.04, 0.01, 0.01, 0.01, 0.0001],
    },
    title: { match: [0.1, 0.1, 0.05, 0.1, 0.65, 0], other: [0.95, 0.03, 0.01, 0.01, 0.001, 0] },
    text: { match: [0.12, 0.05, 0.03, 0.1, 0.7, 0], other: [0.93, 0.03, 0.01, 0.01, 0.02, 0] },
    date: { match: [0.04, 0.02, 0.04, 0.1, 0.8, 0], other: [0.92, 0.05, 0.02, 0.005, 0.001, 0] },
    code: { match: [0.1, 0.05, 0.02, 0.08, 0.75, 0], other: [0.93, 0.03, 0.01, 0.01, 0.02, 0] },
    number: {
      match: [0.15, 0, 0.02, 0.08, 0.75, 0],
      other: [0.97, 0, 0.01, 0.01, 0.00001, 0],
    },
    email: {
      match: [0.15, 0.03, 0.04, 0.08, 0.7, 0],
      other: [0.985, 0.005, 0.005, 0.005, 0.00001, 0],
    },
    phone: {
      match: [0.2, 0.05, 0.02, 0.05, 0.68, 0],
      other: [0.965, 0.02, 0.01, 0.005, 0.00001, 0],
    },
    category: { match: [0.08, 0, 0, 0, 0.92, 0], other: [0.6, 0, 0, 0, 0.4, 0] },
    country: { match: [0.08, 0, 0, 0, 0.92, 0], other: [0.6, 0, 0, 0, 0.4, 0] },
  }

/** Pairs that the expectation counts for. */
export const priorPairs = 20

/** However rare a value is among these records, so often two persons have it by chance. */
export const rarest: Readonly<Record<Kind, number>> = {
  name: 2e-5,
  title: 1e-6,
  text: 2e-5,
  date: 1e-5,
  code: 1e-6,
  number: 1e-6,
  email: 1e-6,
  phone: 1e-6,
  category: 1e-2,
  country: 1e-3,
}
