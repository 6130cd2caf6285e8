import type { Change, DecidedGroup, PlatformFlag, Rings } from '../identity/index.ts'
import { toBits } from '../model/index.ts'
import type { Context } from './context.ts'

/** Says what decided groups did: how many count, what moved, what was left out. */
export const tellDecided = (
  { tell }: Context,
  { ground, sharpened, cleared }: Rings,
  groups: readonly DecidedGroup[],
): void => {
  const known = new Set(ground.platform.accounts)
  const strange = groups.flatMap(({ accounts }) => accounts).filter((id) => !known.has(id)).length
  if (strange > 0) tell.warn(`${strange} accounts of decided groups are not on the platform`)
  const confirmed = groups.filter(({ explanation }) => explanation === null).length
  const moved = sharpened.filter(({ before, after }) => before !== after).length
  tell.say(
    `${confirmed} confirmed rings and ${groups.length - confirmed} cleared groups move ${moved} of ${sharpened.length} weights`,
  )
  for (const { decided, accounts, fresh } of cleared)
    tell.say(
      `left out: ${accounts.length} accounts, cleared as ${decided
        .filter(({ explanation }) => explanation !== null)
        .map(({ group, explanation }) => `${group} (${explanation})`)
        .join(', ')}; ${toBits(fresh ?? 0).toFixed(1)} bits are new`,
    )
}

/** Says which flags the data can tell of no account: that none is shown is no clean result. */
export const tellUntold = ({ tell }: Context, flags: readonly PlatformFlag[]): void => {
  const untold = flags.filter(({ evaluable }) => !evaluable).map(({ flag }) => flag)
  if (untold.length > 0) tell.say(`flags that this data cannot tell: ${untold.join(', ')}`)
}

/** How many changes of each kind are named one by one. */
const named = 3

/** Says what has become of rings since an earlier answer. */
export const tellChanges = ({ tell }: Context, changes: readonly Change[]): void => {
  const events = new Map<Change['event'], readonly Change[]>()
  for (const change of changes)
    events.set(change.event, [...(events.get(change.event) ?? []), change])
  if (changes.length === 0) tell.say('no ring has changed')
  for (const [event, list] of events) {
    const first = list.slice(0, named).map(showChange).join(', ')
    const more = list.length > named ? ` and ${list.length - named} more` : ''
    tell.say(`${list.length} ${event}: ${first}${more}`)
  }
}

const showChange = ({ before, after }: Change): string => {
  const then = before.map(({ ring }) => ring).join(' + ')
  const now = after.map(({ ring }) => ring).join(' + ')
  return then === now || then === '' || now === '' ? then || now : `${then} → ${now}`
}
