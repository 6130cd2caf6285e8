import {
  type AccountFlags,
  changesOf,
  findRings,
  keepIds,
  type Rings,
  toPlatformFlags,
  toRingAnswers,
  toWeightAnswer,
} from '../../identity/index.ts'
import { MusterError, toBits } from '../../model/index.ts'
import { type Command, defineCommand } from '../command.ts'
import type { Context } from '../context.ts'
import { readDecided } from '../decided.ts'
import { readKnownRings } from '../known-rings.ts'
import { exitCode, failOption } from '../lists-used.ts'
import { writeLines } from '../output/lines.ts'
import { knownOptions, readPlatformFiles, readWorkspacePlatform } from '../platform.ts'
import { openRejects } from '../rejects.ts'
import { showRing } from '../ring-text.ts'
import { tellChanges, tellDecided, tellUntold } from '../ring-told.ts'
import { subjectOptions } from '../subjects.ts'

/** `muster rings` */
export const command: Command = defineCommand({
  name: 'rings',
  about:
    'Finds groups of accounts that one operator or ring runs, and says why: each device, payout, phone or document they share, how rare it is, which innocent explanation does best, and what would be left without it. Households, agencies, offices and boot camps share too; a group is shown where one operator explains it better than they do, over two channels at least. What accounts state of themselves counts only as agreeing or not. A ring is a reason to look, never a decision. Flags that public reports name stand beside it, in none of its bits; docs/account-flags.md says what each is.',
  arguments: {
    accounts: {
      many: true,
      doc: 'files of accounts: CSV, TSV or JSON lines; - is standard input; without any, those of the workspace with its observations',
    },
  },
  options: {
    observations: {
      value: 'FILE...',
      repeat: true,
      doc: 'what accounts were seen with: account, kind, value, first_seen, last_seen, count; CSV, TSV, JSON lines or Parquet',
    },
    map: subjectOptions.map,
    encoding: subjectOptions.encoding,
    ...knownOptions,
    previous: {
      value: 'FILE',
      doc: 'an earlier answer as JSON lines: rings that keep more than half of its evidence keep its names',
    },
    decided: {
      value: 'FILE',
      doc: 'groups that people decided about, CSV or TSV: account, ring; decision (confirmed or cleared), explanation of a cleared one (household, workplace, cohort, person, successor, chance) and decided (the day) may be there too. They sharpen the weights of kinds; a cleared group is shown again only where enough is new',
    },
    changes: {
      value: 'FILE',
      doc: 'with --previous: write which rings are new, have grown, shrunk, merged, split or ended, as JSON lines with the evidence gained and lost',
    },
    weights: {
      value: 'FILE',
      doc: 'write every weight before and after decided groups, with their counts, as JSON lines',
    },
    'show-values': {
      doc: 'show shared values in full in the table; other formats always hold them',
    },
    rejected: { value: 'FILE', doc: 'write the rows that cannot be read to a file, as JSON lines' },
    'fail-on': failOption,
  },
  formats: ['table', 'jsonl', 'json', 'csv'],
  examples: [
    {
      run: 'muster rings accounts.csv --observations observations.csv',
      does: 'shows the rings among accounts, with all that speaks for and against each',
    },
    {
      run: 'muster rings --intermediaries agencies.csv --networks vpn.txt',
      does: 'looks in the workspace, and knows agencies and networks by lists of your own',
    },
    {
      run: 'muster rings accounts.csv --observations observations.csv --format csv -o rings.csv',
      does: 'writes which account is in which ring',
    },
    {
      run: 'muster rings accounts.csv --observations observations.csv --previous last.jsonl --changes changes.jsonl -o rings.jsonl',
      does: 'keeps the names of the rings of the last time, and writes what has become of them',
    },
    {
      run: 'muster rings accounts.csv --observations observations.csv --decided decided.csv --weights weights.jsonl',
      does: 'counts what people confirmed and cleared, and writes what that moved',
    },
  ],
  exits: { 3: 'with --fail-on findings: a ring was found' },
  run: async (context, { accounts, observations, previous, decided, rejected, ...given }) => {
    if (given.changes !== undefined && previous === undefined)
      throw new MusterError('usage', '--changes needs --previous', {
        hint: 'Name an earlier answer as JSON lines with --previous FILE.',
      })
    const rejects = await openRejects(context, rejected)
    const { platform, flags } =
      accounts.length === 0 && observations.length === 0
        ? await readWorkspacePlatform(context, given)
        : await readPlatformFiles(context, {
            accounts,
            observations,
            map: given.map,
            encoding: given.encoding,
            known: given,
            flags: context.output.format !== 'csv',
            ...(rejects && { onRejected: rejects.keep }),
          })
    const groups = decided === undefined ? [] : await readDecided(context, decided, rejects)
    await rejects?.end()
    const known = previous === undefined ? [] : await readKnownRings(context, previous)
    const found = keepIds(findRings(platform, { decided: groups }), known)
    const changes = previous === undefined ? [] : changesOf(found, known)
    if (given.weights !== undefined)
      await writeLines(context, given.weights, found.sharpened.map(toWeightAnswer))
    if (given.changes !== undefined) await writeLines(context, given.changes, changes)
    await answer(context, { found, flags, open: given['show-values'] })
    const inRings = found.rings.reduce((sum, ring) => sum + ring.accounts.length, 0)
    context.tell.say(
      `${platform.accounts.length} accounts, ${found.rings.length} rings with ${inRings} accounts`,
    )
    if (context.output.format !== 'csv') tellUntold(context, toPlatformFlags(flags))
    if (decided !== undefined) tellDecided(context, found, groups)
    if (previous !== undefined) tellChanges(context, changes)
    return exitCode(context, given['fail-on'], { found: found.rings.length > 0, lists: [] })
  },
})

type Answered = {
  readonly found: Rings
  readonly flags: AccountFlags
  readonly open: boolean
}

const answer = async ({ output }: Context, { found, flags, open }: Answered): Promise<void> => {
  if (output.format === 'csv') await output.rows(['account', 'ring', 'bits'], toRows(found))
  else if (output.format !== 'table') await output.rows([], toRingAnswers(found, flags))
  else
    for (const ring of toRingAnswers(found, flags))
      await output.text(`${showRing(ring, { open, most: 12 }).join('\n')}\n\n`)
}

function* toRows({ ground, rings }: Rings): Generator<Record<string, unknown>> {
  for (const { id, accounts, total } of rings)
    for (const account of accounts)
      yield {
        account: ground.platform.accounts[account],
        ring: id,
        bits: toBits(total).toFixed(3),
      }
}
