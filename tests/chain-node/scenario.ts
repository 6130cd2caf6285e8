import { keccak_256 } from '@noble/hashes/sha3.js'
import type { Entry } from './books.ts'
import { type Cast, castOf, made } from './cast.ts'
import { invocation } from './contracts.ts'
import type { Call } from './node.ts'
import { ether, Script, type Step } from './script.ts'

/** Wei of so many ether. */
const eth = (text: string): bigint => {
  const [whole = '', places = ''] = text.split('.')
  return BigInt(whole + places.padEnd(18, '0'))
}

/** What each note of the mixer is worth. */
const each = eth('10')
const hour = 3600

type Contracts = Readonly<
  Record<'token' | 'vault' | 'mixer' | 'spoofer' | 'splitter' | 'refuser', string>
>

type Scene = { readonly script: Script; readonly cast: Cast; readonly at: Contracts }

export type Played = {
  readonly books: readonly Entry[]
  readonly cast: Cast
  readonly at: Contracts
  /** Transactions by which value left the mixer, by who got it. */
  readonly withdrawals: ReadonlyMap<keyof Cast, readonly string[]>
}

/**
 * A theft from a vault, a peel chain, a mixer, withdrawals to other names and an exchange, among honest
 * users and with what a chain has to lead a tracer astray: transactions that fail, calls that fail inside
 * others, made-up events, transfers of nothing, and addresses that look like others.
 */
export const playScenario = async (call: Call): Promise<Played> => {
  const script = new Script(call)
  const accounts = await call<readonly string[]>('eth_accounts')
  for (const account of accounts)
    script.begin(account, BigInt(await call('eth_getBalance', account, 'latest')))
  const cast = castOf(accounts)
  const scene = { script, cast, at: await build(script, cast) }
  await steal(scene)
  await poison(scene)
  await peel(scene)
  await mix(scene)
  const withdrawals = await withdraw(scene)
  await cashOut(scene)
  return { books: script.books, cast, at: scene.at, withdrawals }
}

const pay = (from: string, to: string, amount: string): Step => ({ from, to, value: eth(amount) })

const build = async (script: Script, { issuer, saver, friend }: Cast): Promise<Contracts> => {
  const supply = 1_000_000_000_000n
  const token = await script.deploy({ from: issuer }, 'Token', supply)
  script.mint(token, issuer, supply)
  const at = {
    token,
    vault: await script.deploy({ from: issuer }, 'Vault'),
    mixer: await script.deploy({ from: issuer }, 'Mixer', each),
    spoofer: await script.deploy({ from: issuer }, 'Spoofer'),
    splitter: await script.deploy({ from: issuer }, 'Splitter'),
    refuser: await script.deploy({ from: issuer }, 'Refuser', friend),
  }
  await script.block(pay(saver, at.vault, '95'), sendToken(at, issuer, at.vault, 500_000_000_001n))
  return at
}

const sendToken = ({ token }: Contracts, src: string, dst: string, amount: bigint): Step => ({
  from: src,
  to: token,
  data: invocation('Token', 'transfer(address,uint256)', dst, amount),
  moves: [{ asset: token, src, dst, amount }],
})

/** Ether and tokens leave the vault by calls inside the thief's transactions. */
const steal = async ({ script, cast: { funder, thief }, at }: Scene): Promise<void> => {
  const take = (amount: bigint): Step => ({
    from: thief,
    to: at.vault,
    data: invocation('Vault', 'pay(address,uint256)', thief, amount),
    moves: [{ asset: ether, src: at.vault, dst: thief, amount }],
  })
  const tokens = 321_000_123_457n
  await script.block(pay(funder, thief, '0.5'))
  await script.block({ ...take(eth('1000')), fails: true }, take(eth('73.123456789012345678')), {
    from: thief,
    to: at.vault,
    data: invocation('Vault', 'payToken(address,address,uint256)', at.token, thief, tokens),
    moves: [{ asset: at.token, src: at.vault, dst: thief, amount: tokens }],
  })
}

/** Events of transfers that never were, transfers of nothing, and addresses that look like others. */
const poison = async ({ script, cast, at }: Scene): Promise<void> => {
  const { poisoner, thief, side1, twinOfSide } = cast
  const say = (src: string, dst: string, amount: bigint): Step => ({
    from: poisoner,
    to: at.spoofer,
    data: invocation('Spoofer', 'say(address,address,uint256)', src, dst, amount),
    moves: [],
  })
  await script.block(
    sendToken(at, thief, side1, 300_000_120_000n),
    say(thief, twinOfSide, 300_000_120_000n),
    say(at.vault, thief, 10n ** 30n),
    say(side1, poisoner, 0n),
    {
      from: poisoner,
      to: at.token,
      data: invocation('Token', 'transferFrom(address,address,uint256)', thief, twinOfSide, 0n),
      moves: [],
    },
    { ...sendToken(at, poisoner, side1, 1n), fails: true },
  )
}

