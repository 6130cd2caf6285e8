import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeFolder, muster } from './program.ts'

const folder = makeFolder()
const cwd = folder.path
afterAll(() => folder.remove())

const token = `0x${'ab'.repeat(20)}`
const usdc = '0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48'

beforeAll(() => {
  const rows = [
    't0,1,out,b,X,50',
    't1,2,thief,b,X,100',
    't2,3,b,c,X,120',
    't3,4,c,Exchange,X,20',
    `t4,5,thief,b,${token},999`,
    `t5,6,thief,b,${usdc},7`,
    't6,7,thief,b,X,much',
  ]
  writeFileSync(join(cwd, 'transfers.csv'), `tx,block,src,dst,asset,amount\n${rows.join('\n')}\n`)
  writeFileSync(join(cwd, 'labels.csv'), 'address,kind,label\nExchange,service,An exchange\n')
})

const run = (...words: string[]) =>
  muster(['trace', '--transfers', 'transfers.csv', '--seed', 'thief', ...words], { cwd })

const linesOf = (stdout: string): Record<string, unknown>[] =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('muster trace', () => {
  test('tells who holds what, in which range, by which way, and that nothing is lost', async () => {
    const { exit, stdout, stderr } = await run('--labels', 'labels.csv', '--format', 'jsonl')
    expect(exit).toBe(0)
    const lines = linesOf(stdout).filter((line) => line.asset === 'X')
    expect(lines.map(({ address, amount, low, high }) => [address, amount, low, high])).toEqual([
      ['c', '67', '67', '80'],
      ['b', '20', '0', '30'],
      ['Exchange', '13', '0', '20'],
    ])
    expect(lines[2]).toMatchObject({
      hops: 3,
      stop: { kind: 'service', label: 'An exchange' },
      path: [
        { tx: 't1', src: 'thief', dst: 'b', amount: '100', of: '100', row: 2 },
        { tx: 't2', src: 'b', dst: 'c', amount: '80', of: '120', row: 3 },
        { tx: 't3', src: 'c', dst: 'Exchange', amount: '13', of: '20', row: 4 },
      ],
    })
    const summaries = linesOf(stdout).flatMap(({ summary }) => (summary ? [summary] : []))
    expect(summaries).toEqual([
      expect.objectContaining({ asset: usdc.toLowerCase(), seeded: '7', held: '7' }),
      {
        asset: 'X',
        seeded: '100',
        held: '87',
        stopped: '13',
        fees: '0',
        gaps: '0',
        unfunded: '50',
      },
    ])
    expect(stderr).toContain('row:7')
    expect(stderr).toContain('1 transfers of 1 contracts that are not verified carry no value')
  })

  test('takes a contract that is vouched for', async () => {
    writeFileSync(join(cwd, 'assets.csv'), `contract,symbol,decimals\n${token},OWN,0\n`)
    const { stdout } = await run('--assets', 'assets.csv', '--format', 'jsonl')
    expect(linesOf(stdout)).toContainEqual(
      expect.objectContaining({ asset: token, address: 'b', amount: '999' }),
    )
  })

  test('proves an answer again, and fails on one altered digit and on an altered file', async () => {
    await run('--labels', 'labels.csv', '--format', 'jsonl', '-o', 'result.jsonl')
    const verify = (path: string) => muster(['trace', '--verify', path], { cwd })
    expect(await verify('result.jsonl')).toMatchObject({ exit: 0 })
    const result = readFileSync(join(cwd, 'result.jsonl'), 'utf8')
    writeFileSync(join(cwd, 'altered.jsonl'), result.replace('"low":"67"', '"low":"68"'))
    expect(await verify('altered.jsonl')).toMatchObject({
      exit: 1,
      stderr: expect.stringMatching(/altered\.jsonl line:\d+ is not what follows/),
    })
    const labels = readFileSync(join(cwd, 'labels.csv'), 'utf8')
    writeFileSync(join(cwd, 'labels.csv'), `${labels}c,service,Another\n`)
    expect(await verify('result.jsonl')).toMatchObject({
      exit: 1,
      stderr: expect.stringContaining('labels.csv is not the file it was'),
    })
    writeFileSync(join(cwd, 'labels.csv'), labels)
  })

  test('writes patterns beside the answer, which is the same to the byte', async () => {
    const rows = [
      '2026-01-01T00:00:00Z,thief,relay,1000',
      '2026-01-01T02:00:00Z,relay,end,990',
      '2026-01-01T03:00:00Z,others,others relay,5',
    ]
    writeFileSync(join(cwd, 'timed.csv'), `time,src,dst,amount\n${rows.join('\n')}\n`)
    const trace = (...words: string[]) =>
      muster(['trace', '--transfers', 'timed.csv', '--seed', 'thief', ...words], { cwd })
    const without = await trace('--format', 'jsonl')
    const beside = await trace('--format', 'jsonl', '--patterns', 'patterns.jsonl')
    expect(beside.stdout).toBe(without.stdout)
    expect(beside.stderr).toContain('in none of its amounts: pass-through: 1')
    const lines = linesOf(readFileSync(join(cwd, 'patterns.jsonl'), 'utf8'))
    expect(lines).toMatchObject([
      { pattern: 'pass-through', subject: 'relay', transfers: [{ row: 1 }, { row: 2 }] },
    ])
    const table = await trace('--format', 'table', '--patterns', 'patterns.jsonl')
    expect(table.stdout).toContain('pass-through: 1; see patterns.jsonl')
  })

  test('stops at inferred deposit addresses where asked, and proves such an answer again', async () => {
    const rows = [0, 1, 2].flatMap((day) => [
      `2026-01-0${day + 1}T00:00:00Z,thief,deposit,10`,
      `2026-01-0${day + 1}T01:00:00Z,deposit,Exchange,10`,
    ])
    writeFileSync(join(cwd, 'swept.csv'), `time,src,dst,amount\n${rows.join('\n')}\n`)
    writeFileSync(join(cwd, 'exchange.csv'), 'address,kind,label\nExchange,service,An exchange\n')
    const trace = (...words: string[]) =>
      muster(
        [
          'trace',
          '--transfers',
          'swept.csv',
          '--seed',
          'thief',
          '--labels',
          'exchange.csv',
          '--format',
          'jsonl',
          ...words,
        ],
        { cwd },
      )
    const [followed] = linesOf((await trace()).stdout)
    expect(followed).toMatchObject({ address: 'Exchange', stop: { label: 'An exchange' } })
    await trace('--deposits', '3', '-o', 'deposits.jsonl')
    const [inferred] = linesOf(readFileSync(join(cwd, 'deposits.jsonl'), 'utf8'))
    expect(inferred).toMatchObject({
      address: 'deposit',
      stop: { kind: 'service', label: 'deposit of An exchange? inferred from 3 forwards' },
    })
    expect(await muster(['trace', '--verify', 'deposits.jsonl'], { cwd })).toMatchObject({
      exit: 0,
    })
  })

  test('says that a seed is not in the data, and that a theft has no known address', async () => {
    const trace = (seed: string) =>
      muster(['trace', '--transfers', 'transfers.csv', '--seed', seed], { cwd })
    expect(await trace('nobody')).toMatchObject({
      exit: 0,
      stderr: expect.stringContaining('the data has no nobody'),
    })
    expect(await trace('theft:nowhere-1999')).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('the register has no theft nowhere-1999'),
    })
  })

  test('ends where value is burned, and at an unlabelled address that too many deal with', async () => {
    const rows = [
      'thief,hub,60,transfer',
      'thief,0x000000000000000000000000000000000000dEaD,30,transfer',
      'thief,furnace,10,burn',
      ...['a', 'b', 'c'].map((other) => `hub,${other},20,transfer`),
    ]
    writeFileSync(
      join(cwd, 'ends.csv'),
      `src,dst,amount,kind,block\n${rows.map((row, i) => `${row},${i}`).join('\n')}\n`,
    )
    const { stdout } = await muster(
      ['trace', '--transfers', 'ends.csv', '--seed', 'thief', '--hub', '3', '--format', 'jsonl'],
      { cwd },
    )
    expect(linesOf(stdout).map(({ address, stop }) => [address, stop])).toEqual([
      ['hub', { kind: 'hub', label: 'unlabelled service? 4 counterparties' }],
      ['0x000000000000000000000000000000000000dEaD', { kind: 'burn', label: 'burned' }],
      ['furnace', { kind: 'burn', label: 'burned' }],
      [undefined, undefined],
    ])
    expect(linesOf(stdout).at(-1)?.summary).toMatchObject({
      seeded: '100',
      stopped: '100',
      held: '0',
    })
  })

  test('shows holders and their paths in words', async () => {
    const { stdout } = await run('--labels', 'labels.csv', '--format', 'table')
    expect(stdout).toContain('X: 100 traced = 87 held + 13 at stops + 0 in fees + 0 in gaps')
    expect(stdout).toContain('Exchange  13 (0 to 20), 3 transfers away, service: An exchange')
    expect(stdout).toContain('b → c  80 of 120  t2')
  })
})

