import { expect, test } from 'vitest'
import { readingQuery } from './query.ts'

test.each([
  ['select 1', 'select 1'],
  ['  select 1 ;\n', 'select 1'],
  ["select ';' as a -- ; not here", "select ';' as a -- ; not here"],
  ['/* insert; */ with x as (select 1) from x', '/* insert; */ with x as (select 1) from x'],
  ['(select 1) union all (select 2);', '(select 1) union all (select 2)'],
  ['select $$a;b$$', 'select $$a;b$$'],
  ['FROM statement', 'FROM statement'],
  ['show tables', 'show tables'],
])('%j is taken as %j', (text, query) => {
  expect(readingQuery(text)).toBe(query)
})

test.each([
  '',
  ' ; ',
  '-- nothing',
  'insert into source values (1)',
  'drop table source',
  "copy source to 'x.csv'",
  'install httpfs',
  'set autoinstall_known_extensions = true',
  "attach 'other.duckdb'",
  'select 1; select 2',
  "select 1; install httpfs; select 'x'",
])('%j is refused', (text) => {
  expect(() => readingQuery(text)).toThrowError(expect.objectContaining({ code: 'usage' }))
})
