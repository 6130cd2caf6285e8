import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeFolder, muster } from './program.ts'

const folder = makeFolder()
const cwd = folder.path

/** Published: the first address of the theft from Ronin. */
const thief = '0x098B716B8Aaf21512996dC57EB0615e2383E2f96'
const [way, own, others] = ['1', '2', '3'].map((digit) => `0x${digit.repeat(40)}`)

beforeAll(() => {
  const put = (name: string, text: string): void => writeFileSync(join(cwd, name), text)
  put(
    'transfers.csv',
    `time,tx,src,dst,asset,amount
2026-01-01T10:00:00Z,t1,${thief},${way},ETH,3000000000000000000
2026-01-01T11:00:00Z,t2,${way},${own},ETH,1250000000000000000
2026-01-01T12:00:00Z,t3,${way},${others},ETH,1000000000000000000
`,
  )
  put('accounts.csv', 'id,name\na-17,Ana Example\nb-2,Ben Example\n')
  put(
    'observations.csv',
    `account,kind,value,first_seen,last_seen,count\na-17,wallet,${own},2026-01-01,,\n`,
  )
})
afterAll(() => folder.remove())

describe('the report of a check that follows money', () => {
  test('tells how value of a theft came to an account: sentence, picture, path and row', async () => {
    const files = ['accounts.csv', 'observations.csv', 'transfers.csv']
    const { exit } = await muster(['check', ...files, '--report', 'report.html'], { cwd })
    expect(exit).toBe(0)
    const page = readFileSync(join(cwd, 'report.html'), 'utf8')
    const text = page.replace(/<[^>]*>/g, '')
    expect(text).toMatch(
      /Of 3\.00 ETH that addresses of the theft from Ronin.* sent, 1\.25 ETH came to wallet of account a-17 \(the same under every policy\); 1\.75 ETH went elsewhere\./,
    )
    expect(text).toMatch(/t2 transfers\.csv row:\d/)
    for (const size of ['wide', 'narrow']) expect(page).toContain(`class="sankey ${size}"`)
    expect(page).toContain('class="flow-times"')
  })
})
