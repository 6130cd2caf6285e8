import { expect, test } from 'vitest'
import { toSpan } from '../model/index.ts'
import { findMemberState, isMemberOn, memberStates } from './member-states.ts'

test('the United Nations has 193 members, each once and in the order of their codes', () => {
  const codes = memberStates.map(({ iso3 }) => iso3)
  expect(codes).toHaveLength(193)
  expect(codes).toEqual([...new Set(codes)].sort())
  expect(new Set(memberStates.map(({ name }) => name)).size).toBe(193)
})

test('the membership grew as the roll of the United Nations says', () => {
  // The roll less the former Czechoslovakia and Yugoslavia: 51, 76 and 166 seats in 1945, 1955 and
  // 1991; in 1960 Egypt and Syria shared one of 99.
  const membersAt = (date: string): number =>
    memberStates.filter(({ iso3 }) => isMemberOn(iso3, toSpan(date).last)).length
  expect(
    ['1945', '1955', '1960', '1991', '2006-06-27', '2006-10-14', '2011-07-14'].map(membersAt),
  ).toEqual([49, 74, 98, 164, 191, 192, 193])
})

test.each([
  ['SSD', '2011-07-13', false],
  ['SSD', '2011-07-14', true],
  ['PRK', '2006-10-14', true],
  ['TWN', '2020-01-01', false],
])('whether %s was a member on %s is %s', (iso3, date, is) => {
  expect(isMemberOn(iso3, toSpan(date).first)).toBe(is)
})

test('a code that no member has finds none', () => {
  expect(findMemberState('RUS')?.name).toBe('Russia')
  expect(findMemberState('XXX')).toBeUndefined()
})
