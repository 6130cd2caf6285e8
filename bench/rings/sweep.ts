import { makeExample, type Parameters } from '../../src/example/index.ts'

const usual = makeExample({ accounts: 10 }).parameters

/** Honest groups of every kind, so many times as usual. */
const honestTimes = (times: number): Parameters['honest'] =>
  Object.fromEntries(
    Object.entries(usual.honest).map(([name, share]) => [name, times * share]),
  ) as Parameters['honest']

/** Platforms of a size that differ in what they are like; each has a seed of its own too. */
export const sweepOf = (accounts: number): Readonly<Record<string, Partial<Parameters>>> => ({
  usual: {},
  'usual again': {},
  'usual once more': {},
  'other habits': { drift: 0.7 },
  'other habits again': { drift: 0.7 },
  'quite other habits': { drift: 1.2 },
  'quite other habits again': { drift: 1.2 },
  'few rings': { rings: Math.max(3, Math.round(accounts / 20_000)) },
  'many rings': { rings: Math.round(accounts / 250) },
  'small rings': { operators: { mean: 1.5, most: 4 }, presence: 0.3 },
  'large rings': { operators: { mean: 7, most: 10 }, presence: 0.8 },
  'careless rings': { care: { careless: 3, loose: 1, careful: 0, strict: 0 } },
  'strict rings': { care: { careless: 0, loose: 0, careful: 1, strict: 3 } },
  'a third of the honest groups': { honest: honestTimes(0.33) },
  'twice the honest groups': { honest: honestTimes(2) },
  'little honest sharing': { sharing: 0.5 },
  'much honest sharing': { sharing: 1.5 },
  'agencies of twice the size': { sizes: 2 },
  'agencies of five times the size': { sizes: 5 },
  'no agency is registered': { registered: 0 },
  'half behind VPN and mobile networks': { vpnUsers: 0.5, mobileUsers: 0.5 },
  'half of all devices hide their id': { hiddenDevices: 0.5 },
  'every facilitator serves two rings': { sharedFacilitators: 1 },
  'one identity in five is stolen here': { stolenHere: 0.2 },
})
