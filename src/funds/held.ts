import { type Engine, sql } from '../engine/index.ts'
import { type KeyedHash, keyedHash } from '../identifiers/index.ts'
import type { DesignatedEntity, Label, Source } from '../model/index.ts'
import { hasTransfers, labelsOf, sourcesOf, type Workspace } from '../workspace/index.ts'
import { heldTransfers, numberedSources } from './flow/held.ts'
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
  const { engine, sources } = await takeHeld(workspace)
  const close = (): Promise<void> => engine.close()
  try {
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

/** The transfers of a workspace, for an engine that stands beside it and ends first. */
export type HeldTransfers = {
  readonly engine: Engine
  /** As `told` numbers them. */
  readonly sources: readonly Source[]
}

/** Makes the view `told` of the transfers of a workspace. Whoever takes it closes the engine. */
export const takeHeld = async (workspace: Workspace): Promise<HeldTransfers> => {
  const sources: Source[] = []
  for await (const { list, ...source } of sourcesOf(workspace))
    if (list === null) sources.push(source)
  sources.sort((a, b) => (a.id < b.id ? -1 : 1))
  const engine = await workspace.engine.beside('4GB')
  try {
    await engine.transaction(async (session) => {
      await session.run(sql`create table source_number as ${numberedSources}`)
      await session.run(sql`
        create view told as ${heldTransfers(sql`from source_number`)}`)
    })
    return { engine, sources }
  } catch (cause) {
    await engine.close()
    throw cause
  }
}
