import { countOf, noUnits, unitsOf } from './amounts.ts'
import type { ChainKind } from './kind.ts'
import { movedKinds } from './moved.ts'
import { contractOf, millisecondsOf, zeroAddress } from './texts.ts'

/** An end of a transfer; the zero address is nobody where a mint comes from or a burn or fee goes to. */
const endOf = (column: string, kinds: string): string => `
  case when ${column} = '${zeroAddress}' and lower(kind_text) in (${kinds}) then null
    else ${column} end`

/**
 * Transfers in the columns of Muster's own: any chain, bank or ledger. `account` names the account of a
 * platform that a transfer pays out to: it is an observation of its payee too.
 */
export const transfers: ChainKind = {
  id: 'transfers',
  marks: ['src', 'dst', 'amount'],
  fields: {
    time: [],
    block: [],
    tx: [],
    index: [],
    src: [],
    dst: [],
    asset: [],
    amount: [],
    kind: [],
    account: [],
  },
  beside: { field: 'account', into: 'paid_account', values: ['account_text', 'dst', 'time'] },
  left: [],
  texts: ['tx', 'src', 'dst', 'asset'],
  into: 'moved',
  read: (scale) => ({
    block: countOf('block_text'),
    position: countOf('index_text'),
    time: millisecondsOf('time_text'),
    src: endOf('src_text', "'mint'"),
    dst: endOf('dst_text', "'burn', 'fee'"),
    units: unitsOf('amount_text', scale),
    kind: `case lower(coalesce(kind_text, 'transfer')) ${movedKinds
      .map((kind, place) => `when '${kind}' then ${place}`)
      .join(' ')} end`,
  }),
  values: [
    'block',
    'position',
    'time',
    'tx_text',
    'src',
    'dst',
    `coalesce(${contractOf('asset_text')}, '')`,
    'units',
    'kind',
  ],
  faults: (scale) => [
    ['kind is null', "'there is no kind of transfer ' || kind_text"],
    ['src is null and kind <> 2', "'the src is missing, and only a mint comes from nobody'"],
    [
      'dst is null and kind not in (1, 3)',
      "'the dst is missing, and only a fee or burn goes to nobody'",
    ],
    ['units is null', noUnits('amount_text', scale)],
    ['block is null and block_text is not null', "block_text || ' is no block number'"],
    ['position is null and index_text is not null', "index_text || ' is no index'"],
    ['time is null and time_text is not null', "time_text || ' is no time'"],
  ],
}
