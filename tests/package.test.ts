import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

type Locked = {
  readonly license?: string
  readonly dev?: boolean
  readonly hasInstallScript?: boolean
  readonly resolved?: string
  readonly integrity?: string
  readonly link?: boolean
}

type Package = {
  readonly name: string
  readonly license: string
  readonly bin: Readonly<Record<string, string>>
  readonly files: readonly string[]
  readonly engines: { readonly node: string }
  readonly scripts: Readonly<Record<string, string>>
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
}

const root = new URL('../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')
const own = JSON.parse(read('package.json')) as Package
const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> }
/** A package of our own inside the repository, so that what it asks for may be missing on a platform. */
const local = 'tests/chain-node/anvil'
const packages = Object.entries(lock.packages).filter(
  ([path, { link }]) => path !== '' && path !== local && !link,
)

/** Licences under which a part may be used, changed and passed on with no more than a notice. */
const permissive = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'MIT OR Apache-2.0',
]
/** Only used to build and test, never shipped (docs/decisions/0002). */
const buildOnly: Readonly<Record<string, RegExp>> = {
  'MPL-2.0': /^node_modules\/lightningcss/,
}

describe('the lockfile', () => {
  test('has packages', () => {
    expect(packages.length).toBeGreaterThan(50)
  })

  test('has no package with an install script', () => {
    expect(packages.filter(([, each]) => each.hasInstallScript).map(([path]) => path)).toEqual([])
  })

  test('has permissive licences only, one tool for building aside', () => {
    const others = packages.filter(([path, { license = 'none', dev }]) => {
      const building = dev === true && buildOnly[license]?.test(path)
      return !permissive.includes(license) && !building
    })
    expect(others.map(([path, { license }]) => `${path}: ${license}`)).toEqual([])
  })

  test('links to no folder but that of the Ethereum node for tests, which only developers get', () => {
    const links = Object.values(lock.packages).filter(({ link }) => link)
    expect(links.map(({ resolved }) => resolved)).toEqual([local])
    expect(lock.packages[local]?.dev).toBe(true)
  })

  test('checks every package by its hash', () => {
    const unchecked = packages.filter(([, each]) => !each.integrity?.startsWith('sha512-'))
    expect(unchecked.map(([path]) => path)).toEqual([])
  })

  test('names no registry but the public one', () => {
    const hosts = packages.flatMap(([, { resolved }]) => (resolved ? [new URL(resolved).host] : []))
    expect(hosts.filter((host) => host !== 'registry.npmjs.org')).toEqual([])
  })
})

describe('package.json', () => {
  test('is not named as the other project on the registry is', () => {
    expect(own.name).toBe('muster-evidence')
  })

  test('asks for Node 20.19 or newer', () => {
    expect(own.engines.node).toBe('>=20.19')
  })

  test('pins every dependency to one version', () => {
    const { optionalDependencies } = JSON.parse(read(`${local}/package.json`)) as {
      optionalDependencies: Readonly<Record<string, string>>
    }
    const { dependencies, devDependencies } = own
    const asked = Object.entries({
      ...dependencies,
      ...devDependencies,
      ...optionalDependencies,
    }).filter(([, version]) => version !== `file:${local}`)
    expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-r\.\d+)?$/.test(version))).toEqual([])
  })

  test('has no script that runs when somebody installs it', () => {
    const atInstall = ['preinstall', 'install', 'postinstall', 'prepare']
    expect(atInstall.filter((name) => name in own.scripts)).toEqual([])
  })

  test('names the command that the build makes', () => {
    expect(own.bin).toEqual({ muster: 'dist/muster.js' })
    expect(existsSync(new URL(own.bin.muster as string, root))).toBe(true)
  })

  test('ships files that are there', () => {
    const made = ['dist']
    const missing = own.files.filter(
      (path) => !made.includes(path) && !existsSync(new URL(path, root)),
    )
    expect(missing).toEqual([])
  })

  test('calls only scripts that are there', () => {
    const called = Object.values(own.scripts).flatMap((script) =>
      [...script.matchAll(/npm run (?:-s )?([\w:]+)/g)].map((match) => match[1] as string),
    )
    expect(called.filter((name) => !(name in own.scripts))).toEqual([])
  })
})

describe('the licence', () => {
  test('is Apache 2.0 to the letter, appendix included', () => {
    // SHA-256 of https://www.apache.org/licenses/LICENSE-2.0.txt
    const official = 'cfc7749b96f63bd31c3c42b5c471bf756814053e847c10f3eb003417bc523d30'
    expect(createHash('sha256').update(read('LICENSE')).digest('hex')).toBe(official)
    expect(own.license).toBe('Apache-2.0')
  })
})

describe('the decisions', () => {
  const notes = readdirSync(new URL('docs/decisions', root)).filter((name) => name.endsWith('.md'))

  test('say why for every dependency', () => {
    const text = notes.map((name) => read(`docs/decisions/${name}`)).join('\n')
    const asked = Object.keys({ ...own.dependencies, ...own.devDependencies })
    expect(asked.filter((name) => !text.includes(`\`${name}\``))).toEqual([])
  })

  test('are numbered once each and dated', () => {
    const numbers = notes.map((name) => /^(\d{4})-[a-z0-9-]+\.md$/.exec(name)?.[1] ?? name)
    expect(new Set(numbers).size).toBe(notes.length)
    const undated = notes.filter(
      (name) => !/^\d{4}-\d\d-\d\d$/m.test(read(`docs/decisions/${name}`)),
    )
    expect(undated).toEqual([])
  })
})
