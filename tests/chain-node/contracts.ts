import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'

type Contract = { readonly code: string; readonly methods: Readonly<Record<string, string>> }

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')

const made = JSON.parse(read('contracts.json')) as {
  readonly sources: string
  readonly contracts: Readonly<Record<string, Contract>>
}

/** Whether `contracts.json` was made of the sources as they are. */
export const isCompiled = (): boolean => {
  const hash = createHash('sha256')
  for (const name of readdirSync(new URL('contracts', import.meta.url)).sort())
    hash.update(read(`contracts/${name}`))
  return hash.digest('hex') === made.sources
}

/** A number, an address or 32 bytes: what takes one word in a call. */
type Argument = bigint | string

const word = (argument: Argument): string =>
  (typeof argument === 'bigint' ? argument.toString(16) : argument.slice(2)).padStart(64, '0')

const contractOf = (name: string): Contract => {
  const contract = made.contracts[name]
  if (!contract) throw new Error(`there is no contract ${name}`)
  return contract
}

/** What makes a contract. */
export const creation = (name: string, ...given: readonly Argument[]): string =>
  contractOf(name).code + given.map(word).join('')

/** What calls a method, by its full name: `transfer(address,uint256)`. */
export const invocation = (name: string, method: string, ...given: readonly Argument[]): string => {
  const selector = contractOf(name).methods[method]
  if (!selector) throw new Error(`${name} has no ${method}`)
  return `0x${selector}${given.map(word).join('')}`
}
