import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type KeyedHash, keyedHash } from '../../identifiers/index.ts'
import { layObservations, openSubjects } from '../../sources/index.ts'
import {
  importListedValues,
  importObservations,
  importSources,
  openTemporaryWorkspace,
  type Workspace,
} from '../../workspace/index.ts'
import { giveFile } from './given.fixture.ts'
import { type Given, readHeldPlatform, readPlatform } from './load.ts'
import { type Platform, traits } from './platform.ts'

let folder: string
let workspace: Workspace
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-held-'))
  workspace = await openTemporaryWorkspace()
})
afterEach(async () => {
  await workspace.close()
  await rm(folder, { recursive: true })
})

const give = (name: string, text: string): Promise<Given> => giveFile(folder, name, text)

const accounts = `id,name,birthDate,country,nationality,address,employer,createdAt,email,passportNumber
b,Maria Núñez,1990-01-02,Spain,es,Calle 1,Acme,2025-03-01T10:30:00Z,M+x@gmail.com,
a,NUNEZ María,2 Jan 1990,ES,Spain,"Calle 1, ",ACME.,,,X 12345
c,Olena Koval,1991,UA,Ukraine,Street 2,,,o@example.org;o2@example.org,
`
const seen = `account,kind,value,first_seen,last_seen,count
a,ip,203.0.113.7:80,2025-03-01T00:00:00Z,2025-03-02T00:00:59Z,3
b,phone,0082 70-1234-5678,2025-03-01T09:00:00+09:00,,
z,card,4111 1111 1111 1111,,,
c,email,o@example.org,,,
`
const others = 'id,name\nnobody,Jonas Example\n'

const keep = async (hash?: KeyedHash): Promise<readonly [Given, Given]> => {
  const [people, observed, more] = [
    await give('a.csv', accounts),
    await give('o.csv', seen),
    await give('others.csv', others),
  ]
  for (const { file, source } of [people, more])
    await importSources(workspace, [source], (await openSubjects(file, source)).reads)
  const work = join(folder, 'work')
  await mkdir(work)
  const keeping = { traitOf: () => 0, hash }
  const laid = await layObservations(observed.file, observed.source, { folder: work, keeping })
  await importObservations(workspace, observed.source, laid)
  return [people, observed]
}

/** All but which file says so: the workspace counts other files too. */
const withoutFiles = ({ sightings: { source: _, ...facts }, ...rest }: Platform): unknown => ({
  ...rest,
  facts,
})

test('a workspace gives the platform that its files give, without records that nobody observed', async () => {
  const [people, observed] = await keep()
  const files = await readPlatform({ accounts: [people], observations: [observed] })
  const held = await readHeldPlatform(workspace)
  expect(withoutFiles(held.platform)).toEqual(withoutFiles(files.platform))
  expect(held.platform.accounts).toEqual(['a', 'b', 'c', 'z'])
  for (const [i, stated] of Object.values(held.platform.stated).entries())
    expect([i, stated.agree(0, 1)]).toEqual([i, true])
})

test('lists that the workspace holds tell what a value is', async () => {
  await keep()
  const { source } = await give('vpn.txt', '203.0.113.0/24')
  const listed = {
    kind: 'network',
    value: '203.0.113.0/24',
    known: 'vpn',
    name: '',
    place: '',
  } as const
  await importListedValues(workspace, source, { listed: [listed], rejected: [] })
  const { values } = (await readHeldPlatform(workspace)).platform
  expect(traits[values.trait[values.key.indexOf('203.0.113.7')] as number]).toBe('vpn')
})

test('with a key, what was hashed at the door equals what is hashed now', async () => {
  const key = Buffer.from('a key')
  const [people, observed] = await keep(keyedHash(key))
  const files = await readPlatform({ accounts: [people], observations: [observed] }, { key })
  const held = await readHeldPlatform(workspace, { key })
  expect(held.platform.values.key).toEqual(files.platform.values.key)
  expect(held.platform.sightings.account).toEqual(files.platform.sightings.account)
})
