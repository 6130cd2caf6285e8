import { expect, test } from 'vitest'
import { describeProgress, startProgress } from './progress.ts'

test.each([
  [
    { done: 34_000_000, total: 100_000_000, unit: 'bytes', ms: 2000 },
    'reading  34 %  17.0 MB/s  0:04 left',
  ],
  [
    { done: 5000, total: undefined, unit: 'rows', ms: 2000 },
    'reading  5,000 rows  2,500 rows/s  0:02',
  ],
  [{ done: 0, total: undefined, unit: '', ms: 61_000 }, 'reading  1:01'],
  [{ done: 1, total: 7201, unit: 'rows', ms: 1000 }, 'reading  0 %  1 rows/s  2:00:00 left'],
  [{ done: 300, total: 200, unit: 'rows', ms: 1000 }, 'reading  99 %  300 rows/s  0:00 left'],
])('%j is told as %j', (state, text) => {
  expect(describeProgress('reading', state)).toBe(text)
})

test('nothing is drawn in the first second, then not more often than ten times a second', () => {
  let now = 0
  const drawn: string[] = []
  const line = {
    draw: (text: string) => drawn.push(text),
    clear: () => drawn.push(''),
    elapsed: () => now,
  }
  const progress = startProgress('reading', { total: 300, unit: 'rows' }, line)
  for (now = 0; now < 1000; now += 10) progress.advance(1)
  expect(drawn).toEqual([])
  for (now = 1000; now < 2000; now += 10) progress.advance(1)
  expect(drawn.length).toBe(10)
  expect(drawn[0]).toBe('reading  33 %  101 rows/s  0:02 left')
  progress.end()
  expect(drawn.at(-1)).toBe('')
})
