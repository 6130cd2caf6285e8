import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type LinkLine, readLinks, toAnswer } from './chain-node/answer.ts'
import { balancesOf, type PolicyName, policies } from './chain-node/books.ts'
import { invocation, isCompiled } from './chain-node/contracts.ts'
import { exportChain } from './chain-node/export.ts'
import { accounts, known, payout, writeKnown } from './chain-node/known.ts'
import { type Node, startNode, whyNoNode } from './chain-node/node.ts'
import { reckon } from './chain-node/reckoned.ts'
import { type Played, playScenario } from './chain-node/scenario.ts'
import { ether } from './chain-node/script.ts'
import { makeFolder, muster, type Ran } from './program.ts'

const folder = makeFolder()
const cwd = folder.path
afterAll(() => folder.remove())

test('the compiled contracts are those of the sources', () => {
  expect(isCompiled()).toBe(true)
})

if (whyNoNode) console.warn(`what needs an Ethereum node is skipped: ${whyNoNode}`)
const skipped = whyNoNode ? ` (skipped: ${whyNoNode})` : ''

describe.skipIf(whyNoNode)(`value on a chain that an Ethereum node made${skipped}`, () => {
  let node: Node
  let played: Played
  let files: readonly string[]
  const stops = new Set<string>()

  beforeAll(async () => {
    node = await startNode()
    played = await playScenario(node.call)
    files = [...(await exportChain(node.call, cwd)), known.payments]
    writeKnown(cwd, played)
    const { cast, at } = played
    for (const stop of [at.mixer, cast.hot, cast.deposit, cast.deposit2]) stops.add(stop)
    await Promise.all(policies.map(runPolicy))
  })
  afterAll(() => node?.stop())

  const lookalikes = 'lookalikes.csv'
  const runs = new Map<string, Promise<Ran>>()

  /** Runs the program once for each question. */
  const run = (seeds: readonly string[], ...words: readonly string[]): Promise<Ran> => {
    const given = ['--labels', known.labels, '--assets', known.assets, '--format', 'jsonl']
    const asked = seeds.flatMap((seed) => ['--seed', seed])
    const all = ['trace', '--transfers', ...files, ...asked, ...given, ...words]
    const ran = runs.get(all.join(' ')) ?? muster(all, { cwd })
    runs.set(all.join(' '), ran)
    return ran
  }

  const runTheft = (): Promise<Ran> =>
    run(
      [played.cast.thief],
      ...['--policy', 'haircut', '--lookalikes', lookalikes, '--links', 'links.jsonl'],
    )

  const runPolicy = (policy: PolicyName): Promise<Ran> =>
    policy === 'haircut' ? runTheft() : run([played.cast.thief], '--policy', policy)

  /** Links with people by their names. */
  const toNamed = (links: readonly LinkLine[]): readonly (readonly (string | number)[])[] => {
    const names = new Map([
      ...Object.entries(played.cast).map(([name, address]) => [address, name] as const),
      ...Object.entries(accounts).map(([name, address]) => [address, name] as const),
    ])
    return links.map(({ kind, from, to, set, others }) => [
      ...[kind, names.get(from) ?? from, names.get(to) ?? to, set, others],
    ])
  }

  /** An answer says of an asset what the books say, to the last unit. */
  const compare = (
    { holders, summaries }: Answer,
    asset: string,
    [policy, seeds]: readonly [PolicyName, readonly string[]],
  ): void => {
    const said = new Map(
      holders
        .filter((holder) => holder.asset === asset)
        .map(({ address, amount, low, high }) => [address, [amount, low, high].map(BigInt)]),
    )
    const wanted = reckon(played.books, { asset, policy, seeds: new Set(seeds), stops })
    expect(said).toEqual(wanted.holders)
    const sums = summaries.find((summary) => summary.asset === asset) as Record<string, string>
    const { seeded, held, stopped, fees } = wanted.sums
    const [told, gaps, unfunded] = [
      [sums.seeded, sums.held, sums.stopped, sums.fees].map((text) => BigInt(text as string)),
      sums.gaps,
      sums.unfunded,
    ]
    expect([told, gaps, unfunded]).toEqual([[seeded, held, stopped, fees], '0', '0'])
    expect(seeded).toBe(held + stopped + fees)
    expect(seeded).toBeGreaterThan(0n)
  }

  test('the books of the scenario are what the node says that everybody has', async () => {
    const { books, at } = played
    const has = async (asset: string, address: string): Promise<bigint> =>
      BigInt(
        asset === ether
          ? await node.call('eth_getBalance', address, 'latest')
          : await node.call(
              'eth_call',
              { to: asset, data: invocation('Token', 'balanceOf(address)', address) },
              'latest',
            ),
      )
    for (const asset of [ether, at.token])
      for (const [address, amount] of balancesOf(books, asset))
        expect([address, await has(asset, address)]).toEqual([address, amount])
  })

  test.each(policies)('the theft is traced as the books have it, %s', async (policy) => {
    const { cast, at } = played
    const answer = toAnswer(await runPolicy(policy))
    for (const asset of [ether, at.token]) compare(answer, asset, [policy, [cast.thief]])
    expect(answer.summaries).toHaveLength(2)
    const booked = new Set(
      played.books.map(({ tx, src, dst, amount }) => [tx, src, dst, amount].join(' ')),
    )
    const steps = answer.holders.flatMap(({ path }) => path)
    expect(steps.length).toBeGreaterThan(0)
    for (const { tx, src, dst, of } of steps) expect(booked).toContain([tx, src, dst, of].join(' '))
  })

  test('the transactions of the theft are seeds as well as the thief is', async () => {
    const { books, at } = played
    const thefts = books.flatMap(({ tx, src }) => (src === at.vault ? [tx] : []))
    expect(thefts).toHaveLength(2)
    const answer = toAnswer(await run(thefts))
    for (const asset of [ether, at.token]) compare(answer, asset, ['haircut', thefts])
  })

  test('taint ends at the mixer and at the exchange', async () => {
    const { cast, at, withdrawals } = played
    const { holders } = toAnswer(await runTheft())
    const ends = holders.flatMap(({ address, asset, stop }) =>
      stop ? [[address, asset, stop.kind, stop.label]] : [],
    )
    expect(ends).toEqual([
      [cast.deposit, at.token, 'service', 'Example Exchange'],
      [at.mixer, ether, 'mixer', 'A pool of ten ether'],
    ])
    const beyond = new Set([cast.hot, ...[...withdrawals.keys()].map((name) => cast[name])])
    // It is both: one who put stolen value in, and one who took value out.
    beyond.delete(cast.peel4)
    // This one was paid by a thief's wallet too.
    beyond.delete(cast.out3)
    expect(holders.filter(({ address }) => beyond.has(address))).toEqual([])
  })

  test('a withdrawal is traced as a seed of its own, and ends at the exchange', async () => {
    const { cast, withdrawals } = played
    const seeds = withdrawals.get('out1') as readonly string[]
    const answer = toAnswer(await run(seeds, '--links', 'withdrawn.jsonl'))
    compare(answer, ether, ['haircut', seeds])
    expect(answer.holders.map(({ address, stop }) => [address, stop?.kind])).toEqual([
      [cast.deposit, 'service'],
      [cast.out1, undefined],
    ])
  })

  test('the payout of the bank is traced as a seed of its own', async () => {
    const { holders, summaries } = toAnswer(await run([payout]))
    expect(holders.map(({ asset, amount }) => [asset, amount])).toEqual([['EUR', '2845025']])
    expect(summaries[0]).toMatchObject({ asset: 'EUR', seeded: '2845025', held: '2845025' })
  })

  test('what came out of the mixer is linked by rules, and what nothing ties weakly', async () => {
    await runTheft()
    const links = readLinks(join(cwd, 'links.jsonl')).filter(
      ({ stop }) => stop.address === played.at.mixer,
    )
    const named = toNamed(links)
    expect(named.filter((_, i) => links[i]?.strength !== 'weak')).toEqual([
      ['same-address', 'peel4', 'peel4', 7, 8],
      ['sent-by-depositor', 'peel5', 'out1', 7, 8],
      ['direct-transfer', 'peel5', 'peel4', 7, 8],
      ['direct-transfer', 'peel5', 'out3', 7, 8],
      ['same-funder', 'peel6', 'out4', 7, 8],
    ])
    expect(named).toContainEqual(['same-count', 'peel7', 'out5', 2, 1])
    const weak = named.filter(([kind]) => kind === 'amount-and-time')
    expect(weak).toContainEqual(['amount-and-time', 'peel5', 'out2', 7, 8])
    expect(new Set(weak.map((link) => `${link.slice(3)}`))).toEqual(new Set(['7,8']))
    const honest = new Set(['ann', 'ben', 'cem', 'dora', 'relayer'])
    expect(named.filter(([, from]) => honest.has(from as string))).toEqual([])
  })

  test('what came to the exchange is linked to the payout of its bank', async () => {
    await runTheft()
    const { cast, withdrawals } = played
    const ofTheft = readLinks(join(cwd, 'links.jsonl')).filter(
      ({ stop }) => stop.address === cast.deposit,
    )
    expect(toNamed(ofTheft)).toEqual([
      ['same-holder', 'side1', 'payee', 3, 1],
      ['time-alone', 'side1', 'stranger', 4, 2],
    ])
    expect(ofTheft[0]?.paid_out).toMatchObject([{ tx: payout, asset: 'EUR', amount: '2845025' }])
    await run(withdrawals.get('out1') as readonly string[], '--links', 'withdrawn.jsonl')
    expect(toNamed(readLinks(join(cwd, 'withdrawn.jsonl')))).toEqual([
      ['same-holder', 'out1', 'payee', 3, 1],
      ['time-alone', 'out1', 'stranger', 4, 2],
    ])
  })

  test('a deposit address without a label is inferred where asked, and then only days link it', async () => {
    const { cast, at } = played
    const given = ['--labels', known.fewerLabels, '--assets', known.assets, '--format', 'jsonl']
    const answer = toAnswer(
      await muster(
        [
          ...['trace', '--transfers', ...files, '--seed', cast.thief, ...given],
          ...['--deposits', '1', '--links', 'inferred.jsonl'],
        ],
        { cwd },
      ),
    )
    for (const asset of [ether, at.token]) compare(answer, asset, ['haircut', [cast.thief]])
    expect(answer.holders.find(({ address }) => address === cast.deposit)?.stop?.label).toMatch(
      /^deposit of Example Exchange\?/,
    )
    const links = readLinks(join(cwd, 'inferred.jsonl')).filter(
      ({ stop }) => stop.address === cast.deposit,
    )
    expect(toNamed(links).map(([kind, from, to]) => [kind, from, to])).toEqual([
      ['time-alone', 'side1', 'stranger'],
      ['time-alone', 'side1', 'payee'],
    ])
  })

  test('every transfer that a link rests on is in the books, or a payout of the bank', async () => {
    await runTheft()
    const booked = new Set(
      played.books.map(({ tx, src, dst, amount }) => [tx, src, dst, amount].join(' ')),
    )
    const rows = readLinks(join(cwd, 'links.jsonl')).flatMap((link) => [
      ...[...link.paid_in, ...link.paid_out, ...link.proof],
    ])
    expect(rows.length).toBeGreaterThan(50)
    for (const { tx, src, dst, asset, amount } of rows)
      if (asset !== 'EUR') expect(booked).toContain([tx, src, dst, amount].join(' '))
      else expect(src).toBe(accounts.exchange)
  })

  test('links change no byte of what is traced', async () => {
    const { cast } = played
    const [linked, plain] = await Promise.all([
      runTheft(),
      run([cast.thief], '--policy', 'haircut'),
    ])
    expect(linked.stdout).toBe(plain.stdout)
  })

  test('an event that somebody made up carries no value, nor does a token nobody vouches for', async () => {
    const { cast, at } = played
    const ran = await runTheft()
    const { holders } = toAnswer(ran)
    expect(holders.filter(({ asset }) => asset === at.spoofer)).toEqual([])
    expect(holders.filter(({ address }) => address === cast.twinOfSide)).toEqual([])
    expect(ran.stderr).toContain('3 transfers of 1 contracts that are not verified carry no value')
    const unvouched = await muster(
      ['trace', '--transfers', ...files, '--seed', cast.thief, '--format', 'jsonl'],
      { cwd },
    )
    expect(unvouched.stderr).toContain('transfers of 2 contracts that are not verified')
    expect(toAnswer(unvouched).holders.filter(({ asset }) => asset === at.token)).toEqual([])
  })

  test('addresses that were made to look like others are told', async () => {
    const { cast } = played
    await runTheft()
    const rows = readFileSync(join(cwd, lookalikes), 'utf8').trim().split('\n').slice(1)
    const made = rows.map((row) => row.split(',')).filter(([, of]) => of !== '')
    expect(new Map(made as [string, string][])).toEqual(
      new Map([
        [cast.twin, cast.peel4],
        [cast.twinOfSide, cast.side1],
      ]),
    )
  })

  test('what calls move is missed without traces, and told as never seen arriving', async () => {
    const { cast } = played
    const without = files.filter((file) => file !== 'traces.csv')
    const given = ['--labels', known.labels, '--assets', known.assets, '--format', 'jsonl']
    const { summaries } = toAnswer(
      await muster(['trace', '--transfers', ...without, '--seed', cast.thief, ...given], { cwd }),
    )
    const { seeded, held, stopped, fees, unfunded } = summaries.at(-1) as Record<string, string>
    expect(BigInt(seeded as string)).toBe(
      [held, stopped, fees].reduce((sum, text) => sum + BigInt(text as string), 0n),
    )
    // The value that a contract gave to peel4 as it ended is among it.
    expect(BigInt(unfunded as string)).toBeGreaterThan(74_500_000_000_000_000_000n)
  })
})
