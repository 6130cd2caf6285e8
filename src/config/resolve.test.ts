import { expect, test } from 'vitest'
import type { MusterError } from '../model/index.ts'
import { envName, type GivenSettings, resolveSettings, settingKeys, settings } from './index.ts'

const file = (values: Record<string, unknown>): NonNullable<GivenSettings['file']> => ({
  path: '/w/muster.toml',
  values,
})

test.each<[string, GivenSettings, number, string]>([
  ['nothing given', {}, 30, 'default'],
  ['an empty variable', { env: { MUSTER_LISTS_STALE_DAYS: '' } }, 30, 'default'],
  ['the file', { file: file({ 'lists.stale-days': 10 }) }, 10, 'file'],
  [
    'the environment before the file',
    { env: { MUSTER_LISTS_STALE_DAYS: '11' }, file: file({ 'lists.stale-days': 10 }) },
    11,
    'environment',
  ],
  [
    'a flag before all',
    { flags: { 'lists.stale-days': '12' }, env: { MUSTER_LISTS_STALE_DAYS: '11' } },
    12,
    'flag',
  ],
])('a setting takes its value from %s', (_, given, value, kind) => {
  const { values, origins } = resolveSettings(given)
  expect(values['lists.stale-days']).toBe(value)
  expect(origins['lists.stale-days'].kind).toBe(kind)
})

test.each<[string, GivenSettings]>([
  ['text where a number belongs', { env: { MUSTER_SCREEN_LIMIT: 'many' } }],
  ['a broken number of items', { flags: { 'screen.limit': '1.5' } }],
  ['a number below the least', { file: file({ 'lists.stale-days': 0 }) }],
  ['a share above 1', { flags: { 'lists.shrink': '1.01' } }],
  ['a boolean where a number belongs', { file: file({ 'lists.shrink': true }) }],
  ['a day that no calendar has', { env: { MUSTER_NOW: '2026-02-30' } }],
  ['an hour that no clock has', { env: { MUSTER_NOW: '2026-02-03T25:00:00Z' } }],
  ['an instant without a zone', { env: { MUSTER_NOW: '2026-02-03T12:00:00' } }],
  ['a key that is no setting', { file: file({ 'lists.stale-day': 10 }) }],
  ['a flag that is no setting', { flags: { 'screen.limits': '10' } }],
  ['the workspace in the file that it finds', { file: file({ workspace: '/elsewhere' }) }],
])('%s is refused as setting-invalid', (_, given) => {
  expect(() => resolveSettings(given)).toThrowError(
    expect.objectContaining({ name: 'MusterError', code: 'setting-invalid' }),
  )
})

test('a refused value is shown with the place it came from', () => {
  const refused = (): unknown => resolveSettings({ env: { MUSTER_SCREEN_LIMIT: 'many' } })
  expect(refused).toThrowError(/screen\.limit is "many", from MUSTER_SCREEN_LIMIT/)
})

test('a key that is nearly a setting is told which one', () => {
  try {
    resolveSettings({ flags: { 'lists.stale-day': '3' } })
    expect.unreachable()
  } catch (error) {
    expect((error as MusterError).hint).toBe('Did you mean lists.stale-days?')
  }
})

test.each([
  ['2026-11-24', '2026-11-24T00:00:00.000Z'],
  ['2026-11-24T09:00Z', '2026-11-24T09:00:00.000Z'],
  ['2026-11-24T09:00:00+09:00', '2026-11-24T00:00:00.000Z'],
])('MUSTER_NOW %s is the instant %s', (text, at) => {
  expect(resolveSettings({ env: { MUSTER_NOW: text } }).values.now).toBe(at)
})

test('every setting takes its own default and has a variable of its own', () => {
  for (const key of settingKeys)
    expect(settings[key].type.safeParse(settings[key].default).success, key).toBe(true)
  expect(new Set(settingKeys.map(envName)).size).toBe(settingKeys.length)
})
