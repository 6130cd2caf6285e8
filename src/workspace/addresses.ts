import { anyOf, sql } from '../engine/index.ts'
import type { Workspace } from './workspace.ts'

/** An address and whose it is said to be. */
export type HeldAddress = { readonly holder: string; readonly kind: string; readonly value: string }

/**
 * Addresses that money can move between: observed values of some kinds, by their accounts, and the
 * wallets that records of subjects name (`publicKey`), by the keys of the records.
 */
export const heldAddressesOf = async (
  { engine }: Workspace,
  kinds: readonly string[],
): Promise<readonly HeldAddress[]> => {
  const held: HeldAddress[] = []
  const query = sql`
    select distinct account as holder, kind, value from observation where kind in (${anyOf(kinds)})
    union
    select e.key, 'wallet', s.value
    from statement s join entity e on e.id = s.entity and e.source = s.source
    join source on source.id = s.source
    where s.prop = 'publicKey' and source.list is null
    order by all`
  for await (const { holder, kind, value } of engine.query(query))
    held.push({ holder: holder as string, kind: kind as string, value: value as string })
  return held
}
