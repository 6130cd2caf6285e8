import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { toPlatform } from '../bench/rings/platform.ts'
import { readTruth } from '../bench/rings/truth.ts'
import { writeExample } from '../src/cli/example-files.ts'
import { makeTemporaries } from '../src/cli/temporaries.ts'
import { makeExample } from '../src/example/index.ts'
import { openFile } from '../src/formats/index.ts'
import { type Platform, type ReadPlatform, readPlatform } from '../src/identity/index.ts'
import { statedFields, traits } from '../src/identity/platform/platform.ts'
import type { Instant, SourceId } from '../src/model/index.ts'
import { readOperatorList } from '../src/sources/index.ts'
import { makeFolder } from './program.ts'

const parameters = { accounts: 700, rings: 12, seed: 5 }
const folder = makeFolder()
afterAll(() => folder.remove())

const given = async (name: string) => {
  const file = await openFile(join(folder.path, name))
  const [path, learned] = [file.path, null as Instant | null]
  const source = { id: name as SourceId, path, sha256: '', kind: 'accounts', bytes: 0, learned }
  return { file, source }
}

let read: ReadPlatform
const made = toPlatform(makeExample(parameters))
beforeAll(async () => {
  await writeExample(folder.path, parameters, { temporaries: makeTemporaries() })
  const listed = []
  for (const name of ['vpn-networks.txt', 'mobile-networks.txt', 'intermediaries.csv']) {
    const { file, source } = await given(name)
    listed.push(...(await readOperatorList(file, source)).listed)
  }
  const input = {
    accounts: [await given('accounts.csv')],
    observations: [await given('observations.csv')],
  }
  read = await readPlatform(input, { listed })
})

/** Who shares which kind of value with whom, whatever the values' own numbers and texts. */
const sharing = ({ values, sightings }: Platform): readonly string[] =>
  [...values.key.keys()]
    .map((value) => {
      const [from, to] = [sightings.start[value] as number, sightings.start[value + 1] as number]
      const { kind } = values.kinds[values.kind[value] as number] as { kind: string }
      return `${kind} ${traits[values.trait[value] as number]} ${sightings.account.subarray(from, to).join(' ')} ${sightings.first.subarray(from, to).join(' ')}`
    })
    .sort()

test('the example laid out in memory is the platform that is read from its files', () => {
  expect(read.rejected).toBe(0)
  expect(made.accounts).toEqual(read.platform.accounts)
  expect(made.created).toEqual(read.platform.created)
  expect(sharing(made)).toEqual(sharing(read.platform))
})

test.each(statedFields)('what is stated of %s agrees and conflicts alike in both', (field) => {
  const [mine, theirs] = [made.stated[field], read.platform.stated[field]]
  const unlike: string[] = []
  for (let a = 0; a < made.accounts.length; a++)
    for (let b = a + 1; b < made.accounts.length; b++)
      if (mine.agree(a, b) !== theirs.agree(a, b) || mine.conflict(a, b) !== theirs.conflict(a, b))
        unlike.push(`${a} ${b}`)
  expect(unlike).toEqual([])
})

test('the truth is read back from its file', async () => {
  expect(await readTruth(join(folder.path, 'truth.csv'))).toEqual([
    ...makeExample(parameters).truth(),
  ])
})
