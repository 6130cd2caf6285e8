import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Engine, openInMemory } from '../engine/index.ts'
import { type KeyedHash, keyedHash } from '../identifiers/index.ts'
import type { DesignatedEntity, Label, Source } from '../model/index.ts'
import { takeHeldTransfers } from '../sources/index.ts'
import {
  hasTransfers,
  labelsOf,
  layHeldTransfers,
  sourcesOf,
  type Workspace,
} from '../workspace/index.ts'
import { type Ground, type Grounding, layGround } from './ground.ts'
import { labelsOfDesignations, labelsOfThefts } from './others.ts'
import type { Verified } from './rules/verified.ts'
import { findWallets, type Wallets } from './wallets.ts'

/** What a workspace holds of money: its transfers as flows, and whose addresses are among them. */
export type HeldMoney = {
  readonly engine: Engine
  readonly ground: Ground
  readonly sources: readonly Source[]
  /** What is known of addresses: the labels of the workspace, of lists and of the register of thefts. */
  readonly labels: readonly Label[]
  /** Assets that the user vouches for. */
  readonly assets: readonly Verified[]
  readonly wallets: Wallets
  close(): Promise<void>
}

export type HeldOptions = Pick<Grounding, 'hub' | 'deposits' | 'assets'> & {
  readonly designations: Iterable<DesignatedEntity>
  /** The key under which observed values are hashed, where they are. */
  readonly key?: Uint8Array | undefined
}

/** Undefined where the workspace holds no transfers. Whoever reads it closes it. */
export const readHeldMoney = async (
  workspace: Workspace,
  { designations, key, ...grounding }: HeldOptions,
): Promise<HeldMoney | undefined> => {
  if (!(await hasTransfers(workspace))) return undefined
  const folder = await mkdtemp(join(tmpdir(), 'muster-'))
  let engine: Engine | undefined
  const close = async (): Promise<void> => {
    await engine?.close()
    await rm(folder, { recursive: true })
  }
  try {
    engine = await openInMemory({ memory: '4GB', spill: join(folder, 'spill') })
    const sources = await takeHeld(workspace, engine, join(folder, 't.parquet'))
    const labels = [
      ...labelsOfDesignations(designations),
      ...(await labelsOf(workspace)),
      ...labelsOfThefts(),
    ]
    const ground = await layGround(engine, { ...grounding, labels })
    const hash: KeyedHash | undefined = key && keyedHash(key)
    const wallets = await findWallets(workspace, ground, hash)
    const { assets } = grounding
    return { engine, ground, sources, labels, assets, wallets, close }
  } catch (cause) {
    await close()
    throw cause
  }
}

/**
 * Takes the transfers of a workspace into the table `moved` of an engine, over a file that may be made at
 * `path`; returns the sources that it numbers.
 */
export const takeHeld = async (
  workspace: Workspace,
  engine: Engine,
  path: string,
): Promise<readonly Source[]> => {
  const sources: Source[] = []
  for await (const { list, ...source } of sourcesOf(workspace))
    if (list === null) sources.push(source)
  sources.sort((a, b) => (a.id < b.id ? -1 : 1))
  await layHeldTransfers(workspace, path)
  await takeHeldTransfers(engine, path, sources)
  return sources
}
