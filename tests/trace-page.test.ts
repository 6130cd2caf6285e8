import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeFolder, muster } from './program.ts'

const folder = makeFolder()
const cwd = folder.path
const run = (...words: string[]) =>
  muster(['trace', '--transfers', 'transfers.csv', ...words], {
    cwd,
    env: { MUSTER_NOW: '2026-11-30T09:00:00Z' },
  })

const usdc = '0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48'
const unverified = `0x${'ab'.repeat(20)}`
const wallet = (pair: string): string => `0x${pair.repeat(20)}`
const [thief, passer, saver] = ['a1', 'b2', 'c3'].map(wallet) as [string, string, string]
const poisoner = `0xc3c${'0'.repeat(33)}c3c3`

beforeAll(() => {
  const rows = [
    `2026-03-05T10:00:00Z,t1,${thief},${passer},${usdc},1000000000`,
    `2026-03-05T11:00:00Z,t2,${passer},Exchange,${usdc},600000000`,
    `2026-03-05T12:00:00Z,t3,${passer},${saver},${usdc},300000001`,
    `2026-03-05T13:00:00Z,t4,${passer},${poisoner},${usdc},1`,
    `2026-03-05T14:00:00Z,t5,${thief},${saver},MADE-UP,1234567`,
    `2026-03-05T15:00:00Z,t6,${thief},${saver},${unverified},9`,
    `2026-03-05T16:00:00Z,t7,${thief},${saver},MADE-UP,much`,
  ]
  writeFileSync(join(cwd, 'transfers.csv'), `time,tx,src,dst,asset,amount\n${rows.join('\n')}\n`)
  writeFileSync(join(cwd, 'labels.csv'), 'address,kind,label\nExchange,service,An <exchange>\n')
})

afterAll(() => folder.remove())

const textOf = (html: string): string => html.replace(/<[^>]*>/g, '')

describe('muster trace as a page', () => {
  test('is written where the ending of the file asks for it, with the same bytes twice', async () => {
    const words = ['--seed', thief, '--labels', 'labels.csv']
    expect((await run(...words, '-o', 'trace.html')).exit).toBe(0)
    const page = readFileSync(join(cwd, 'trace.html'), 'utf8')
    expect((await run(...words, '--format', 'html')).stdout).toBe(page)
    expect(page).toContain('TLP:AMBER')
    for (const id of ['asked', 'asset-1', 'asset-2', 'alike', 'reading', 'files'])
      expect(page).toContain(`id="${id}"`)
  })

  test('says what became of each asset in its own unit, and of which files', async () => {
    const { stdout } = await run('--seed', thief, '--labels', 'labels.csv', '--format', 'html')
    const text = textOf(stdout)
    for (const said of [
      'Of 1,000.00 USDC that 0xa1a1…a1a1 sent, 600.00 USDC came to An &lt;exchange&gt; (a service, the same under every policy)',
      '300.000001 USDC is still held by 0xc3c3…c3c3',
      'Of 1,234,567 MADE-UP that 0xa1a1…a1a1 sent',
      'how many decimals MADE-UP has is not known here',
      `made to look like ${saver}`,
      'transfers.csv row:4',
      '1 rows could not be read and do not count',
      '1 transfers of 1 contracts that are not verified carry no value',
      createHash('sha256')
        .update(readFileSync(join(cwd, 'labels.csv')))
        .digest('hex'),
    ])
      expect(text).toContain(said)
    expect(stdout).not.toContain('<exchange>')
  })

  test('reads amounts with the decimals that were given', async () => {
    const { stdout } = await run('--seed', thief, '--decimals', '2', '--format', 'html')
    expect(textOf(stdout)).toContain('Of 1,234,567.00 MADE-UP that')
  })

  test('follows value back, and says so', async () => {
    const words = ['--seed', saver, '--backward', '--labels', 'labels.csv', '--policy', 'fifo']
    const { stdout } = await run(...words, '--format', 'html')
    const text = textOf(stdout)
    expect(text).toContain('Where the money came from')
    expect(text).toContain('first in, first out')
    expect(text).toContain(
      'Of 300.000001 USDC that came to 0xc3c3…c3c3, 300.000001 USDC began, as far as the data reaches, at 0xa1a1…a1a1',
    )
  })

  test('names a seed that the data lacks', async () => {
    const { stdout, exit } = await run('--seed', 'nobody', '--format', 'html')
    expect(exit).toBe(0)
    expect(textOf(stdout)).toContain('the data has no nobody')
  })
})
