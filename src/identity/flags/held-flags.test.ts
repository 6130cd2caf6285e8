import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keyedHash } from '../../identifiers/index.ts'
import type { ListedValue } from '../../model/index.ts'
import { layObservations } from '../../sources/index.ts'
import {
  importListedValues,
  importObservations,
  openTemporaryWorkspace,
  type Workspace,
} from '../../workspace/index.ts'
import { giveFile } from '../platform/given.fixture.ts'
import { type Given, type ReadPlatform, readHeldPlatform, readPlatform } from '../platform/load.ts'
import { flagTeller } from './ring-flags.ts'

let folder: string
let workspace: Workspace
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-held-flags-'))
  workspace = await openTemporaryWorkspace()
})
afterEach(async () => {
  await workspace.close()
  await rm(folder, { recursive: true })
})

const give = (name: string, text: string): Promise<Given> => giveFile(folder, name, text)

const zone =
  'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F1204159ZE184226B<<<<<10'
const badZone = zone.replace('L898902C36', 'L898902C35')

const seen = `account,kind,value
bad,document,${badZone}
good,document,${zone}
good,process,FarHand.exe
far,usb,1d6b:0104 / JetKVM / JetKVM USB Emulation Device
`
const listed: readonly ListedValue[] = [
  { kind: 'process', value: 'farhand.exe', known: 'remote_access', name: 'Far Hand', place: '' },
]

const keep = async (given: Given, key?: Uint8Array): Promise<void> => {
  const work = join(folder, 'work')
  await mkdir(work)
  const keeping = { traitOf: () => 0, hash: key && keyedHash(key) }
  const laid = await layObservations(given.file, given.source, { folder: work, keeping })
  await importObservations(workspace, given.source, laid)
  const { source } = await give('tools.csv', 'a list')
  await importListedValues(workspace, source, { listed, rejected: [] })
}

type Read = Pick<ReadPlatform, 'platform' | 'flags'>

/** Accounts by flag that show it, and those at which it can be told. */
const tell = ({ platform, flags }: Read): Readonly<Record<string, string>> => {
  const flagsIn = flagTeller(platform, flags)
  return Object.fromEntries(
    platform.accounts.map((id, i) => [
      id,
      flagsIn([i])
        .filter(({ not_evaluable }) => not_evaluable === 0)
        .map(({ flag, accounts, seen }) =>
          accounts > 0 ? `${flag}: ${seen.map(({ name }) => name).join()}` : `no ${flag}`,
        )
        .join('; '),
    ]),
  )
}

test('a workspace tells the flags that its files tell, by the lists in it', async () => {
  const given = await give('seen.csv', seen)
  await keep(given)
  const held = await readHeldPlatform(workspace)
  expect(tell(held)).toEqual(
    tell(await readPlatform({ accounts: [], observations: [given] }, { listed })),
  )
  expect(tell(held)).toEqual({
    bad: 'document-check-digit: check digit fails: document number, whole; no several-documents',
    far: 'kvm: JetKVM',
    good: 'no two-remote-access-tools; remote-access-tool: Far Hand; no document-check-digit; no several-documents; no keep-awake',
  })
})

test('of values hashed at the door a check digit that failed is known, the rest is not evaluable', async () => {
  const key = Buffer.from('a key')
  await keep(await give('seen.csv', seen), key)
  for (const options of [{}, { key }])
    expect(tell(await readHeldPlatform(workspace, options))).toEqual({
      bad: 'document-check-digit: check digit fails: document number, whole; no several-documents',
      far: '',
      good: 'no several-documents',
    })
})