/** Most of it goes on from hand to hand, a little stays behind each time. */
const peel = async ({ script, cast, at }: Scene): Promise<void> => {
  const { thief, peel1, peel2, peel3, peel4, side1, side2, dora, poisoner, twin } = cast
  await script.block(pay(thief, peel1, '72'))
  script.wait(hour)
  await script.block(pay(peel1, side1, '3.3'), pay(peel1, peel2, '68.6'))
  const moves = (
    [
      [peel2, at.splitter, '5'],
      [at.splitter, side2, '2'],
      [at.splitter, peel2, '3'],
    ] as const
  ).map(([src, dst, amount]) => ({ asset: ether, src, dst, amount: eth(amount) }))
  const split = invocation(
    'Splitter',
    'split(address,address,uint256)',
    side2,
    at.refuser,
    eth('2'),
  )
  await script.block({ ...pay(peel2, at.splitter, '5'), data: split, moves })
  await script.block(
    { ...pay(peel2, at.refuser, '1'), fails: true },
    pay(dora, peel3, '10'),
    pay(peel2, peel3, '65'),
  )
  const purse = await script.deploy({ from: peel3, value: eth('74.5') }, 'Purse')
  await script.block({
    from: peel3,
    to: purse,
    data: invocation('Purse', 'empty(address)', peel4),
    moves: [{ asset: ether, src: purse, dst: peel4, amount: eth('74.5') }],
  })
  await script.block(pay(poisoner, twin, '0.01'))
  await script.block({ from: twin, to: peel4, value: 1n })
}

/** Notes of the mixer in the order in which they are bought, by who buys them. */
const notes = [
  'ann',
  'peel4',
  'peel5',
  'ben',
  'peel5',
  'cem',
  'peel5',
  'peel6',
  'peel7',
  'peel7',
] as const

/** Stolen value and that of others goes into one pool, ten ether a note. */
const mix = async ({ script, cast, at }: Scene): Promise<void> => {
  const { funder, peel4, peel5, peel6, peel7 } = cast
  const deposit = (name: keyof Cast, place: number): Step => ({
    from: cast[name],
    to: at.mixer,
    value: each,
    data: invocation('Mixer', 'deposit(bytes32)', noteOf(place)),
  })
  await script.block(pay(funder, peel6, '0.05'))
  await script.block(pay(peel4, peel5, '62'))
  await script.block(pay(peel5, peel6, '10.1'), pay(peel5, peel7, '20.2'))
  await script.block({ ...deposit('peel4', 0), value: 1n, fails: true })
  for (const [place, name] of notes.entries()) {
    script.wait(hour)
    await script.block(deposit(name, place))
  }
}

const secretOf = (place: number): string => made(`note ${place}`).padEnd(66, '0')

const noteOf = (place: number): string =>
  `0x${Buffer.from(keccak_256(Buffer.from(secretOf(place).slice(2), 'hex'))).toString('hex')}`

/** Who takes which note out, to whom; a relayer that pays for the gas keeps a fee. */
const takings = [
  { note: 1, by: 'peel4', to: 'peel4' },
  { note: 2, by: 'peel5', to: 'out1' },
  { note: 0, by: 'relayer', to: 'annLater' },
  { note: 4, by: 'relayer', to: 'out2' },
  { note: 6, by: 'relayer', to: 'out3' },
  { note: 7, by: 'out4', to: 'out4' },
  { note: 3, by: 'ben', to: 'ben' },
  { note: 8, by: 'relayer', to: 'out5' },
  { note: 9, by: 'relayer', to: 'out5' },
] as const

const withdraw = async ({ script, cast, at }: Scene): Promise<Played['withdrawals']> => {
  const { funder, peel5, relayer, out3, out4 } = cast
  const withdrawals = new Map<keyof Cast, string[]>()
  await script.block(pay(funder, out4, '0.05'))
  for (const { note, by, to } of takings) {
    script.wait(2 * hour)
    const fee = by === 'relayer' ? eth('0.05') : 0n
    const [dst, kept] = [cast[to], each - fee]
    const moves = [
      { asset: ether, src: at.mixer, dst, amount: kept },
      ...(fee ? [{ asset: ether, src: at.mixer, dst: relayer, amount: fee }] : []),
    ]
    const method = 'withdraw(bytes32,address,address,uint256)'
    const data = invocation('Mixer', method, secretOf(note), dst, relayer, fee)
    const [tx] = await script.block({ from: cast[by], to: at.mixer, data, moves })
    withdrawals.set(to, [...(withdrawals.get(to) ?? []), tx as string])
  }
  await script.block(pay(peel5, out3, '0.3'))
  return withdrawals
}

/** Ether that was mixed and tokens that were not come to an exchange, which gathers them. */
const cashOut = async ({ script, cast, at }: Scene): Promise<void> => {
  const { funder, side1, out1, deposit, deposit2, dora, hot } = cast
  await script.block(
    pay(out1, deposit, '9.9'),
    sendToken(at, side1, deposit, 299_000_000_000n),
    pay(dora, deposit2, '5'),
    pay(funder, deposit, '0.02'),
  )
  script.wait(hour)
  await script.block(
    pay(deposit, hot, '9.9'),
    sendToken(at, deposit, hot, 299_000_000_000n),
    pay(deposit2, hot, '4.99'),
  )
}
