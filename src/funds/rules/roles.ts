import { nobody } from '../flow/flow.ts'
import type { Tracing } from './tracing.ts'

/** Roles of an address in a trace, added up; 0 for one that takes and gives as it comes. */
export const seed = 1
export const stop = 2

/** The role of each address in one byte, because each is looked up at both ends of each move. */
export const rolesOf = ({ seeds, stops }: Tracing): Uint8Array => {
  const roles = new Uint8Array(seeds.length)
  for (let i = 0; i < roles.length; i++)
    roles[i] = (seeds[i] as number) * seed + (stops[i] as number) * stop
  return roles
}

/** Nobody gives clean value and keeps what comes, as a stop does. */
export const roleOf = (roles: Uint8Array, address: number): number =>
  address === nobody ? stop : (roles[address] as number)
