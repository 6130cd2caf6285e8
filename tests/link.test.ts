import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeFolder, muster } from './program.ts'

const folder = makeFolder()
const cwd = folder.path
afterAll(() => folder.remove())

/** Invented people, each another, by a linear congruential sequence. */
const people = (() => {
  let state = 7
  const roll = (sides: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
  const parts = 'ba ce di fo gu ha je ki lo mu na pe ri so tu'.split(' ')
  const word = (): string => [0, 1, 2].map(() => parts[roll(parts.length)]).join('')
  return Array.from({ length: 120 }, () => ({
    first: word(),
    last: word(),
    born: `19${10 + roll(89)}-0${1 + roll(9)}-1${roll(9)}`,
    mail: `${word()}@example.org`,
  }))
})()

beforeAll(() => {
  const line = (id: string, { first, last, born, mail }: (typeof people)[0]): string =>
    `${id},${first},${last},${born},${mail}\n`
  const header = 'id,First name,Surname,DOB,E-mail\n'
  writeFileSync(join(cwd, 'a.csv'), header + people.map((one, at) => line(`a${at}`, one)).join(''))
  const again = people.slice(0, 30).map((one) => ({ ...one, first: `${one.first}h` }))
  writeFileSync(
    join(cwd, 'b.csv'),
    `${header}${again.map((one, at) => line(`b${at}`, one)).join('')}one,two\n`,
  )
})

const run = (...words: string[]) => muster(['link', ...words], { cwd })

describe('muster link', () => {
  test('gives every record of two files with its cluster, and keeps what it cannot read', async () => {
    const ran = await run('a.csv', 'b.csv', '--format', 'csv', '--rejected', 'bad.jsonl')
    const lines = ran.stdout.trim().split('\n')
    expect(lines).toHaveLength(151)
    expect(lines[0]).toBe('id,cluster')
    expect(lines[1]).toBe('a0,a0')
    expect(lines.slice(121)).toEqual(Array.from({ length: 30 }, (_, at) => `b${at},a${at}`))
    expect(ran.stderr).toMatch(/b\.csv row:31/)
    expect(readFileSync(join(cwd, 'bad.jsonl'), 'utf8')).toMatch(/"place":"row:31".*"one,two"/)
    expect(ran.exit).toBe(0)
  })

  test('writes the pairs with their bits', async () => {
    await run('a.csv', 'b.csv', '--pairs-out', 'pairs.csv', '-o', 'clusters.jsonl')
    const [header, ...pairs] = readFileSync(join(cwd, 'pairs.csv'), 'utf8').trim().split('\n')
    expect(header).toBe('id_a,id_b,bits,score')
    expect(pairs).toHaveLength(30)
    for (const pair of pairs) {
      const [one = '', other = '', bits, score] = pair.split(',')
      expect(one.slice(1)).toBe(other.slice(1))
      expect(bits).toMatch(/^\d+\.\d{3}$/)
      expect(Number(score)).toBeCloseTo(1 / (1 + 2 ** -Number(bits)), 6)
    }
    expect(readFileSync(join(cwd, 'clusters.jsonl'), 'utf8')).toContain(
      '{"id":"b3","cluster":"a3"}\n',
    )
  })

  test('explains a pair in bits that come to the total', async () => {
    const ran = await run('a.csv', 'b.csv', '--explain', 'a3', 'b3', '--format', 'json')
    const { prior, bits, evidence, together } = JSON.parse(ran.stdout)
    const sum = evidence.reduce(
      (all: number, part: { bits: number }) => all + Math.round(part.bits * 1000),
      Math.round(prior * 1000),
    )
    expect(sum).toBe(Math.round(bits * 1000))
    expect(together).toBe(true)
    const apart = await run('a.csv', '--explain', 'a3', 'a4', '--format', 'table')
    expect(apart.stdout).toMatch(/before looking[\s\S]*total[\s\S]*in two clusters/)
  })

  test.each([
    [['a.csv', '--explain', 'a3'], /takes two ids/],
    [['a.csv', '--explain', 'a3', 'nobody'], /no record has the id "nobody"/],
    [['a.csv', '--min-bits', 'many'], /takes a number of bits/],
    [['a.csv', '--map', 'colour=DOB'], /no field "colour"/],
    [[], /missing required argument/],
  ])('does not take %j', async (words, message) => {
    const ran = await run(...words)
    expect(ran.stderr).toMatch(message)
    expect(ran.exit).toBe(2)
  })

  test('of a file without rows gives none', async () => {
    writeFileSync(join(cwd, 'none.csv'), 'id,name\n')
    expect(await run('none.csv', '--format', 'csv')).toMatchObject({
      exit: 0,
      stdout: 'id,cluster\n',
    })
  })
})
