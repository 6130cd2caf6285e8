import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import outlines from '../../../data/outlines.json' with { type: 'json' }
import type { StateStatement } from '../../model/index.ts'
import {
  dutyStatusesOf,
  labelTexts,
  makeSwitchFinder,
  memberStates,
  readRegister,
  statusOf,
  toDay,
  toDossiers,
} from '../../obligations/index.ts'
import { renderStates, type StatesReport } from '../index.ts'
import { markOf, marks } from './marks.ts'
import { lands } from './overview.ts'

const day = toDay('2026-11-24')

const reportOn = (
  statements: readonly StateStatement[],
  days: { readonly on: number; readonly known: number } = { on: day, known: day },
  asked: readonly string[] = memberStates.map(({ iso3 }) => iso3),
): StatesReport => {
  const dossiers = toDossiers(statements)
  const findSwitches = makeSwitchFinder()
  const duties = asked.map((state) => [state, dutyStatusesOf(dossiers, state, days)] as const)
  return {
    ...days,
    title: 'States',
    generated: '2026-11-24',
    version: '0.0.0',
    marking: 'CLEAR',
    warnings: [],
    statuses: asked.map((state) => statusOf(dossiers, state, { ...days, findSwitches })),
    duties: new Map(duties),
    statements,
  }
}

const render = (report: StatesReport): string => [...renderStates(report)].join('')

