import { expect, test } from 'vitest'
import { showCount } from './count.ts'

test.each([
  [0, '0'],
  [511, '511'],
  [16_613, '16,613'],
  [1_234_567, '1,234,567'],
  [-1234, '-1,234'],
  [0.75, '0.75'],
  [1234.5678, '1,234.5678'],
])('%d is %s', (count, says) => {
  expect(showCount(count)).toBe(says)
})
