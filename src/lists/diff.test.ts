import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Description, type Entity, entityId, sourceId } from '../model/index.ts'
import { diffLists } from './index.ts'

type Saying = readonly [prop: string, value: string]

/** An entry as a reader gives it; `street` makes an address of its own. */
const entry = (reference: string, file: string, ...said: readonly Saying[]): Entity => {
  const at = (value: string) => ({ text: value, value, place: `/${file}/${reference}` })
  const description = new Description(entityId('designation', 'un', reference), 'Person', {
    source: sourceId('un', file),
    learned: null,
    owner: at(reference),
  })
  for (const [prop, value] of said) {
    if (prop === 'street')
      description.part('address', 'Address', at(value), [['street', at(value)]])
    else description.say(prop, at(value))
  }
  return description.entity(reference)
}

test('editions that say the same in other files and other places do not differ', async () => {
  const said: Saying[] = [
    ['name', 'Ann'],
    ['street', '1 High Street'],
  ]
  const diff = await diffLists([entry('A.1', 'old', ...said)], [entry('A.1', 'new', ...said)])
  expect(diff).toEqual({ added: [], removed: [], changed: [], unchanged: 1 })
})

test('a change inside a part is told by the part, not by its id', async () => {
  const diff = await diffLists(
    [entry('A.1', 'old', ['name', 'Ann'], ['street', '1 High Street'])],
    [entry('A.1', 'new', ['name', 'Ann'], ['street', '2 High Street'])],
  )
  expect(diff.changed).toEqual([
    {
      reference: 'A.1',
      name: 'Ann',
      props: [{ prop: 'Address:street', before: ['1 High Street'], after: ['2 High Street'] }],
    },
  ])
})

test('entries are in the order of the numbers in their references', async () => {
  const entries = ['KPi.10', 'KPi.9', 'CDe.1'].map((reference) => entry(reference, 'new'))
  const diff = await diffLists([], entries)
  expect(diff.added.map(({ reference }) => reference)).toEqual(['CDe.1', 'KPi.9', 'KPi.10'])
})

test('an entry that an edition has twice is one', async () => {
  const twice = [entry('A.1', 'old', ['name', 'Ann']), entry('A.1', 'old', ['alias', 'Bea'])]
  const once = [entry('A.1', 'new', ['alias', 'Bea'], ['name', 'Ann'])]
  expect(await diffLists(twice, once)).toMatchObject({ changed: [], unchanged: 1 })
})

test('what is added one way is removed the other way', async () => {
  const editions = fc
    .uniqueArray(fc.integer({ min: 1, max: 20 }))
    .map((numbers) => numbers.map((n) => entry(`A.${n}`, 'file', ['name', `Name ${n}`])))
  await fc.assert(
    fc.asyncProperty(editions, editions, async (a, b) => {
      const [there, back] = [await diffLists(a, b), await diffLists(b, a)]
      expect(there.added).toEqual(back.removed)
      expect(there.removed).toEqual(back.added)
      expect(there.added.length + there.unchanged).toBe(b.length)
    }),
  )
})
