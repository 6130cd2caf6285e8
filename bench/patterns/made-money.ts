import { aboutAsset } from '../../src/funds/patterns/load.ts'
import { findPatterns } from '../../src/funds/patterns/rules/find.ts'
import { makeScene } from '../../src/funds/patterns/rules/scene.ts'
import { makeFlow } from '../trace/made-flow.ts'

/** Prints how long it takes to lay out so many made transfers of a year and to look at all addresses. */
export const timeMany = (moves: number, addresses: number): void => {
  const flow = makeFlow(moves, addresses, 7)
  const time = Float64Array.from({ length: moves }, (_, i) => (i * 365 * 86_400_000) / moves)
  const [stops, transactions] = [new Uint8Array(addresses), new Uint8Array(addresses)]
  const seconds = <T>(work: () => T): [T, string] => {
    const before = process.cpuUsage()
    const made = work()
    const { user, system } = process.cpuUsage(before)
    return [made, `${((user + system) / 1_000_000).toFixed(1)} s`]
  }
  const [scene, laying] = seconds(() => makeScene({ asset: '', flow, time, stops, transactions }))
  const all = new Set(Array.from({ length: addresses }, (_, address) => address))
  const [found, looking] = seconds(() => findPatterns(scene, all, aboutAsset('', [])))
  console.log(
    `${moves} made transfers among ${addresses} addresses: ${laying} of processor to lay out, ${looking} to look at all; ${found.length} found`,
  )
}
