import { countOf, unitsOf } from '../amounts.ts'
import type { ChainKind } from '../kind.ts'
import { hexOf, millisecondsOf } from '../texts.ts'

/**
 * An explorer shows decimals of assets whose own number of places it does not say, so that one number
 * serves for all: that of ETH and of most tokens.
 */
const explorerDecimals = 18

const scale = { decimals: explorerDecimals }
const amount = /* sql */ `replace(regexp_extract(amount_text, '^([0-9][0-9,]*(?:\\.[0-9]+)?)(?: [A-Za-z0-9]+)?$', 1), ',', '')`
const unit = "nullif(regexp_extract(amount_text, ' ([A-Za-z0-9]+)$', 1), '')"

/** A code of an asset, or a name that anyone may give to a token, marked as such. */
const asset = `
  coalesce(case when regexp_full_match(asset_text, '[A-Z]{2,6}') then asset_text
    else 'token:' || asset_text end, ${unit}, 'ETH')`

/**
 * Pages of a block explorer as it saves them, in its layouts. Amounts are as shown, which may be
 * rounded; without an index, the order inside a block is that of the rows, the newest of which comes
 * first. `Age` is a time only where it does not say how long ago.
 */
export const explorer: ChainKind = {
  id: 'explorer CSV',
  marks: ['tx', 'status', 'src', 'dst', 'amount', 'fee'],
  fields: {
    tx: ['Transaction Hash', 'Txhash'],
    status: [],
    type: [],
    block: ['Blockno'],
    time: ['DateTime (UTC)'],
    age: [],
    src: ['From'],
    src_name: ['From_Nametag'],
    dst: ['To'],
    dst_name: ['To_Nametag'],
    amount: ['Value'],
    asset: [],
    fee: ['Txn Fee'],
  },
  left: ['Method', 'Value (USD)'],
  into: 'explorer_row',
  read: () => ({
    block: countOf('block_text'),
    time: `coalesce(${millisecondsOf('time_text')}, ${millisecondsOf('age_text')})`,
    shown: amount,
    units: unitsOf(`nullif(${amount}, '')`, scale),
    fee: unitsOf("regexp_extract(fee_text, '^([0-9.]+)(?: [A-Za-z0-9]+)?$', 1)", scale),
  }),
  values: [
    ...['block', 'time', hexOf('tx_text'), hexOf('src_text'), hexOf('dst_text'), asset, 'units'],
    ...['type_text', "case when lower(status_text) <> 'success' then status_text end", 'fee'],
    ...['src_name_text', 'dst_name_text'],
  ],
  faults: () => [
    ['tx_text is null', "'the transaction hash is missing'"],
    ['src_text is null', "'the sender is missing'"],
    [
      'block is null',
      "coalesce(block_text || ' is no block number', 'the block number is missing')",
    ],
    ['time is null and time_text is not null', "time_text || ' is no time'"],
    ['units is null', "coalesce(amount_text || ' is no amount', 'the amount is missing')"],
    ['fee is null and fee_text is not null', "fee_text || ' is no fee'"],
  ],
}
