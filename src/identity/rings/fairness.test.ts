import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { makeExample } from '../../example/index.ts'
import { type StatedField, statedFields } from '../platform/platform.ts'
import { toRingAnswers } from './answer.ts'
import { type Person, type Seen, toPlatform } from './platform.fixture.ts'
import { findRings } from './rings.ts'

const example = makeExample({ accounts: 3_000, seed: 11 })
const people: readonly Person[] = [...example.accounts()]
const seen: readonly Seen[] = [...example.observations()].map(({ account, kind, value }) => ({
  account,
  kind,
  value,
}))

const answersFor = (stating: readonly Person[]): unknown => [
  ...toRingAnswers(findRings(toPlatform(stating, seen))),
]

/** A one-to-one exchange of all texts of some fields: of n sorted texts the first becomes the last. */
const exchange = (fields: readonly StatedField[]): Person[] => {
  const texts = [...new Set(people.flatMap((person) => fields.map((field) => person[field] ?? '')))]
  const sorted = texts.filter((text) => text !== '').sort()
  const other = new Map(sorted.map((text, i) => [text, sorted[sorted.length - 1 - i] as string]))
  return people.map((person) => ({
    ...person,
    ...Object.fromEntries(fields.map((field) => [field, other.get(person[field] ?? '') ?? ''])),
  }))
}

describe('every ring, bit and piece of evidence stays as it is', () => {
  const before = answersFor(people)

  test.each([
    ['countries and nationalities', ['country', 'nationality']],
    ['names', ['name']],
    ['birth dates', ['birthDate']],
    ['addresses', ['address']],
    ['employers', ['employer']],
  ] as const)('when all %s change places', (_name, fields) => {
    const exchanged = exchange(fields)
    expect(exchanged).not.toEqual(people)
    expect(answersFor(exchanged)).toEqual(before)
  })

  test('when nobody states a nationality', () => {
    const silent = people.map(({ nationality: _nationality, ...rest }) => rest)
    const without = (answers: unknown) =>
      (answers as { stated: { field: string }[] }[]).map(({ stated, ...rest }) => ({
        ...rest,
        stated: stated.filter(({ field }) => field !== 'nationality'),
      }))
    expect(without(answersFor(silent))).toEqual(without(before))
  })
})

describe('what people decided says the same of kinds, whatever accounts state', () => {
  const before = findRings(toPlatform(people, seen))
  const decided = before.rings.map(({ accounts }, i) => ({
    group: `case ${i}`,
    accounts: [...accounts].map((place) => before.ground.platform.accounts[place] as string),
    explanation: i % 3 === 0 ? ('household' as const) : null,
    until: null,
  }))
  const found = findRings(toPlatform(people, seen), { decided })

  test.each(statedFields)('when all texts of %s change places', (field) => {
    const turned = findRings(toPlatform(exchange([field]), seen), { decided })
    expect(found.sharpened.some((each) => each.before !== each.after)).toBe(true)
    expect(turned.sharpened).toEqual(found.sharpened)
    expect([...toRingAnswers(turned)]).toEqual([...toRingAnswers(found)])
  })
})

/** Words that a rule of rings has no business with, and ways around the class that seals them. */
const forbidden: readonly (readonly [why: string, word: RegExp])[] = [
  ['names a field that is stated', new RegExp(`['".](?:${statedFields.join('|')})\\b`)],
  ['names what must not count', /ethnic|nationalit|birthPlace|accent|romani|language/i],
  ['reads rows itself', /from '.*\/(?:sources|names|identifiers|engine|workspace|formats)\//],
  ['takes a class apart', /Reflect\.|\bas any\b|Object\.getOwn/],
]

const breaches = (path: string, text: string): string[] =>
  text
    .replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
    .split('\n')
    .flatMap((line, i) =>
      forbidden
        .filter(([, word]) => word.test(line))
        .map(([why]) => `${path}:${i + 1} ${why}: ${line.trim()}`),
    )

describe('rules read what is stated as agreeing or not, and no more', () => {
  const folder = new URL('./', import.meta.url)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    // The question writes down what a ring is called; it weighs nothing.
    (path) => path.endsWith('.ts') && !/\.(?:test|fixture)\.ts$|^question\.ts$/.test(path),
  )

  test('in every file', () => {
    expect(files.length).toBeGreaterThan(15)
    const found = files.flatMap((path) =>
      breaches(path, readFileSync(new URL(path, folder), 'utf8')),
    )
    expect(found).toEqual([])
  })

  test.each([
    ['reads a nationality', 'const f = (p: Platform) => p.stated.nationality.agree(1, 2)'],
    ['reads a country by name', "const f = (p: Platform) => p.stated['country'].holders(1)"],
    ['weighs an accent', 'export const accentBits = 3000'],
    ['reads rows', "import { openSubjects } from '../../../sources/index.ts'"],
    ['opens the seal', "const f = (s: Stated) => Reflect.get(s, '#value')"],
  ])('a planted rule that %s is found', (_name, text) => {
    expect(breaches('rules/planted.ts', text)).not.toEqual([])
  })

  test('no weight is of a nationality, nor of any country or name', () => {
    const table = readFileSync(new URL('../../../data/ring-weights.json', import.meta.url), 'utf8')
    expect(table).not.toMatch(/nationality"/)
    const { rivals, repeats } = JSON.parse(table)
    const fields = Object.values(rivals as Record<string, { states?: object }>).flatMap((rival) =>
      Object.keys(rival.states ?? {}),
    )
    expect(new Set(fields)).toEqual(
      new Set(['address', 'country', 'employer', 'birthDate', 'name']),
    )
    expect(Object.keys(repeats)).toEqual(expect.arrayContaining([...new Set(fields)]))
  })
})
