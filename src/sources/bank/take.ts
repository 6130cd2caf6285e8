import { type Engine, sql } from '../../engine/index.ts'
import type { File } from '../../formats/index.ts'
import { movedKinds } from '../chain/moved.ts'
import { readBankMessage } from './message.ts'

/** Payments and names as messages of banks tell them, before `settleBank` puts them together. */
export const makeBank = (engine: Engine): Promise<void> =>
  engine.transaction(async (session) => {
    await session.run(sql`
      create table bank_told (source bigint, row bigint, place varchar, time bigint, tx varchar,
        is_uetr bigint, reference varchar, src varchar, dst varchar, asset varchar, amount varchar,
        kind bigint, own varchar, is_reversal bigint)`)
    await session.run(sql`create table bank_name (source bigint, account varchar, name varchar)`)
  })

/**
 * Takes the payments of a message of a bank in, numbered from 1 in the order of the file. Errors: those
 * of `readBankMessage`.
 */
export const takeBank = (engine: Engine, file: File, source: number): Promise<void> =>
  engine.transaction(async (session) => {
    const told = await session.append('bank_told')
    const rejected = await session.append('rejected')
    const names = await session.append('bank_name')
    const left = new Map<string, number>()
    let row = 0
    for await (const read of readBankMessage(file)) {
      if (read.kind === 'rejected') rejected.add([source, read.place, read.reason, read.text])
      else if (read.kind === 'name') names.add([source, read.account, read.name])
      else if (read.kind === 'left') left.set(read.reason, (left.get(read.reason) ?? 0) + read.rows)
      else {
        const { place, time, tx, reference, src, dst, asset, amount, own, ...move } = read.move
        told.add([
          ...[source, ++row, place, time, tx, move.isUetr ? 1 : 0, reference, src, dst, asset],
          ...[`${amount}`, movedKinds.indexOf(move.kind), own, move.isReversal ? 1 : 0],
        ])
      }
    }
    for (const appender of [told, rejected, names]) appender.end()
    for (const [reason, rows] of left)
      await session.run(sql`insert into left_out values (${source}, ${reason}, ${rows})`)
  })
