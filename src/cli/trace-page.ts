import program from '../../package.json' with { type: 'json' }
import { toMoneyTrail, unitOf } from '../funds/index.ts'
import { addressKey, mostCertain } from '../model/index.ts'
import { type FundsReport, renderFunds } from '../report/index.ts'
import type { Context } from './context.ts'
import type { Ran, Recipe } from './trace-run.ts'

/** Most ends, and most ways between two addresses, of an asset that the page shows one by one. */
const most = 500

/** Writes a trace as a page, an asset after the other. */
export const writeTracePage = async (
  { output, clock }: Context,
  recipe: Recipe,
  { engine, from, assets, used, known, seeds, notes }: Ran,
): Promise<void> => {
  const { policy, backward, hub, deposits = 0 } = recipe
  const named = mostCertain(known.labels)
  const trails: FundsReport['trails'][number][] = []
  for (const one of assets) {
    const unit = toUnit(one.asset, recipe, known)
    trails.push(await toMoneyTrail(engine, from, one, { seeds, backward, unit, most }))
  }
  const report: FundsReport = {
    title: backward ? 'Where the money came from' : 'Where the money went',
    generated: clock().slice(0, 10),
    version: program.version,
    marking: 'AMBER',
    warnings: notes,
    asked: { seeds: recipe.seeds, policy, backward, hub, deposits },
    trails,
    nameOf: (address) => named.get(addressKey(address))?.label,
    alike: from.lookalikes.flatMap(({ address, of }) => (of === null ? [] : [{ address, of }])),
    sources: from.sources,
    files: used,
  }
  for (const part of renderFunds(report)) await output.text(part)
}

/** How amounts of an asset are read: as a contract that is vouched for, with the decimals that were given, or as known. */
const toUnit = (asset: string, { decimals }: Recipe, { assets }: Ran['known']) =>
  unitOf(asset, assets) ?? (decimals === null ? undefined : { symbol: asset, decimals })
