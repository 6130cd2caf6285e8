/** The program that is killed: takes the files of transfers of a folder in one after another, telling how far it is. */
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFile } from '../../src/formats/index.ts'
import { keepFlows } from '../../src/funds/index.ts'
import { type Source, sourceId } from '../../src/model/index.ts'
import { layTransfers } from '../../src/sources/index.ts'
import { importTransfers, notHeld, openWorkspace } from '../../src/workspace/index.ts'

const [dir = '', files = ''] = process.argv.slice(2)
const workspace = await openWorkspace(dir)
process.stdout.write('open\n')
for (const name of (await readdir(files)).sort()) {
  const file = { ...(await openFile(join(files, name))), path: name }
  const sha256 = await file.sha256()
  const source: Source = {
    ...{ id: sourceId('transfers', sha256), path: name, sha256, kind: 'transfers' },
    ...{ bytes: file.bytes, learned: null },
  }
  if ((await notHeld(workspace, [source])).length === 0) continue
  const folder = await mkdtemp(join(tmpdir(), 'muster-kills-'))
  const laid = await layTransfers({ files: [{ file, source }], folder }, {})
  await importTransfers(workspace, [source], {
    ...laid,
    alongside: async (session) => void (await keepFlows(session)),
  })
  await rm(folder, { recursive: true })
}
process.stdout.write('taken\n')
await workspace.close()
