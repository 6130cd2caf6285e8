import { expect, test } from 'vitest'
import { parseSettingsFile } from './toml.ts'

test('tables become dotted keys', () => {
  const text = '# mine\n[lists]\nstale-days = 10\n[screen]\nmin-bits = 9.5\n'
  expect(parseSettingsFile(text, 'muster.toml')).toEqual({
    'lists.stale-days': 10,
    'screen.min-bits': 9.5,
  })
})

test('an empty file sets nothing', () => {
  expect(parseSettingsFile('', 'muster.toml')).toEqual({})
})

test('a file that is no TOML is refused by its path', () => {
  expect(() => parseSettingsFile('stale-days: 10', '/w/muster.toml')).toThrowError(
    expect.objectContaining({
      code: 'setting-invalid',
      message: expect.stringMatching('/w/muster'),
    }),
  )
})
