import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { makeFolder, muster } from './program.ts'

const folder = makeFolder()
const run = (words: readonly string[], input?: string) =>
  muster(words, {
    cwd: folder.path,
    env: { MUSTER_NOW: '2026-11-24T09:00:00Z' },
    ...(input === undefined ? {} : { input }),
  })

afterAll(() => folder.remove())

describe('muster states as a page', () => {
  test('is written where the ending of the file asks for it, with the same bytes twice', async () => {
    expect((await run(['states', '-o', 'states.html'])).exit).toBe(0)
    const page = readFileSync(join(folder.path, 'states.html'), 'utf8')
    expect((await run(['states', '--format', 'html'])).stdout).toBe(page)
    expect(page).toContain('TLP:CLEAR')
    for (const id of ['map', 'state-RUS', 'silent', 'duties', 'calendar', 'timeline'])
      expect(page).toContain(`id="${id}"`)
  })

  test('keeps to the states, the day and the knowledge that are asked for', async () => {
    const words = ['states', 'QAT', '--on', '2018', '--known', '2018', '--format', 'html']
    const { stdout } = await run(words)
    expect(stdout).toContain('On 2018-12-31, as known on 2018-12-31')
    expect(stdout).not.toContain('id="state-RUS"')
    expect(stdout).toContain('unknown</b><br><small>due 2018-03-22')
  })

  test('is for the organisation and its clients where it holds statements of its own', async () => {
    const own =
      'id,state,prop,known,origin,reliability,credibility,text\nx1,NPL,sighting,2024-01-01,made up,C,3,Seen <b>.\n'
    const { stdout } = await run(['states', '--statements', '-', '--format', 'html'], own)
    expect(stdout).toContain('TLP:AMBER')
    expect(stdout).toContain('Seen &lt;b&gt;.')
  })
})