describe('muster exposure', () => {
  const expose = (...words: string[]) =>
    muster(
      [
        'exposure',
        '--transfers',
        'transfers.csv',
        '--labels',
        'labels.csv',
        '--format',
        'jsonl',
        ...words,
      ],
      { cwd },
    )

  test('tells by category where value came from and went, and the shares sum to 1', async () => {
    const { exit, stdout } = await expose()
    expect(exit).toBe(0)
    const lines = linesOf(stdout)
    const sums = new Map<string, number>()
    for (const { address, asset, direction, share } of lines) {
      const key = `${address} ${asset} ${direction}`
      sums.set(key, (sums.get(key) ?? 0) + Math.round(1e6 * Number(share)))
    }
    expect(new Set(sums.values())).toEqual(new Set([1_000_000]))
    expect(lines).toContainEqual({
      address: 'c',
      asset: 'X',
      direction: 'out',
      category: 'service',
      direct: '20',
      indirect: '0',
      share: 1,
    })
  })

  test('tells of the addresses that are named, and names those that the data lacks', async () => {
    const { stdout, stderr } = await expose('b', 'nobody')
    expect(new Set(linesOf(stdout).map(({ address }) => address))).toEqual(new Set(['b']))
    expect(stderr).toContain('the data has no nobody')
  })
})
