import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openStream, toFile } from '../../formats/index.ts'
import type { Read, Source, SourceId } from '../../model/index.ts'
import { openSubjects, type SubjectOptions } from './read.ts'

const source: Source = {
  id: '0123456789abcdef' as SourceId,
  path: 'people.jsonl',
  sha256: '',
  kind: 'subjects',
  bytes: 0,
  learned: null,
}

const readAll = async (text: string, options: SubjectOptions = {}) => {
  const file = toFile('people.jsonl', Buffer.from(text))
  const { reads, ignored } = await openSubjects(file, source, options)
  const all: Read[] = []
  for await (const read of reads) all.push(read)
  return { reads: all, ignored }
}

const told = (read: Read | undefined): string[] =>
  read?.ok ? read.entity.statements.map(({ prop, value }) => `${prop}=${value}`) : []

const line = (value: unknown): string => `${JSON.stringify(value)}\n`

describe('JSON lines', () => {
  test('give flat objects and FollowTheMoney entities alike', async () => {
    const flat = { id: 'a', schema: 'Company', name: 'Example Ltd; Example Limited' }
    const properties = { name: ['Example Ltd', 'Example Limited'] }
    const { reads } = await readAll(
      line(flat) + line({ id: 'a', schema: 'Company', caption: 'x', properties }),
    )
    expect(told(reads[0])).toEqual(['name=Example Ltd', 'name=Example Limited'])
    expect(told(reads[1])).toEqual(told(reads[0]))
    expect(reads[0]?.ok && reads[0].entity).toMatchObject({
      id: 'company:01234567/a',
      schema: 'Company',
      key: 'a',
      statements: [{ place: 'line:1' }, { place: 'line:1' }],
    })
  })

  test('hold several values in a text only where no list says so', async () => {
    const { reads } = await readAll(
      line({ name: ['Smith; Sons Ltd'], alias: 'S; Sons' }) +
        line({ schema: 'Company', properties: { name: ['Smith; Sons Ltd'] } }),
    )
    expect(told(reads[0])).toEqual(['name=Smith; Sons Ltd', 'alias=S', 'alias=Sons'])
    expect(told(reads[1])).toEqual(['name=Smith; Sons Ltd'])
  })

  test('keep every digit of a number', async () => {
    const { reads } = await readAll('{"id":7,"name":"Kim","idNumber":12345678901234567890}\n')
    expect(told(reads[0])).toEqual(['name=Kim', 'idNumber=12345678901234567890'])
    expect(reads[0]?.ok && reads[0].entity.key).toBe('7')
  })

  test('give escaped text with what stands in the file beside it', async () => {
    const { reads } = await readAll('{"name":"\\uae40\\ucca0","alias":"Kim \\"Lee\\" Chol"}\n')
    expect(reads[0]?.ok && reads[0].entity.statements).toMatchObject([
      { value: '김철', original: '\\uae40\\ucca0' },
      { value: 'Kim "Lee" Chol', original: 'Kim \\"Lee\\" Chol' },
    ])
  })

  test('name what they hold beside properties, once', async () => {
    const { ignored } = await readAll(
      line({ name: 'Kim', shoeSize: 42 }) + line({ name: 'Ri', shoeSize: 41, colour: 'blue' }),
    )
    expect(ignored).toEqual(['shoeSize', 'colour'])
  })

  test('are mapped by the names of their members', async () => {
    const text = line({ no: 'p1', voller_name: 'Jonas Example', name: 'login1' })
    const map = new Map([
      ['id', 'no'],
      ['name', 'voller_name'],
    ])
    const { reads, ignored } = await readAll(text, { map })
    expect(told(reads[0])).toEqual(['name=Jonas Example'])
    expect(reads[0]?.ok && reads[0].entity.key).toBe('p1')
    expect(ignored).toEqual(['name'])
    await expect(readAll(text, { map: new Map([['name', 'vollername']]) })).rejects.toMatchObject({
      code: 'column-unknown',
      hint: expect.stringContaining('Did you mean "voller_name"?'),
    })
  })

  test('reject what is no text, beside the subject', async () => {
    const { reads } = await readAll(line({ name: 'Kim', address: { city: 'Wonsan' } }))
    expect(reads).toMatchObject([
      { ok: true },
      { ok: false, place: 'line:1', text: '{"city":"Wonsan"}' },
    ])
  })

  test.each([
    ['no JSON', '{"name":\n', /^no JSON/],
    ['no object', '[1]\n', /no JSON object/],
    ['another schema', line({ schema: 'Passport', properties: { number: ['1'] } }), /Passport/],
    ['nothing to look for', line({ id: 1, country: 'kp' }), /looked for/],
    ['nothing', '{}\n', /looked for/],
  ])('reject a line of %s with its text and go on', async (_what, bad, reason) => {
    const { reads } = await readAll(`{"name":"Kim"}\n${bad}{"name":"Ri"}\n`)
    expect(reads.map((read) => (read.ok ? read.entity.key : read.place))).toEqual([
      '1',
      'line:2',
      '3',
    ])
    expect(reads[1]).toMatchObject({ text: bad.trim(), reason: expect.stringMatching(reason) })
  })

  test('in one list are refused with what to do', async () => {
    await expect(readAll('[{"name":"Kim"}]')).rejects.toMatchObject({ code: 'file-malformed' })
  })

  test('come from a stream as they are written', async () => {
    let written = 0
    async function* stream(): AsyncGenerator<Uint8Array> {
      for (const name of ['Kim', 'Ri', 'Pak']) {
        written++
        yield Buffer.from(line({ name }))
      }
    }
    const { reads } = await openSubjects(await openStream('-', stream()), source)
    const seen: number[] = []
    for await (const read of reads) if (read.ok) seen.push(written)
    expect(seen).toEqual([1, 2, 3])
  })
})

test('any values written as lines are read back, and found again in their line', () => {
  const text = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .map((each) => each.trim())
    .filter((each) => each !== '')
  const entity = fc.record({
    name: fc.array(text, { minLength: 1, maxLength: 3 }),
    notes: fc.array(text),
  })
  return fc.assert(
    fc.asyncProperty(
      fc.array(entity, { minLength: 1, maxLength: 5 }),
      fc.boolean(),
      async (all, escaped) => {
        const lines = all.map((properties) => {
          const json = JSON.stringify({ schema: 'Person', properties })
          return escaped
            ? json.replace(
                /[^\x20-\x7E]/g,
                (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
              )
            : json
        })
        const { reads } = await readAll(lines.join('\n'), { encoding: 'utf-8' })
        expect(reads.map(told)).toEqual(
          all.map(({ name, notes }) => [
            ...name.map((each) => `name=${each}`),
            ...notes.map((each) => `notes=${each}`),
          ]),
        )
        for (const read of reads) {
          if (!read.ok) continue
          for (const { place, value, original } of read.entity.statements)
            expect(lines[Number(place.slice(5)) - 1]).toContain(original ?? value)
        }
      },
    ),
  )
})
