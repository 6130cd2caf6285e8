import { execFileSync, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** Calls a method of JSON-RPC; an answer that is an error ends the test with its words. */
export type Call = <Answer = string>(
  method: string,
  ...params: readonly unknown[]
) => Promise<Answer>

export type Node = { readonly call: Call; stop(): void }

const platforms: Readonly<Record<string, string>> = {
  darwin: 'darwin',
  linux: 'linux',
  win32: 'win32',
}
const processors: Readonly<Record<string, string>> = { arm64: 'arm64', x64: 'amd64' }

/** The program of this platform's package, or why there is none that runs. */
const findProgram = (): { readonly path: string } | { readonly why: string } => {
  const name = `@foundry-rs/anvil-${platforms[process.platform]}-${processors[process.arch]}`
  try {
    const about = createRequire(import.meta.url).resolve(`${name}/package.json`)
    const path = join(about, '..', 'bin', process.platform === 'win32' ? 'anvil.exe' : 'anvil')
    execFileSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 })
    return { path }
  } catch (fault) {
    return { why: `${name} does not run: ${(fault as Error).message.split('\n')[0]}` }
  }
}

const found = findProgram()

/** Why no node can be started here; undefined where one can. */
export const whyNoNode: string | undefined = 'why' in found ? found.why : undefined

/** 2026-01-05 09:00 UTC: when the first block is made. */
export const genesisTime = 1_767_603_600

/** The accounts that the node's own words (`test test … junk`) give, each with 10,000 ether at first. */
const genesisAccounts = 10

/**
 * Starts a node on a port of this machine that is free. It makes a block when it is told to, and signs for
 * any address. It ends with `stop`, and with this process whatever happens.
 */
export const startNode = async (): Promise<Node> => {
  if ('why' in found) throw new Error(found.why)
  const words = [
    ...['--host', '127.0.0.1', '--port', '0', '--accounts', `${genesisAccounts}`],
    ...['--timestamp', `${genesisTime}`, '--no-mining', '--order', 'fifo', '--auto-impersonate'],
    ...['--hardfork', 'cancun'],
  ]
  const child = spawn(found.path, words, { stdio: ['ignore', 'pipe', 'inherit'] })
  const stop = (): void => {
    process.off('exit', stop)
    child.kill('SIGKILL')
  }
  process.on('exit', stop)
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.on('error', reject)
    child.on('exit', (code) => reject(new Error(`the node ended with ${code}: ${said}`)))
    child.stdout.setEncoding('utf8').on('data', (text) => {
      said += text
      const [, at] = /Listening on (\S+)/.exec(said) ?? []
      if (at) resolve(at)
    })
  })
  let id = 0
  const call: Call = async (method, ...params) => {
    const body = JSON.stringify({ jsonrpc: '2.0', id: ++id, method, params })
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(`http://${address}`, { method: 'POST', headers, body })
    const { result, error } = (await answer.json()) as { result: never; error?: unknown }
    if (error) throw new Error(`${method}: ${JSON.stringify(error)}`)
    return result
  }
  return { call, stop }
}
