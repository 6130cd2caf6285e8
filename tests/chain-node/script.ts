import type { Entry } from './books.ts'
import { creation } from './contracts.ts'
import { type Call, genesisTime } from './node.ts'

/** The code of the chain's own asset in the books. */
export const ether = 'ETH'

/** Somebody's transaction, and what it moves if it does not fail, beside its fee. */
export type Step = {
  readonly from: string
  readonly to?: string
  readonly value?: bigint
  readonly data?: string
  readonly fails?: true
  /** What it moves in order; the value to `to` where not given. */
  readonly moves?: readonly Omit<Entry, 'tx'>[]
}

type Receipt = {
  readonly status: string
  readonly transactionIndex: string
  readonly gasUsed: string
  readonly effectiveGasPrice: string
  readonly contractAddress: string | null
}

const hex = (number: bigint | number): string => `0x${number.toString(16)}`

/** A day of a chain that is written step by step, and the books of it. */
export class Script {
  readonly books: Entry[] = []
  readonly #call: Call
  #time = genesisTime

  constructor(call: Call) {
    this.#call = call
  }

  /** Makes one block of these transactions, in this order; gives their hashes. */
  async block(...steps: readonly Step[]): Promise<readonly string[]> {
    return (await this.#make(steps)).map(({ tx }) => tx)
  }

  /** Makes a contract; gives its address. */
  async deploy(
    step: { readonly from: string; readonly value?: bigint },
    ...code: Parameters<typeof creation>
  ): Promise<string> {
    const [made] = await this.#make([{ ...step, data: creation(...code), moves: [] }])
    const address = made?.contract as string
    if (step.value)
      this.#book(made?.tx as string, {
        asset: ether,
        src: step.from,
        dst: address,
        amount: step.value,
      })
    return address
  }

  /** Lets time go by before the next block. */
  wait(seconds: number): void {
    this.#time += seconds
  }

  /** Books value that the chain began with. */
  begin(address: string, amount: bigint): void {
    this.#book('', { asset: ether, src: null, dst: address, amount })
  }

  /** Books tokens that a contract was made with. */
  mint(asset: string, dst: string, amount: bigint): void {
    this.#book('', { asset, src: null, dst, amount })
  }

  #book(tx: string, entry: Omit<Entry, 'tx'>): void {
    this.books.push({ tx, ...entry })
  }

  async #make(steps: readonly Step[]) {
    const nonces = new Map<string, number>()
    const hashes: string[] = []
    for (const { from, to, value = 0n, data = '0x' } of steps) {
      const nonce =
        nonces.get(from) ?? Number(await this.#call('eth_getTransactionCount', from, 'latest'))
      nonces.set(from, nonce + 1)
      hashes.push(
        await this.#call('eth_sendTransaction', {
          ...{ from, ...(to ? { to } : {}), value: hex(value), data, nonce: hex(nonce) },
          // Enough for each, so that the node does not refuse in advance what is meant to fail.
          ...{ gas: hex(1_000_000), maxFeePerGas: hex(3e9), maxPriorityFeePerGas: hex(1e9) },
        }),
      )
    }
    this.#time += 12
    await this.#call('evm_setNextBlockTimestamp', this.#time)
    await this.#call('evm_mine')
    const done: { readonly tx: string; readonly contract: string | null }[] = []
    for (const [i, step] of steps.entries()) {
      const tx = hashes[i] as string
      const receipt = await this.#call<Receipt>('eth_getTransactionReceipt', tx)
      const { status, transactionIndex, gasUsed, effectiveGasPrice, contractAddress } = receipt
      if (Number(transactionIndex) !== i) throw new Error(`${tx} is not number ${i} of its block`)
      if ((status === '0x0') !== (step.fails ?? false))
        throw new Error(
          `step ${i}: ${JSON.stringify(step, (_, part) => (typeof part === 'bigint' ? `${part}` : part))} ended with ${status}`,
        )
      const paid = BigInt(gasUsed) * BigInt(effectiveGasPrice)
      this.#book(tx, { asset: ether, src: step.from, dst: null, amount: paid })
      if (!step.fails) for (const move of step.moves ?? [toEntry(step)]) this.#book(tx, move)
      done.push({ tx, contract: contractAddress })
    }
    return done
  }
}

const toEntry = ({ from, to, value = 0n }: Step): Omit<Entry, 'tx'> => ({
  asset: ether,
  src: from,
  dst: to as string,
  amount: value,
})