/** Tags in order with their attributes, values blanked: what a browser builds the page from. */
const skeleton = (page: string): string =>
  [...page.matchAll(/<[^<>]*>/g)].map(([tag]) => tag.replace(/"[^"]*"/g, '""')).join('')

const partOf = (page: string, id: string): string => {
  const start = page.indexOf(`id="${id}"`)
  return page.slice(start, page.indexOf('</section>', start))
}

let register: readonly StateStatement[] = []
let page = ''

beforeAll(async () => {
  register = await readRegister()
  page = render(reportOn(register))
})

describe('a report on states', () => {
  test('fetches nothing and runs nothing', () => {
    expect(skeleton(page)).not.toMatch(/<(?:script|link|img|iframe|object|embed|form|base)\b/)
    expect(skeleton(page)).not.toMatch(/\s(?:src|srcset|on[a-z]+)=/)
    expect(page.slice(page.indexOf('<style>'), page.indexOf('</style>'))).not.toMatch(
      /url\(|@import/,
    )
    expect(page).toContain("default-src 'none'")
  })

  test('shows the old grade of a statement that was graded anew', () => {
    const old = register.find(({ id }) => id === 'st-sen-seen-2024') as StateStatement
    const anew = {
      ...old,
      id: 'anew',
      known: '2025-01-01',
      reliability: 'B',
      credibility: 2,
      relation: 'corrects',
      target: old.id,
    } as const
    const told = render(reportOn([old, anew], undefined, ['SEN']))
    expect(told).toContain('graded C3 before')
    expect(told).toContain('graded anew, C3 before:')
  })

  test('gives the same bytes twice', () => {
    expect(render(reportOn(register))).toBe(page)
  })

  test('gives every id once, and every link in it leads to one', () => {
    const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const links = [...page.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id)
    expect([...new Set(links)].filter((id) => !ids.includes(id))).toEqual([])
    const fills = [...page.matchAll(/url\(#([^)]*)\)/g)].map(([, id]) => id)
    expect([...new Set(fills)].filter((id) => !ids.includes(id))).toEqual([])
  })

  test('has a page for each state of whom anything is said, and names all the others', () => {
    const told = new Set(register.map(({ state }) => state))
    const silent = partOf(page, 'silent')
    for (const { iso3, name } of memberStates) {
      expect(page.includes(`<article id="state-${iso3}"`), iso3).toBe(told.has(iso3))
      expect(silent.includes(`<small>${iso3}</small>`), name).toBe(!told.has(iso3))
    }
  })

  test('shows every statement with its grade, origin and id', () => {
    for (const { id, reliability, credibility } of register)
      expect(page).toContain(
        `<code>${id}</code></th><td><b class="grade">${reliability}${credibility}</b>`,
      )
  })

  test('shows the proof, the contradictions and the flips of a state', () => {
    const russia = page.slice(page.indexOf('id="state-RUS"'), page.indexOf('id="state-SEN"'))
    expect(russia).toContain('overdue admitted')
    expect(russia).toContain('RUS-final-report')
    expect(russia).toContain('Both are kept')
    expect(russia).toContain('It would be <b>')
    expect(russia).toContain('class="series"')
    expect(russia).toContain('<b>switch</b>')
  })

  test('uses nothing that was learned after the day of knowledge', () => {
    const early = toDay('2019-06-30')
    const then = render(reportOn(register, { on: early, known: early }))
    for (const { id, known } of register)
      expect(then.includes(`<code>${id}</code>`), id).toBe(known <= '2019-06')
    expect(then).not.toContain('2024-10-')
  })

  test('says of no state that it is clear because nothing is known', () => {
    const bare = render(reportOn([]))
    expect(bare).toContain('No information is never clear')
    expect(bare).not.toContain('<article')
    expect(partOf(bare, 'silent').match(/<li>/g)).toHaveLength(193)
    expect(bare).not.toContain('class="told"')
  })

  test('lists the deadlines of 2397 and the events of the timeline', () => {
    const calendar = partOf(page, 'calendar')
    for (const date of ['2019-03-22', '2019-12-22', '2020-03-22'])
      expect(calendar).toContain(`<th scope="row">${date}`)
    expect(partOf(page, 'timeline')).toContain('2017-09-03')
  })

  test('no text, however hostile, changes the build of the page', () => {
    const hostile = fc
      .string({
        unit: fc.constantFrom(...'<>"\'&;=/!-`[](){}\\', 'script', 'on', ' a'),
        minLength: 1,
      })
      .map((text) => `x${text}`)
    const pageOf = (text: string): string =>
      render(
        reportOn(
          [
            {
              id: text,
              state: 'NPL',
              prop: 'sighting',
              cohort: text,
              unit: text,
              known: '2024-01-01' as StateStatement['known'],
              origin: text,
              carrier: text,
              reliability: 'B',
              credibility: 2,
              text,
            },
          ],
          undefined,
          ['NPL'],
        ),
      )
    const sound = skeleton(pageOf('x'))
    fc.assert(
      fc.property(hostile, (text) => {
        expect(skeleton(pageOf(text))).toBe(sound)
      }),
      { numRuns: 40 },
    )
  })
})

describe('the map', () => {
  test('has an outline or a dot for each of the 193 members', () => {
    const drawn = lands.map(({ code }) => code)
    expect(memberStates.filter(({ iso3 }) => !drawn.includes(iso3))).toEqual([])
    for (const { path } of lands) if (path) expect(path).toMatch(/^(?:M\d+ \d+l[\d -]+z)+$/)
  })

  test('stays inside its picture', () => {
    for (const {
      code,
      at: [x, y],
    } of lands) {
      expect(Math.min(x, y), code).toBeGreaterThanOrEqual(0)
      expect(x, code).toBeLessThanOrEqual(outlines.width)
      expect(y, code).toBeLessThanOrEqual(outlines.height)
    }
  })

  test('tells every label without its colour, by a letter and a texture', () => {
    const signs = marks.map(({ letter, texture }) => `${letter} ${texture}`)
    expect(new Set(signs).size).toBe(signs.length)
    for (const label of Object.keys(labelTexts) as (keyof typeof labelTexts)[])
      expect(markOf(label, true).letter, label).not.toBe('')
  })

  test('names every state that is told of, and leads to its page', () => {
    const map = page.slice(page.indexOf('<svg'), page.indexOf('</svg>'))
    expect(map).toContain('<a href="#state-RUS" aria-label="Russia: overdue, admitted">')
    expect(map.match(/<a href="[^"]*" aria-label=/g)).toHaveLength(
      new Set(register.map(({ state }) => state)).size,
    )
  })
})
