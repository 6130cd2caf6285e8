/** The program that is killed: takes the lists of a folder into a workspace, telling how far it is. */
import { updateLists } from '../../src/lists/index.ts'
import { openWorkspace } from '../../src/workspace/index.ts'

const [dir = '', lists = ''] = process.argv.slice(2)
const workspace = await openWorkspace(dir)
process.stdout.write('open\n')
await updateLists(workspace, lists, { now: '2026-03-10' })
process.stdout.write('taken\n')
await workspace.close()
